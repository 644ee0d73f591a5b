package model

import (
	"context"
	"encoding/json"
	"sync"

	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
)

// DryRun is the world of a county that nothing keeps: its ids are those of nothing else.
const DryRun gov.World = "dry"

// ProposalKey is what a proposal's global id says beside county and version: enough to compute it anew.
type ProposalKey struct {
	Key     string           `json:"key"`
	Scope   proposal.Scope   `json:"scope,omitzero"`
	Options proposal.Options `json:"options,omitzero"`
	// Organs is the number of organs of a frontier point, whose plan is no proposal of the list.
	Organs int `json:"organs,omitempty"`
}

// Proposal is a proposal in the snapshot it was made for.
type Proposal struct {
	*proposal.Proposal
	c      *snapshot.County
	asked  ProposalKey
	result func() (*snapshot.County, error)
}

// NewProposal pairs a proposal with its snapshot and with what was asked for it.
func NewProposal(c *snapshot.County, p *proposal.Proposal, asked ProposalKey) Proposal {
	asked.Key = p.Key
	return Proposal{p, c, asked, sync.OnceValues(func() (*snapshot.County, error) {
		if len(p.Edits) == 0 {
			return c.In(DryRun), nil
		}
		meta := c.Meta()
		meta.World, meta.Revision = DryRun, meta.Revision+1
		after, _, err := change.Apply(c, p.Edits, meta)
		return after, err
	})}
}

// ID says county, version, scope and constraints.
func (p Proposal) ID() string {
	key, _ := json.Marshal(p.asked) // plain values always marshal
	return gov.GlobalID{Type: "Proposal", County: p.c.Key, World: p.c.Meta().World, Key: string(key)}.String()
}

// Title is what is proposed.
func (p Proposal) Title(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, p.Proposal.Title)
}

// Rationale is why.
func (p Proposal) Rationale(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, p.Proposal.Rationale)
}

// Request is what is asked of somebody else; empty where nothing is.
func (p Proposal) Request(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, p.Proposal.Request)
}

// Township is nil for a size class and the county.
func (p Proposal) Township() *snapshot.Township { return townshipIn(p.c, p.Scope.Township) }

// Size is the size class.
func (p Proposal) Size() gov.Size { return p.Scope.Class }

// Subjects are what it changes.
func (p Proposal) Subjects() []snapshot.Entity { return entitiesIn(p.c, p.Proposal.Subjects) }

// EditCount is how many edits it is.
func (p Proposal) EditCount() int { return len(p.Proposal.Edits) }

// Edits are its edits.
func (p Proposal) Edits(first *int) ([]Edit, error) {
	after, err := p.result()
	if err != nil {
		return nil, err
	}
	return newEdits(p.Proposal.Edits, change.NamesIn(p.c, after), first)
}

// Before are the counts and costs of its scope.
func (p Proposal) Before() Metrics { return NewMetrics(p.Proposal.Before) }

// After are those after its edits.
func (p Proposal) After() Metrics { return NewMetrics(p.Proposal.After) }

// NetGain is what proposals are ranked by.
func (p Proposal) NetGain() gov.Micro { return p.Net() }

// Resolves are the overlaps that are gone.
func (p Proposal) Resolves() []Overlap { return NewOverlaps(p.c, p.Proposal.Resolves) }

// Lowers are the overlaps that cost less, as they are before.
func (p Proposal) Lowers() []Overlap { return NewOverlaps(p.c, p.Proposal.Lowers) }

// Raises are the overlaps that cost more, as they are after.
func (p Proposal) Raises() ([]Overlap, error) {
	after, err := p.result()
	if err != nil {
		return nil, err
	}
	return NewOverlaps(after, p.Proposal.Raises), nil
}

// Introduces are the overlaps that are new.
func (p Proposal) Introduces() ([]Overlap, error) {
	after, err := p.result()
	if err != nil {
		return nil, err
	}
	return NewOverlaps(after, p.Proposal.Introduces), nil
}

// Constraints are the rules it was held to.
func (p Proposal) Constraints() []ConstraintCheck {
	return each(p.Checks, func(c proposal.Check) ConstraintCheck { return ConstraintCheck{c} })
}

// Alternatives are the other ways that were looked at.
func (p Proposal) Alternatives() []Alternative {
	return each(p.Proposal.Alternatives, func(a proposal.Alternative) Alternative { return Alternative{a} })
}

// Sensitivity is where it stays first.
func (p Proposal) Sensitivity() []WeightRange {
	return each(p.Proposal.Sensitivity, func(r proposal.Range) WeightRange { return WeightRange{r} })
}

// Notes are what a reader must know.
func (p Proposal) Notes(ctx context.Context, language *gov.Language) []string {
	return each(p.Proposal.Notes, func(n gov.Text) string { return In(ctx, language, n) })
}

// Result is the county as it would be.
func (p Proposal) Result() (*snapshot.County, error) { return p.result() }

// ConstraintCheck is one rule held to a proposal.
type ConstraintCheck struct{ proposal.Check }

// Text is what the rule demands.
func (c ConstraintCheck) Text(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, c.Check.Text)
}

// Source is where it comes from.
func (c ConstraintCheck) Source(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, c.Check.Source)
}

// Detail is where it is violated, or what is to be supplied.
func (c ConstraintCheck) Detail(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, c.Check.Detail)
}

// Alternative is another way that was looked at.
type Alternative struct{ proposal.Alternative }

// Title is what it would be.
func (a Alternative) Title(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, a.Alternative.Title)
}

// Reason is why it lost.
func (a Alternative) Reason(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, a.Alternative.Reason)
}

// NetGain is what it would be ranked by.
func (a Alternative) NetGain() gov.Micro { return a.Net() }

// WeightRange is values of one weight.
type WeightRange struct{ proposal.Range }

// High is nil where no upper bound was found.
func (r WeightRange) High() *gov.Micro {
	if high := r.Range.High; high >= r.Low {
		return &high
	}
	return nil
}

// ProposalConnection is a page of proposals.
type ProposalConnection struct{ page.Connection[Proposal] }

// ProposalEdge is a proposal with its cursor.
type ProposalEdge = page.Edge[Proposal]
