package model

import (
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
)

// Grouping is how a plan groups organs.
type Grouping struct {
	proposal.Grouping
	objective
	before, after *snapshot.County
}

// NewGrouping pairs a grouping with the counties before and after.
func NewGrouping(before, after *snapshot.County, g proposal.Grouping) Grouping {
	return Grouping{g, objective{g.Point}, before, after}
}

// Groups are the organs that become one, and those that stay by themselves.
func (g Grouping) Groups() []OrganGroup {
	return each(g.Grouping.Groups, func(keys []string) OrganGroup {
		var out OrganGroup
		for _, key := range keys {
			member := memberOf(g.Problem, key)
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

// Constraints are the rules held to it.
func (g Grouping) Constraints() []ConstraintCheck {
	return each(g.Checks, func(c proposal.Check) ConstraintCheck { return ConstraintCheck{c} })
}

// OrganGroup is organs that become one.
type OrganGroup struct {
	Organs  []snapshot.Organ
	Becomes *snapshot.Organ
}
