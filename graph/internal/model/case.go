package model

import (
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/casework"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// Case is what was decided about a finding, held against the county as it is.
type Case struct {
	casework.Case
	c *snapshot.County
}

// NewCase is a case in the county that is read.
func NewCase(c *snapshot.County, one casework.Case) Case { return Case{one, c} }

// CaseConnection is a page of cases.
type CaseConnection struct{ page.Connection[Case] }

// CaseEdge is a case with its cursor.
type CaseEdge = page.Edge[Case]

// ID is the case's global id; its key is the finding's fingerprint.
func (c Case) ID() string {
	return gov.GlobalID{Type: "Case", County: c.c.Key, World: c.c.Meta().World, Key: c.Fingerprint}.String()
}

// Status is where it stands.
func (c Case) Status() casework.Status { return c.Now }

// Decided is what was decided; empty where nothing was.
func (c Case) Decided() casework.Status { return c.Case.Status }

// DecidedAt is when; nil where nothing was decided.
func (c Case) DecidedAt() *time.Time {
	if c.Version == 0 {
		return nil
	}
	return &c.Time
}

// Measure is the measure that a justification relies on; nil where it names none, or it is gone.
func (c Case) Measure() *snapshot.Measure {
	if m, ok := snapshot.Lookup[snapshot.Measure](c.c, c.Case.Measure); ok {
		return &m
	}
	return nil
}

// Reopened says why it is open again; empty where it is not.
func (c Case) Reopened(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, c.Case.Reopened)
}

// Said is the finding's explanation when it was judged; empty where nothing was decided.
func (c Case) Said(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, c.Case.Said)
}

// Overlap is the finding; nil where it is gone.
func (c Case) Overlap() *Overlap {
	o, ok := overlap.Of(c.c).Find(c.Fingerprint)
	if !ok {
		return nil
	}
	found := NewOverlap(c.c, o)
	return &found
}

// Township is where the finding is, or was; nil for one of the county.
func (c Case) Township() *snapshot.Township { return townshipIn(c.c, c.finding().Township) }

// Kind is the kind of the finding.
func (c Case) Kind() gov.OverlapKind { return c.finding().Kind }

// finding is the finding as far as it is known: as it is, else as it was judged.
func (c Case) finding() overlap.Overlap {
	if o, ok := overlap.Of(c.c).Find(c.Fingerprint); ok {
		return o
	}
	return overlap.Overlap{Kind: c.Case.Kind, Township: c.Case.Township}
}

// MarshalCaseStatus writes the code, null if empty.
func MarshalCaseStatus(s casework.Status) graphql.Marshaler { return marshalCode(s) }

// UnmarshalCaseStatus reads the code.
func UnmarshalCaseStatus(v any) (casework.Status, error) { return unmarshalCode[casework.Status](v) }

// MarshalCaseReason writes the code, null if empty.
func MarshalCaseReason(r casework.Reason) graphql.Marshaler { return marshalCode(r) }

// UnmarshalCaseReason reads the code.
func UnmarshalCaseReason(v any) (casework.Reason, error) { return unmarshalCode[casework.Reason](v) }
