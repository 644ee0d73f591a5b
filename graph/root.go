package graph

import (
	"context"
	"sync/atomic"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"tiaokuai/graph/internal/exec"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/casework"
	"tiaokuai/internal/desk"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
)

// Root answers every field that is not bound to a method of its own type.
type Root struct {
	atlas   *atlas.Atlas
	version string
	mint    func() string
	schema  *ast.Schema // of the API itself
	books   *lru.Cache[bookKey, *casework.Book]

	desk      *desk.Desk
	proposer  *proposal.Proposer
	proposals *lru.Cache[planKey, []proposal.Proposal]
	frontiers *lru.Cache[planKey, []proposal.FrontierPoint]
}

var _ exec.ResolverRoot = (*Root)(nil)

type (
	queryResolver      struct{ *Root }
	mutationResolver   struct{ *Root }
	countyResolver     struct{ *Root }
	townshipResolver   struct{ *Root }
	organResolver      struct{ *Root }
	departmentResolver struct{ *Root }
	leaderResolver     struct{ *Root }
	dutyResolver       struct{ *Root }
	overlapResolver    struct{ *Root }
	facetsResolver     struct{ *Root }
	commitResolver     struct{ *Root }
	scenarioResolver   struct{ *Root }
)

// subscriptionResolver has a field Scenario as Root has a method: the nearer one counts.
type subscriptionResolver struct{ *Root }

// Query answers the fields of Query.
func (r *Root) Query() exec.QueryResolver { return queryResolver{r} }

// Mutation answers the fields of Mutation.
func (r *Root) Mutation() exec.MutationResolver { return mutationResolver{r} }

// County answers the computed fields of County.
func (r *Root) County() exec.CountyResolver { return countyResolver{r} }

// Township answers the computed fields of Township.
func (r *Root) Township() exec.TownshipResolver { return townshipResolver{r} }

// Organ answers the computed fields of Organ.
func (r *Root) Organ() exec.OrganResolver { return organResolver{r} }

// Department answers the computed fields of Department.
func (r *Root) Department() exec.DepartmentResolver { return departmentResolver{r} }

// Leader answers the computed fields of Leader.
func (r *Root) Leader() exec.LeaderResolver { return leaderResolver{r} }

// Duty answers the computed fields of Duty.
func (r *Root) Duty() exec.DutyResolver { return dutyResolver{r} }

// Overlap answers the computed fields of Overlap.
func (r *Root) Overlap() exec.OverlapResolver { return overlapResolver{r} }

// OverlapFacets answers the computed fields of OverlapFacets.
func (r *Root) OverlapFacets() exec.OverlapFacetsResolver { return facetsResolver{r} }

// Commit answers the computed fields of Commit.
func (r *Root) Commit() exec.CommitResolver { return commitResolver{r} }

// Scenario answers the computed fields of Scenario.
func (r *Root) Scenario() exec.ScenarioResolver { return scenarioResolver{r} }

// Subscription answers the fields of Subscription.
func (r *Root) Subscription() exec.SubscriptionResolver { return subscriptionResolver{r} }

type momentKey struct{}

// moment is what a request reads. Only a mutation moves it: its answer, and the mutations after it in the same
// document, which run one after the other, see what it did. An empty one becomes the moment of its first reader.
type moment struct{ view atomic.Pointer[atlas.View] }

// withView pins the moment that a request reads, so that all of its fields see one revision per county.
func withView(ctx context.Context, v *atlas.View) context.Context {
	m := new(moment)
	m.view.Store(v)
	return context.WithValue(ctx, momentKey{}, m)
}

// view is the moment that the request reads.
func (r *Root) view(ctx context.Context) (*atlas.View, error) {
	m, ok := ctx.Value(momentKey{}).(*moment)
	if !ok {
		return r.atlas.View()
	}
	if v := m.view.Load(); v != nil {
		return v, nil
	}
	v, err := r.atlas.View()
	if err != nil {
		return nil, err
	}
	m.view.CompareAndSwap(nil, v)
	return m.view.Load(), nil
}

// advance moves the request to the present.
func (r *Root) advance(ctx context.Context) (*atlas.View, error) {
	v, err := r.atlas.View()
	if m, ok := ctx.Value(momentKey{}).(*moment); ok && err == nil {
		m.view.Store(v)
	}
	return v, err
}

// dereference is a value or its zero where it was not given.
func dereference[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}

func notBetween(field string, low, high int) error {
	return gov.Errorf(gov.CodeInvalid, "%s 必须在 %d 到 %d 之间", "%s must be between %d and %d", field, low, high).At(field)
}
