package graph

import (
	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"tiaokuai/graph/internal/model"
	"tiaokuai/graph/internal/page"
)

// ordering builds the order of a connection from what was asked: the primary component in its direction, then the place
// in the snapshot, so that ties stand as they do in every other list.
func ordering[T any, F ~string](field F, direction *model.OrderDirection, standard model.OrderDirection, primary func(T) page.Value, place func(T) page.Tuple) page.Order[T] {
	d := standard
	if direction != nil {
		d = *direction
	}
	descending := d == model.OrderDirectionDesc
	return page.Order[T]{Name: string(field) + " " + string(d), Key: func(t T) page.Tuple {
		v := primary(t)
		if descending {
			v = v.Desc()
		}
		return append(page.Tuple{v}, place(t)...)
	}}
}

// byName is the order of Chinese names by their pinyin. The collator keeps a buffer, so each request makes its own.
func byName() func(name string) page.Value {
	c := collate.New(language.Chinese)
	var b collate.Buffer
	return func(name string) page.Value {
		b.Reset()
		return page.Text(string(c.KeyFromString(&b, name)))
	}
}

func number(n int) page.Value { return page.Int(int64(n)) }

func args(first *int, after *string, last *int, before *string) page.Args {
	return page.Args{First: first, After: after, Last: last, Before: before}
}

// connect sorts rows and cuts the page.
func connect[T any](rows []T, order page.Order[T], a page.Args) (page.Connection[T], error) {
	order.Sort(rows)
	return page.Paginate(rows, order, a)
}
