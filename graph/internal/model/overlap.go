package model

import (
	"context"

	"tiaokuai/graph/internal/fault"
	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// Overlap is a finding in the snapshot it was found in. The finding is shared and never changed: lists of them are
// filtered and cut on every request.
type Overlap struct {
	*overlap.Overlap
	c *snapshot.County
}

// NewOverlap pairs a finding with its snapshot.
func NewOverlap(c *snapshot.County, o overlap.Overlap) Overlap { return Overlap{&o, c} }

// NewOverlaps pairs findings with their snapshot.
func NewOverlaps(c *snapshot.County, found []overlap.Overlap) []Overlap {
	out := make([]Overlap, len(found))
	for i := range found {
		out[i] = Overlap{&found[i], c}
	}
	return out
}

// County is the snapshot it was found in.
func (o Overlap) County() *snapshot.County { return o.c }

// ID is the finding's global id; its key is the fingerprint.
func (o Overlap) ID() string {
	return gov.GlobalID{Type: "Overlap", County: o.c.Key, World: o.c.Meta().World, Key: o.Fingerprint}.String()
}

// ReducibleCost is 可优化.
func (o Overlap) ReducibleCost() gov.Micro { return o.Reducible() }

// Township is nil for a finding of the county.
func (o Overlap) Township() *snapshot.Township { return townshipIn(o.c, o.Overlap.Township) }

// Subject is what the finding is about.
func (o Overlap) Subject() snapshot.Entity {
	e, _ := o.c.Entity(o.Overlap.Subject)
	return e
}

// Participants are whose relations overlap.
func (o Overlap) Participants() []snapshot.Entity {
	out := make([]snapshot.Entity, 0, len(o.Overlap.Participants))
	for _, key := range o.Overlap.Participants {
		if e, ok := o.c.Entity(key); ok {
			out = append(out, e)
		}
	}
	return out
}

// Evidence are the statements it rests on.
func (o Overlap) Evidence() []Evidence {
	out := make([]Evidence, len(o.Overlap.Evidence))
	for i, e := range o.Overlap.Evidence {
		out[i] = Evidence{e, o.c}
	}
	return out
}

// Explanation says how the cost adds up.
func (o Overlap) Explanation(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, overlap.Explain(o.c, *o.Overlap))
}

// Counterfactuals are the finding's cost without each edge.
func (o Overlap) Counterfactuals() ([]Counterfactual, error) {
	found, err := overlap.Counterfactuals(o.c, *o.Overlap)
	if err != nil {
		return nil, err
	}
	out := make([]Counterfactual, len(found))
	for i, f := range found {
		out[i] = Counterfactual{Evidence{f.Evidence, o.c}, f}
	}
	return out, nil
}

// In is a text in the language asked for, else in the request's.
func In(ctx context.Context, language *gov.Language, t gov.Text) string {
	if language != nil {
		return t.In(*language)
	}
	return t.In(fault.LanguageFrom(ctx))
}

// OverlapConnection is a page of findings with the totals of all pages.
type OverlapConnection struct {
	page.Connection[Overlap]
}

// TotalCost is the cost of all pages.
func (c OverlapConnection) TotalCost() gov.Micro {
	var sum gov.Micro
	for _, o := range c.All() {
		sum += o.Cost
	}
	return sum
}

// ReducibleCost is the part of the total that edits can lower.
func (c OverlapConnection) ReducibleCost() gov.Micro {
	var sum gov.Micro
	for _, o := range c.All() {
		sum += o.Reducible()
	}
	return sum
}
