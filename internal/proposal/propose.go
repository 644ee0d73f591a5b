package proposal

import (
	"context"
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
)

// propose simulates every draft of every rung, sets them beside each other, and leaves out what helps nothing.
func (s *site) propose(ctx context.Context) ([]Proposal, error) {
	var all, mergers []candidate
	for i := range rungs {
		drafts, err := s.drafts(ctx, &rungs[i])
		if err != nil {
			return nil, err
		}
		found := make([]Proposal, len(drafts))
		err = each(ctx, len(drafts), func(_ context.Context, j int) error {
			p, err := s.simulated(i, drafts[j])
			found[j] = p
			return err
		})
		if err != nil {
			return nil, err
		}
		for j, p := range found {
			d := drafts[j]
			if s.settled(p) {
				continue
			}
			if p.worthListing() || d.listed {
				all = append(all, candidate{p, d})
			}
			if p.Kind == KindMergeOrgans {
				mergers = append(mergers, candidate{p, d})
			}
		}
	}
	all = withoutIdle(all)
	rankCandidates(all)
	rankCandidates(mergers)
	s.sensitivity(all, mergers)
	s.compareAll(all, mergers)
	out := make([]Proposal, len(all))
	for i, c := range all {
		out[i] = c.Proposal
	}
	return out, nil
}

// settled says whether everything that a merger would cure is to stay as it is.
func (s *site) settled(p Proposal) bool {
	if p.Kind != KindMergeOrgans || len(s.options.Justified) == 0 {
		return false
	}
	return !slices.ContainsFunc(slices.Concat(p.Resolves, p.Lowers), func(o overlap.Overlap) bool {
		return o.Cost > 0 && !s.options.Justified[o.Fingerprint]
	})
}

// withoutIdle leaves out shared offices of mergers that came to nothing.
func withoutIdle(all []candidate) []candidate {
	return slices.DeleteFunc(all, func(c candidate) bool {
		return c.Kind == KindCoLocate && !c.draft.listed && !slices.ContainsFunc(all, func(m candidate) bool {
			return m.Kind == KindMergeOrgans && slices.Equal(m.Subjects, c.Subjects)
		})
	})
}

// candidate is a proposal with the draft it came from.
type candidate struct {
	Proposal
	draft draft
}

// worthListing says whether a proposal lowers the cost, asks for something, or is a rung that is listed for what else it
// is good for.
func (p Proposal) worthListing() bool {
	switch p.Kind {
	case KindCoordinate, KindAddPlate, KindCoLocate:
		return true
	case KindMergeOrgans:
		return p.Net() > 0
	}
	return p.Gain > 0 || len(p.Edits) == 0 && p.Request != gov.Text{}
}

// simulated is a draft with what it comes to.
func (s *site) simulated(rung int, d draft) (Proposal, error) {
	r := &rungs[rung]
	p := Proposal{
		Key: s.key(rung, d), Kind: r.Kind, Scope: s.scope, Title: d.title, Rationale: d.rationale, Subjects: d.subjects, Edits: d.edits,
		Request: d.request, Units: d.units, Notes: d.notes, Checks: d.checks,
	}
	p.Price = s.priceOf(r.Kind)*gov.Micro(d.units) + d.extra
	after := s.before()
	if d.after != nil {
		after = *d.after
	} else if len(d.edits) > 0 {
		var err error
		if after, err = s.simulate(d.edits); err != nil {
			return p, err
		}
	}
	s.compare(&p, after)
	s.noteCoverage(&p, d)
	p.Checks = append(p.Checks, s.check(p, d, after)...)
	return p, nil
}

// priceOf is the price of one unit of a rung: the planner's, else the default.
func (s *site) priceOf(kind Kind) gov.Micro {
	if price, ok := s.options.Prices[kind]; ok {
		return price
	}
	return rungs[place(kind)].Price
}

// noteCoverage says on how much data the findings stand that a proposal is meant for.
func (s *site) noteCoverage(p *Proposal, d draft) {
	said := map[gov.Text]bool{}
	for i := range s.townships {
		for _, o := range s.before().found[i+1] {
			if !slices.Contains(d.targets, o.Fingerprint) {
				continue
			}
			for _, gap := range s.quality().Gaps(o.Kind, o.Township) {
				if !said[gap.Reason] {
					said[gap.Reason] = true
					p.Notes = append(p.Notes, say("数据覆盖不足（%[1]s），所列为已登记部分；须采集：%[2]s。",
						"The data cover too little (%[1]s): this is what is on record. To be collected: %[2]s.", gap.Reason, gap.Collect))
				}
			}
		}
	}
}

// touched are the fingerprints of what a candidate is meant for or changes.
func (c candidate) touched() map[string]bool {
	out := map[string]bool{}
	for _, f := range c.draft.targets {
		out[f] = true
	}
	for _, list := range [][]overlap.Overlap{c.Resolves, c.Lowers} {
		for _, o := range list {
			out[o.Fingerprint] = true
		}
	}
	return out
}
