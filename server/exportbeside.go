package main

import (
	"context"
	"slices"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/exchange"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
)

// besideOf is what a format writes of a served county beside its snapshot.
func besideOf(ctx context.Context, v *atlas.View, c *snapshot.County, f exchange.Format, bases []gov.Basis) (b exchange.Beside, err error) {
	if f.Dated {
		if b.History, err = historyOf(ctx, v, c.Key, c.Revision(), bases); err != nil {
			return b, err
		}
	}
	b.Proposals, err = proposalsOf(ctx, c, f)
	return b, err
}

// proposalsOf are the proposals of a county with every default, for formats that list them.
func proposalsOf(ctx context.Context, c *snapshot.County, f exchange.Format) ([]proposal.Proposal, error) {
	if !f.Proposing {
		return nil, nil
	}
	return proposal.New().Propose(ctx, c, proposal.Scope{}, proposal.Options{})
}

// historyPage is how many commits are read at a time; a commit may hold a whole county.
const historyPage = 100

// historyOf reads a county's log up to a revision, as far as it rests on the given bases.
func historyOf(ctx context.Context, v *atlas.View, county string, revision int64, bases []gov.Basis) (exchange.History, error) {
	var h exchange.History
	for first := int64(1); first <= revision; first += historyPage {
		last := min(first+historyPage-1, revision)
		commits, err := v.History(ctx, county, last+1, int(last-first)+1, true)
		if err != nil {
			return exchange.History{}, err
		}
		for _, c := range slices.Backward(commits) {
			h.Add(c)
		}
	}
	return h.Of(bases), nil
}
