package model

import (
	"context"
	"encoding/json"

	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
)

// FrontierPoint is the best plan for one number of organs.
type FrontierPoint struct {
	proposal.FrontierPoint
	objective
	c     *snapshot.County
	asked ProposalKey
}

// NewFrontierPoint pairs a point with its snapshot and with what was asked for it.
func NewFrontierPoint(c *snapshot.County, p proposal.FrontierPoint, asked ProposalKey) FrontierPoint {
	asked.Organs = p.Organs
	return FrontierPoint{p, objective{p.Point}, c, asked}
}

// Groups are the organs that become one; those of a size class's first township stand for all.
func (p FrontierPoint) Groups() [][]snapshot.Organ {
	return each(p.Point.Groups, func(keys []string) []snapshot.Organ {
		var out []snapshot.Organ
		for _, key := range keys {
			if o, ok := snapshot.Lookup[snapshot.Organ](p.c, memberOf(p.Problem, key)); ok {
				out = append(out, o)
			}
		}
		return out
	})
}

// Proposal is the plan as edits.
func (p FrontierPoint) Proposal() Proposal {
	return NewProposal(p.c, &p.FrontierPoint.Proposal, p.asked)
}

// Certificate proves the cost, made when it is asked for; null where the point is no proven optimum.
func (p FrontierPoint) Certificate(ctx context.Context) (json.RawMessage, error) {
	text, err := p.FrontierPoint.Certificate(ctx)
	if text == "" {
		return json.RawMessage("null"), err
	}
	return json.RawMessage(text), err
}
