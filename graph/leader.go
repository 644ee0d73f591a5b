package graph

import (
	"context"

	"tiaokuai/graph/internal/model"
	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/snapshot"
)

// Leaders are the leaders of every township.
func (r countyResolver) Leaders(_ context.Context, c *snapshot.County, filter *model.LeaderFilter, orderBy *model.LeaderOrder, first *int, after *string, last *int, before *string) (model.LeaderConnection, error) {
	rows := c.Leaders()
	if f := filter; f != nil {
		rows = kept(rows, func(l snapshot.Leader) bool {
			return mentions(f.Text, append([]string{l.Name}, l.Posts...)...) && admits(f.Keys, l.Key) && admits(f.Townships, l.Township().Key) &&
				admits(f.Basis, l.Provenance.Basis)
		})
	}
	page, err := connect(rows, leaderOrder(orderBy), args(first, after, last, before))
	return model.LeaderConnection{Connection: page}, err
}

func leaderPlace(l snapshot.Leader) page.Tuple {
	t := l.Township()
	return page.Tuple{number(t.Order), page.Text(t.Key), number(l.Order), page.Text(l.Key)}
}

func leaderOrder(asked *model.LeaderOrder) page.Order[snapshot.Leader] {
	if asked == nil {
		asked = &model.LeaderOrder{Field: model.LeaderOrderFieldOrder}
	}
	var primary func(snapshot.Leader) page.Value
	switch asked.Field {
	case model.LeaderOrderFieldName:
		key := byName()
		primary = func(l snapshot.Leader) page.Value { return key(l.NodeName()) }
	case model.LeaderOrderFieldOrgans:
		primary = func(l snapshot.Leader) page.Value { return number(len(l.Charges())) }
	default:
		primary = func(l snapshot.Leader) page.Value { return number(l.Township().Order) }
	}
	return ordering(asked.Field, asked.Direction, model.OrderDirectionAsc, primary, leaderPlace)
}

// Overlaps are those the leader takes part in, dearest first.
func (r leaderResolver) Overlaps(_ context.Context, l *snapshot.Leader) ([]model.Overlap, error) {
	return concerning(l.County(), l.Township().Key, l.Key), nil
}
