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

// Organs are the county's organs.
func (r countyResolver) Organs(_ context.Context, c *snapshot.County, filter *model.OrganFilter, orderBy *model.OrganOrder, first *int, after *string, last *int, before *string) (model.OrganConnection, error) {
	rows := c.Organs()
	if filter != nil {
		rows = kept(rows, func(o snapshot.Organ) bool { return organPasses(o, filter) })
	}
	page, err := connect(rows, organOrder(c, orderBy), args(first, after, last, before))
	return model.OrganConnection{Connection: page}, err
}

func organPasses(o snapshot.Organ, f *model.OrganFilter) bool {
	return mentions(f.Text, organNames(o)...) && admits(f.Keys, o.Key) && admits(f.Townships, o.Township().Key) &&
		admits(f.Sizes, o.Township().Size) && admits(f.Kinds, o.Kind) && admits(f.Managements, o.Management) &&
		admits(f.Basis, o.Provenance.Basis) && sourced(f.Sourced, o.Provenance) &&
		(f.Department == nil || faces(o, *f.Department)) && (f.Duty == nil || carries(o, *f.Duty))
}

func organNames(o snapshot.Organ) []string {
	names := slices.Concat([]string{o.Name}, o.ShortNames, o.FormerNames)
	for _, p := range o.Plates {
		names = append(names, p.Name)
	}
	return names
}

func faces(o snapshot.Organ, department string) bool {
	return slices.ContainsFunc(o.Counterparts(), func(c snapshot.Counterpart) bool {
		return c.To == department && c.Nature == gov.NatureBusiness
	})
}

func carries(o snapshot.Organ, duty string) bool {
	return slices.ContainsFunc(o.Assignments(), func(a snapshot.Assignment) bool { return a.To == duty })
}

func organPlace(o snapshot.Organ) page.Tuple {
	t := o.Township()
	return page.Tuple{number(t.Order), page.Text(t.Key), number(o.Order), page.Text(o.Key)}
}

func organOrder(c *snapshot.County, asked *model.OrganOrder) page.Order[snapshot.Organ] {
	if asked == nil {
		asked = &model.OrganOrder{Field: model.OrganOrderFieldOrder}
	}
	var primary func(snapshot.Organ) page.Value
	switch asked.Field {
	case model.OrganOrderFieldName:
		key := byName()
		primary = func(o snapshot.Organ) page.Value { return key(o.Name) }
	case model.OrganOrderFieldOverlapCost:
		costs := participantCosts(c)
		primary = func(o snapshot.Organ) page.Value { return page.Int(int64(costs[o.Key])) }
	case model.OrganOrderFieldDuties:
		primary = func(o snapshot.Organ) page.Value { return number(len(o.Assignments())) }
	case model.OrganOrderFieldCounterparts:
		primary = func(o snapshot.Organ) page.Value { return number(len(o.Counterparts())) }
	case model.OrganOrderFieldLeaders:
		primary = func(o snapshot.Organ) page.Value { return number(len(o.Charges())) }
	default:
		primary = func(o snapshot.Organ) page.Value { return number(o.Township().Order) }
	}
	return ordering(asked.Field, asked.Direction, model.OrderDirectionAsc, primary, organPlace)
}

// participantCosts are the costs of the overlaps that each node takes part in.
func participantCosts(c *snapshot.County) map[string]gov.Micro {
	return snapshot.Derive(c.Cell(), "participant costs", func() map[string]gov.Micro {
		costs := map[string]gov.Micro{}
		for _, o := range overlap.Of(c).All {
			for _, key := range o.Participants {
				costs[key] += o.Cost
			}
		}
		return costs
	})
}

// Overlaps are those the organ takes part in or is the subject of, dearest first.
func (r organResolver) Overlaps(_ context.Context, o *snapshot.Organ) ([]model.Overlap, error) {
	return concerning(o.County(), o.Township().Key, o.Key), nil
}

// OverlapCost is the cost of the overlaps the organ takes part in.
func (r organResolver) OverlapCost(_ context.Context, o *snapshot.Organ) (float64, error) {
	return participantCosts(o.County())[o.Key].Float(), nil
}
