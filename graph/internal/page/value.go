package page

import "cmp"

// Tuple is the sort key of a row; tuples are compared component by component. Its last component must be unique.
type Tuple []Value

// Value is one component of a sort key.
type Value struct {
	kind       kind
	descending bool
	integer    int64
	float      float64
	text       string
}

type kind byte

const (
	kindInt kind = iota + 1
	kindFloat
	kindText
)

// Int is an integer component, ascending.
func Int(v int64) Value { return Value{kind: kindInt, integer: v} }

// Float is a floating-point component, ascending; NaN sorts first.
func Float(v float64) Value { return Value{kind: kindFloat, float: v} }

// Text is a string component, ascending by its bytes. For an order by pinyin or stroke give the collation key.
func Text(v string) Value { return Value{kind: kindText, text: v} }

// Desc is the same component, descending.
func (v Value) Desc() Value {
	v.descending = true
	return v
}

func (v Value) compare(w Value) int {
	c := cmp.Compare(v.kind, w.kind)
	if c == 0 {
		switch v.kind {
		case kindInt:
			c = cmp.Compare(v.integer, w.integer)
		case kindFloat:
			c = cmp.Compare(v.float, w.float)
		case kindText:
			c = cmp.Compare(v.text, w.text)
		}
	}
	if v.descending {
		return -c
	}
	return c
}

// Compare is negative where t comes before u, zero where they are equal.
func (t Tuple) Compare(u Tuple) int {
	for i := range min(len(t), len(u)) {
		if c := t[i].compare(u[i]); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(t), len(u))
}
