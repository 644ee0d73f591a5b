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

// Townships are the county's townships.
func (r countyResolver) Townships(_ context.Context, c *snapshot.County, filter *model.TownshipFilter, orderBy *model.TownshipOrder, first *int, after *string, last *int, before *string) (model.TownshipConnection, error) {
	rows := c.Townships()
	if f := filter; f != nil {
		rows = kept(rows, func(t snapshot.Township) bool {
			return mentions(f.Text, append([]string{t.Name}, t.FormerNames...)...) && admits(f.Keys, t.Key) && admits(f.Kinds, t.Kind) &&
				admits(f.Sizes, t.Size) && admits(f.Basis, t.Provenance.Basis)
		})
	}
	page, err := connect(rows, townshipOrder(c, orderBy), args(first, after, last, before))
	return model.TownshipConnection{Connection: page}, err
}

func townshipPlace(t snapshot.Township) page.Tuple {
	return page.Tuple{number(t.Order), page.Text(t.Key)}
}

func townshipOrder(c *snapshot.County, asked *model.TownshipOrder) page.Order[snapshot.Township] {
	if asked == nil {
		asked = &model.TownshipOrder{Field: model.TownshipOrderFieldOrder}
	}
	var primary func(snapshot.Township) page.Value
	switch asked.Field {
	case model.TownshipOrderFieldName:
		key := byName()
		primary = func(t snapshot.Township) page.Value { return key(t.Name) }
	case model.TownshipOrderFieldOverlapCost:
		report := overlap.Of(c)
		primary = func(t snapshot.Township) page.Value {
			return page.Int(int64(overlap.Cost(report.ByTownship(t.Key))))
		}
	case model.TownshipOrderFieldOrgans:
		primary = func(t snapshot.Township) page.Value { return number(len(t.Organs())) }
	default:
		primary = func(t snapshot.Township) page.Value { return number(t.Order) }
	}
	return ordering(asked.Field, asked.Direction, model.OrderDirectionAsc, primary, townshipPlace)
}

// Organs are the township's organs in order, of the given kinds.
func (r townshipResolver) Organs(_ context.Context, t *snapshot.Township, kinds []gov.OrganKind) ([]snapshot.Organ, error) {
	return slices.DeleteFunc(t.Organs(), func(o snapshot.Organ) bool { return !admits(kinds, o.Kind) }), nil
}

// Overlaps are the township's findings.
func (r townshipResolver) Overlaps(ctx context.Context, t *snapshot.Township, filter *model.OverlapFilter, orderBy *model.OverlapOrder, first *int, after *string, last *int, before *string) (model.OverlapConnection, error) {
	return r.overlapPage(ctx, t.County(), t, filter, orderBy, args(first, after, last, before))
}

// Metrics are the township's counts and costs.
func (r townshipResolver) Metrics(_ context.Context, t *snapshot.Township) (model.Metrics, error) {
	return model.NewMetrics(overlap.SummarizeScope(t.County(), []snapshot.Township{*t})), nil
}
