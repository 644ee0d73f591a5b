package proposal

import (
	"context"
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Rung is one kind of proposal: how it is drafted, and everything that is said of it. It drafts for each township by
// itself, for what is found once for the county, or for the whole of a scope.
type Rung struct {
	Kind        Kind
	Name        gov.Text  // 合并设置
	Definition  gov.Text  // when it is drafted, and what its edits are
	Price       gov.Micro // default price of one unit
	Unit        gov.Text  // what is counted
	PriceReason gov.Text  // why the default is what it is

	township func(context.Context, *site, snapshot.Township) ([]draft, error)
	county   func(*site) []draft
	whole    func(context.Context, *site) ([]draft, error)
}

// rungs are all kinds in the order of the ladder, the cheapest first.
var rungs = [...]Rung{
	coordinate,
	clarifyLead,
	reassignLeaders,
	refineCounterparts,
	transferDuty,
	returnDuty,
	admitDuty,
	dualManagement,
	addPlate,
	coLocate,
	mergeOrgans,
}

// Rungs are all kinds of proposal in the order of the ladder.
func Rungs() []Rung { return slices.Clone(rungs[:]) }

// Lookup is the rung of a kind; false for an unknown kind.
func Lookup(kind Kind) (Rung, bool) {
	i := slices.IndexFunc(rungs[:], func(r Rung) bool { return r.Kind == kind })
	if i < 0 {
		return Rung{}, false
	}
	return rungs[i], true
}

// place is the number of a kind's rung.
func place(kind Kind) int {
	return slices.IndexFunc(rungs[:], func(r Rung) bool { return r.Kind == kind })
}
