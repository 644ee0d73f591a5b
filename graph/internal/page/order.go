package page

import "slices"

// Order is one way to sort rows. Two orders of one connection have different names; a name that stays the same keeps
// old cursors valid.
type Order[T any] struct {
	Name string
	Key  func(T) Tuple
}

// Compare is negative where a comes before b.
func (o Order[T]) Compare(a, b T) int { return o.Key(a).Compare(o.Key(b)) }

// Sort sorts rows in place, making each key once.
func (o Order[T]) Sort(rows []T) {
	type keyed struct {
		key Tuple
		row T
	}
	all := make([]keyed, len(rows))
	for i, row := range rows {
		all[i] = keyed{o.Key(row), row}
	}
	slices.SortStableFunc(all, func(a, b keyed) int { return a.key.Compare(b.key) })
	for i := range all {
		rows[i] = all[i].row
	}
}
