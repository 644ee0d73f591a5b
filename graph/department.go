package graph

import (
	"context"
	"slices"

	"tiaokuai/graph/internal/model"
	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// Departments are the county's departments.
func (r countyResolver) Departments(_ context.Context, c *snapshot.County, filter *model.DepartmentFilter, orderBy *model.DepartmentOrder, first *int, after *string, last *int, before *string) (model.DepartmentConnection, error) {
	rows := c.Departments()
	if f := filter; f != nil {
		rows = kept(rows, func(d snapshot.Department) bool {
			return mentions(f.Text, slices.Concat([]string{d.Name}, d.ShortNames, d.FormerNames)...) && admits(f.Keys, d.Key) &&
				admits(f.Kinds, d.Kind) && admits(f.Basis, d.Provenance.Basis) && sourced(f.Sourced, d.Provenance)
		})
	}
	page, err := connect(rows, departmentOrder(c, orderBy), args(first, after, last, before))
	return model.DepartmentConnection{Connection: page}, err
}

func departmentPlace(d snapshot.Department) page.Tuple {
	return page.Tuple{number(d.Order), page.Text(d.Key)}
}

func departmentOrder(c *snapshot.County, asked *model.DepartmentOrder) page.Order[snapshot.Department] {
	if asked == nil {
		asked = &model.DepartmentOrder{Field: model.DepartmentOrderFieldOrder}
	}
	var primary func(snapshot.Department) page.Value
	switch asked.Field {
	case model.DepartmentOrderFieldName:
		key := byName()
		primary = func(d snapshot.Department) page.Value { return key(d.Name) }
	case model.DepartmentOrderFieldCounterparts:
		primary = func(d snapshot.Department) page.Value { return number(len(d.Counterparts())) }
	case model.DepartmentOrderFieldOverlapCost:
		costs := subjectCosts(c)
		primary = func(d snapshot.Department) page.Value { return page.Int(int64(costs[d.Key])) }
	default:
		primary = func(d snapshot.Department) page.Value { return number(d.Order) }
	}
	return ordering(asked.Field, asked.Direction, model.OrderDirectionAsc, primary, departmentPlace)
}

// subjectCosts are the costs of the overlaps about each node.
func subjectCosts(c *snapshot.County) map[string]gov.Micro {
	return snapshot.Derive(c.Cell(), "subject costs", func() map[string]gov.Micro {
		costs := map[string]gov.Micro{}
		for _, o := range overlap.Of(c).All {
			costs[o.Subject] += o.Cost
		}
		return costs
	})
}

// Counterparts are the department's 对口 edges, in the given townships (none = all).
func (r departmentResolver) Counterparts(_ context.Context, d *snapshot.Department, townships []string) ([]snapshot.Counterpart, error) {
	return slices.DeleteFunc(d.Counterparts(), func(e snapshot.Counterpart) bool {
		return !admits(townships, e.Organ().Township().Key)
	}), nil
}

// Overlaps are those about the department or with it among the participants, dearest first.
func (r departmentResolver) Overlaps(_ context.Context, d *snapshot.Department) ([]model.Overlap, error) {
	return concerning(d.County(), everywhere, d.Key), nil
}
