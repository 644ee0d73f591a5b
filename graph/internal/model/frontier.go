package model

import (
	"encoding/json"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
)

// FrontierPoint is the best plan for one number of organs.
type FrontierPoint struct {
	proposal.FrontierPoint
	c     *snapshot.County
	asked ProposalKey
}

// NewFrontierPoint pairs a point with its snapshot and with what was asked for it.
func NewFrontierPoint(c *snapshot.County, p proposal.FrontierPoint, asked ProposalKey) FrontierPoint {
	asked.Organs = p.Organs
	return FrontierPoint{p, c, asked}
}

// Cost is the merger objective.
func (p FrontierPoint) Cost() gov.Micro { return p.Objective }

// Interfaces is its first term.
func (p FrontierPoint) Interfaces() gov.Micro { return p.Terms.Interfaces }

// DutiesLed is its second.
func (p FrontierPoint) DutiesLed() gov.Micro { return p.Terms.Duties }

// Span is its third.
func (p FrontierPoint) Span() gov.Micro { return p.Terms.Span }

// Integration is its fourth.
func (p FrontierPoint) Integration() gov.Micro { return p.Terms.Integration }

// Groups are the organs that become one; those of a size class's first township stand for all.
func (p FrontierPoint) Groups() [][]snapshot.Organ {
	return each(p.Point.Groups, func(keys []string) []snapshot.Organ {
		var out []snapshot.Organ
		for _, key := range keys {
			if o, ok := snapshot.Lookup[snapshot.Organ](p.c, p.member(key)); ok {
				out = append(out, o)
			}
		}
		return out
	})
}

// member is the organ that an organ of the problem is, or first stands for.
func (p FrontierPoint) member(key string) string {
	for _, o := range p.Problem.Organs {
		if o.Key == key && len(o.Members) > 0 {
			return o.Members[0]
		}
	}
	return key
}

// Proposal is the plan as edits.
func (p FrontierPoint) Proposal() Proposal {
	return NewProposal(p.c, &p.FrontierPoint.Proposal, p.asked)
}

// Certificate proves the cost; null where there is none.
func (p FrontierPoint) Certificate() json.RawMessage {
	if p.FrontierPoint.Certificate == "" {
		return json.RawMessage("null")
	}
	return json.RawMessage(p.FrontierPoint.Certificate)
}
