package model

import (
	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
)

// Comparison is scenarios side by side with the county as it is.
type Comparison struct {
	scenario.Comparison
	scenarios []Scenario // of the columns, in order
}

// NewComparison pairs a comparison with the scenarios of its columns.
func NewComparison(c scenario.Comparison, scenarios []Scenario) Comparison {
	return Comparison{c, scenarios}
}

// Baseline is the county as it is.
func (c Comparison) Baseline() *snapshot.County { return c.Comparison.Baseline.County }

// Metrics are the baseline's counts and costs.
func (c Comparison) Metrics() Metrics { return NewMetrics(c.Comparison.Baseline.Summary) }

// Columns are the scenarios.
func (c Comparison) Columns() []ComparisonColumn {
	out := make([]ComparisonColumn, len(c.Comparison.Columns))
	for i, column := range c.Comparison.Columns {
		out[i] = ComparisonColumn{column, c.scenarios[i], c.Baseline()}
	}
	return out
}

// Edits are every edit in force, and who has it.
func (c Comparison) Edits() []EditUse {
	counties := []*snapshot.County{c.Baseline()}
	ids := map[string]string{}
	for i, column := range c.Comparison.Columns {
		counties = append(counties, column.County)
		ids[column.ID] = c.scenarios[i].ID()
	}
	return each(c.Comparison.Edits, func(u scenario.EditUse) EditUse {
		return EditUse{newEdit(change.NamesIn(counties...))(u.Edit), each(u.In, func(id string) string { return ids[id] })}
	})
}

// EditUse is one edit and the ids of the scenarios that have it.
type EditUse struct {
	Edit Edit
	In   []string
}

// ComparisonColumn is one scenario of a comparison.
type ComparisonColumn struct {
	scenario.Column
	Scenario Scenario
	baseline *snapshot.County
}

// Metrics are its counts and costs.
func (c ComparisonColumn) Metrics() Metrics { return NewMetrics(c.Summary) }

// CostDelta is its structure cost less the baseline's.
func (c ComparisonColumn) CostDelta() gov.Micro { return c.Delta.Cost }

// OrgansDelta is its number of organs less the baseline's.
func (c ComparisonColumn) OrgansDelta() int { return c.Delta.Organs }

// OverlapsDelta is its number of overlaps less the baseline's.
func (c ComparisonColumn) OverlapsDelta() int { return c.Delta.Overlaps }

// Resolves are the overlaps that are gone.
func (c ComparisonColumn) Resolves() []Overlap { return NewOverlaps(c.baseline, c.Column.Resolves) }

// Introduces are the overlaps that are new.
func (c ComparisonColumn) Introduces() []Overlap { return NewOverlaps(c.County, c.Column.Introduces) }

// Lowers are the overlaps that cost less.
func (c ComparisonColumn) Lowers() []Overlap { return NewOverlaps(c.baseline, c.Column.Lowers) }

// Raises are the overlaps that cost more.
func (c ComparisonColumn) Raises() []Overlap { return NewOverlaps(c.baseline, c.Column.Raises) }

// OrganMap is what became of organs.
func (c ComparisonColumn) OrganMap() []OrganLine {
	w := Worlds{Now: c.baseline, Baseline: c.baseline, Result: c.County}
	return each(c.Organs, func(l scenario.OrganLine) OrganLine { return OrganLine{l, w} })
}
