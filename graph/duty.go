package graph

import (
	"context"
	"slices"

	"tiaokuai/graph/internal/model"
	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Duties are the county's duties.
func (r countyResolver) Duties(_ context.Context, c *snapshot.County, filter *model.DutyFilter, orderBy *model.DutyOrder, first *int, after *string, last *int, before *string) (model.DutyConnection, error) {
	rows := c.Duties()
	if filter != nil {
		rows = kept(rows, func(d snapshot.Duty) bool { return dutyPasses(d, filter) })
	}
	page, err := connect(rows, dutyOrder(orderBy), args(first, after, last, before))
	return model.DutyConnection{Connection: page}, err
}

func dutyPasses(d snapshot.Duty, f *model.DutyFilter) bool {
	return mentions(f.Text, append([]string{d.Name}, d.ShortNames...)...) && admits(f.Keys, d.Key) && admits(f.Aspects, d.Aspect) &&
		admits(f.Domains, d.Domain) && admits(f.Natures, d.Nature) && admits(f.Basis, d.Provenance.Basis) && sourced(f.Sourced, d.Provenance) &&
		(len(f.Lists) == 0 || slices.ContainsFunc(d.Listings, func(l gov.Listing) bool { return slices.Contains(f.Lists, l.List) })) &&
		(f.Bearer == nil || slices.ContainsFunc(d.Assignments(), func(a snapshot.Assignment) bool { return a.From == *f.Bearer }))
}

func dutyPlace(d snapshot.Duty) page.Tuple { return page.Tuple{number(d.Order), page.Text(d.Key)} }

func dutyOrder(asked *model.DutyOrder) page.Order[snapshot.Duty] {
	if asked == nil {
		asked = &model.DutyOrder{Field: model.DutyOrderFieldOrder}
	}
	var primary func(snapshot.Duty) page.Value
	switch asked.Field {
	case model.DutyOrderFieldName:
		key := byName()
		primary = func(d snapshot.Duty) page.Value { return key(d.Name) }
	case model.DutyOrderFieldBearers:
		primary = func(d snapshot.Duty) page.Value { return number(len(d.Assignments())) }
	default:
		primary = func(d snapshot.Duty) page.Value { return number(d.Order) }
	}
	return ordering(asked.Field, asked.Direction, model.OrderDirectionAsc, primary, dutyPlace)
}

// Authority is who holds the legal authority; null where that is not on record.
func (r dutyResolver) Authority(_ context.Context, d *snapshot.Duty) (*model.Authority, error) {
	if d.Duty.Authority.Level == "" {
		return nil, nil
	}
	return &model.Authority{Authority: d.Duty.Authority, Duty: *d}, nil
}

// Assignments are the 承担 edges that reach the duty; with townships given, departments' and those townships' organs'.
func (r dutyResolver) Assignments(_ context.Context, d *snapshot.Duty, townships []string) ([]snapshot.Assignment, error) {
	return slices.DeleteFunc(d.Assignments(), func(a snapshot.Assignment) bool {
		o, ok := a.Organ()
		return ok && !admits(townships, o.Township().Key)
	}), nil
}

// Overlaps are those about the duty, dearest first.
func (r dutyResolver) Overlaps(_ context.Context, d *snapshot.Duty) ([]model.Overlap, error) {
	return concerning(d.County(), everywhere, d.Key), nil
}
