package graph

import (
	"context"

	"tiaokuai/graph/internal/exec"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/gov"
)

// Root answers every field that is not bound to a method of its own type.
type Root struct {
	atlas   *atlas.Atlas
	version string
}

var _ exec.ResolverRoot = (*Root)(nil)

type (
	queryResolver      struct{ *Root }
	countyResolver     struct{ *Root }
	townshipResolver   struct{ *Root }
	organResolver      struct{ *Root }
	departmentResolver struct{ *Root }
	leaderResolver     struct{ *Root }
	dutyResolver       struct{ *Root }
)

// Query answers the fields of Query.
func (r *Root) Query() exec.QueryResolver { return queryResolver{r} }

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

type viewKey struct{}

// withView pins the moment that a request reads, so that all of its fields see one revision per county.
func withView(ctx context.Context, v *atlas.View) context.Context {
	return context.WithValue(ctx, viewKey{}, v)
}

// view is the moment that the request reads.
func (r *Root) view(ctx context.Context) (*atlas.View, error) {
	if v, ok := ctx.Value(viewKey{}).(*atlas.View); ok {
		return v, nil
	}
	return r.atlas.View()
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
