package scenario

import (
	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// Named is one county to compare.
type Named struct {
	ID     string
	Title  string
	County *snapshot.County
	Edits  []change.Edit // in force; none for a baseline
}

// Comparison is any number of counties beside a baseline.
type Comparison struct {
	Baseline Column
	Columns  []Column // in the order given
	Edits    []EditUse
}

// Column is one county of a comparison.
type Column struct {
	ID      string
	Title   string
	County  *snapshot.County
	Summary overlap.Summary
	// Delta is Summary less the baseline's, kind by kind and band by band; its Version is 0.
	Delta      overlap.Summary
	Resolves   []overlap.Overlap // of the baseline, dearest first
	Introduces []overlap.Overlap // of this county, dearest first
	Lowers     []overlap.Overlap // of the baseline: still here, at a lower cost
	Raises     []overlap.Overlap // of the baseline: still here, at a higher cost
	Organs     []OrganLine       // what became of organs, those kept as they were left out
}

// EditUse is one edit and the columns that have it.
type EditUse struct {
	Edit     change.Edit
	Sentence gov.Text
	In       []string // ids of columns, in their order
}
