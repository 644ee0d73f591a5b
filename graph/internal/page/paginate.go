package page

import (
	"sort"

	"tiaokuai/internal/gov"
)

// Page sizes.
const (
	DefaultSize = 50
	MaxSize     = 500
)

// Args are the arguments of a connection field.
type Args struct {
	First, Last   *int
	After, Before *string
}

// Paginate cuts the page that args ask for out of rows sorted by order. It keeps rows, which must not change after.
//
// Errors are INVALID with the argument as path: a negative size or one over [MaxSize], first together with last, a
// cursor that is malformed or of another order.
func Paginate[T any](sorted []T, order Order[T], args Args) (Connection[T], error) {
	size, err := args.size()
	if err != nil {
		return Connection[T]{}, err
	}
	start, end, err := window(sorted, order, args)
	if err != nil {
		return Connection[T]{}, err
	}
	if args.Last != nil {
		start = max(start, end-size)
	} else {
		end = min(end, start+size)
	}
	return Connection[T]{all: sorted, start: start, end: end, order: order}, nil
}

// size is how many rows at most, once the sizes are checked.
func (a Args) size() (int, error) {
	if a.First != nil && a.Last != nil {
		return 0, gov.Errorf(gov.CodeInvalid, "first 与 last 只能给出一个", "give first or last, not both").At("last")
	}
	name, n := "first", a.First
	if a.Last != nil {
		name, n = "last", a.Last
	}
	switch {
	case n == nil:
		return DefaultSize, nil
	case *n < 0 || *n > MaxSize:
		return 0, gov.Errorf(gov.CodeInvalid, "%s 必须在 0 到 %d 之间", "%s must be between 0 and %d", name, MaxSize).At(name)
	}
	return *n, nil
}

// window is the range of rows between the two cursors.
func window[T any](sorted []T, order Order[T], args Args) (start, end int, err error) {
	end = len(sorted)
	if args.After != nil {
		key, err := position(sorted, order, *args.After, "after")
		if err != nil {
			return 0, 0, err
		}
		start = search(sorted, order, key, 1)
	}
	if args.Before != nil {
		key, err := position(sorted, order, *args.Before, "before")
		if err != nil {
			return 0, 0, err
		}
		end = max(start, search(sorted, order, key, 0))
	}
	return start, end, nil
}

// position decodes a cursor. Over no rows any cursor will do: there is nothing before or after it.
func position[T any](sorted []T, order Order[T], cursor, name string) (Tuple, error) {
	if len(sorted) == 0 {
		return nil, nil
	}
	key, err := decode(order.Name, cursor, order.Key(sorted[0]))
	if err != nil {
		return nil, gov.Errorf(gov.CodeInvalid, "游标无效，或属于另一种排序", "the cursor is malformed or belongs to another order").
			Advise("请使用同一排序下返回的游标", "use a cursor returned under the same order").At(name)
	}
	return key, nil
}

// search is the index of the first row whose key compares to key as at least atLeast: 0 at or after it, 1 after it.
func search[T any](sorted []T, order Order[T], key Tuple, atLeast int) int {
	return sort.Search(len(sorted), func(i int) bool { return order.Key(sorted[i]).Compare(key) >= atLeast })
}
