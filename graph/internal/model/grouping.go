package model

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/reform"
	"tiaokuai/internal/snapshot"
)

// Grouping is how a plan groups organs.
type Grouping struct {
	proposal.Grouping
	before, after *snapshot.County
}

// NewGrouping pairs a grouping with the counties before and after.
func NewGrouping(before, after *snapshot.County, g proposal.Grouping) Grouping {
	return Grouping{g, before, after}
}

// Cost is the merger objective.
func (g Grouping) Cost() gov.Micro { return g.Objective }

// Interfaces is its first term.
func (g Grouping) Interfaces() gov.Micro { return g.Terms.Interfaces }

// DutiesLed is its second.
func (g Grouping) DutiesLed() gov.Micro { return g.Terms.Duties }

// Span is its third.
func (g Grouping) Span() gov.Micro { return g.Terms.Span }

// Integration is its fourth.
func (g Grouping) Integration() gov.Micro { return g.Terms.Integration }

// Groups are the organs that become one, and those that stay by themselves.
func (g Grouping) Groups() []OrganGroup {
	return each(g.Grouping.Groups, func(keys []string) OrganGroup {
		var out OrganGroup
		for _, key := range keys {
			member := g.member(key)
			if o, ok := snapshot.Lookup[snapshot.Organ](g.before, member); ok {
				out.Organs = append(out.Organs, o)
			}
			if o, ok := snapshot.Lookup[snapshot.Organ](g.after, proposal.Heir(g.after, member)); ok && out.Becomes == nil {
				out.Becomes = &o
			}
		}
		return out
	})
}

// member is the organ that an organ of the problem is, or first stands for.
func (g Grouping) member(key string) string {
	i := slices.IndexFunc(g.Problem.Organs, func(o reform.Organ) bool { return o.Key == key })
	if members := g.Problem.Organs[i].Members; len(members) > 0 {
		return members[0]
	}
	return key
}

// Constraints are the rules held to it.
func (g Grouping) Constraints() []ConstraintCheck {
	return each(g.Checks, func(c proposal.Check) ConstraintCheck { return ConstraintCheck{c} })
}

// OrganGroup is organs that become one.
type OrganGroup struct {
	Organs  []snapshot.Organ
	Becomes *snapshot.Organ
}
