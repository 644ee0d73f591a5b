package graph

import (
	"cmp"
	"context"
	"slices"

	"tiaokuai/graph/internal/model"
	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/casework"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// Overlaps are the county's findings.
func (r countyResolver) Overlaps(ctx context.Context, c *snapshot.County, filter *model.OverlapFilter, orderBy *model.OverlapOrder, first *int, after *string, last *int, before *string) (model.OverlapConnection, error) {
	return r.overlapPage(ctx, c, nil, filter, orderBy, args(first, after, last, before))
}

// overlapPage is a page of the findings of a county, or of one township.
func (r *Root) overlapPage(ctx context.Context, c *snapshot.County, t *snapshot.Township, filter *model.OverlapFilter, orderBy *model.OverlapOrder, a page.Args) (model.OverlapConnection, error) {
	if orderBy == nil {
		orderBy = &model.OverlapOrder{Field: model.OverlapOrderFieldCost}
	}
	order := overlapOrder(c, orderBy)
	rows := sortedOverlaps(c, t, order)
	if filter != nil {
		book, err := r.bookFor(ctx, c, filter)
		if err != nil {
			return model.OverlapConnection{}, err
		}
		rows = kept(slices.Clone(rows), func(o model.Overlap) bool { // two words each
			return overlapPasses(o, filter) && (book == nil || admits(filter.Cases, book.Of(o.Fingerprint).Now))
		})
	}
	found, err := page.Paginate(rows, order, a)
	return model.OverlapConnection{Connection: found}, err
}

// bookFor is the county's cases where a filter asks for them, nil otherwise.
func (r *Root) bookFor(ctx context.Context, c *snapshot.County, f *model.OverlapFilter) (*casework.Book, error) {
	if len(f.Cases) == 0 {
		return nil, nil
	}
	return r.book(ctx, c)
}

// sortedOverlaps are the findings in an order, sorted once per snapshot. They must not be changed.
func sortedOverlaps(c *snapshot.County, t *snapshot.Township, order page.Order[model.Overlap]) []model.Overlap {
	of := ""
	if t != nil {
		of = t.Key
	}
	return snapshot.Derive(c.Cell(), "overlaps "+order.Name+" "+of, func() []model.Overlap {
		found := overlap.Of(c).All
		if t != nil {
			found = overlap.Of(c).ByTownship(t.Key)
		}
		rows := model.NewOverlaps(c, found)
		order.Sort(rows)
		return rows
	})
}

func overlapOrder(c *snapshot.County, asked *model.OverlapOrder) page.Order[model.Overlap] {
	place := func(o model.Overlap) page.Tuple {
		return page.Tuple{number(kindPlace(o.Kind)), number(townshipIndex(c, o.Overlap.Township)), page.Text(o.Overlap.Township), page.Text(o.Fingerprint)}
	}
	var primary func(model.Overlap) page.Value
	switch asked.Field {
	case model.OverlapOrderFieldExcess:
		primary = func(o model.Overlap) page.Value { return page.Int(int64(o.Excess)) }
	case model.OverlapOrderFieldKind:
		primary = func(o model.Overlap) page.Value { return number(kindPlace(o.Kind)) }
	case model.OverlapOrderFieldTownship:
		primary = func(o model.Overlap) page.Value { return number(townshipIndex(c, o.Overlap.Township)) }
	default:
		primary = func(o model.Overlap) page.Value { return page.Int(int64(o.Cost)) }
	}
	return ordering(asked.Field, asked.Direction, model.OrderDirectionDesc, primary, place)
}

func kindPlace(k gov.OverlapKind) int {
	return slices.IndexFunc(overlap.Detectors(), func(d overlap.Detector) bool { return d.Kind == k })
}

func townshipIndex(c *snapshot.County, key string) int {
	if t, ok := snapshot.Lookup[snapshot.Township](c, key); ok {
		return t.Order
	}
	return 0
}

func overlapPasses(o model.Overlap, f *model.OverlapFilter) bool {
	return admits(f.Fingerprints, o.Fingerprint) && admits(f.Kinds, o.Kind) && admits(f.Classes, o.Class) &&
		admits(f.Severities, o.Severity) && admits(f.Townships, o.Overlap.Township) && (len(f.Sizes) == 0 || inSizes(o, f.Sizes)) &&
		(f.Subject == nil || o.Overlap.Subject == *f.Subject) &&
		(f.Participant == nil || slices.Contains(o.Overlap.Participants, *f.Participant)) &&
		(f.MinCost == nil || o.Cost.Float() >= *f.MinCost)
}

func inSizes(o model.Overlap, sizes []gov.Size) bool {
	t := o.Township()
	return t != nil && slices.Contains(sizes, t.Size)
}

// everywhere asks concerning for findings of all townships and of the county.
const everywhere = "*"

// concerning are the findings of a township (or everywhere) that a node is the subject of or takes part in, dearest first.
func concerning(c *snapshot.County, township, key string) []model.Overlap {
	all := overlap.Of(c).All
	if township != everywhere {
		all = overlap.Of(c).ByTownship(township)
	}
	var found []overlap.Overlap
	for _, o := range all {
		if o.Subject == key || slices.Contains(o.Participants, key) {
			found = append(found, o)
		}
	}
	slices.SortStableFunc(found, func(a, b overlap.Overlap) int { return cmp.Compare(b.Cost, a.Cost) })
	return model.NewOverlaps(c, found)
}
