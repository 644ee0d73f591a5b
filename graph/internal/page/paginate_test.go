package page

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/gov"
)

type row struct {
	key  string
	cost float64
	size int64
}

// byCost is dearest first, then larger first, then by key.
var byCost = Order[row]{Name: "COST", Key: func(r row) Tuple {
	return Tuple{Float(r.cost).Desc(), Int(r.size).Desc(), Text(r.key)}
}}

// bySaving has the same shape as byCost under another name.
var bySaving = Order[row]{Name: "SAVING", Key: byCost.Key}

func ptr[T any](v T) *T { return &v }

func rows(keys ...string) []row {
	out := make([]row, len(keys))
	for i, k := range keys {
		out[i] = row{key: k}
	}
	return out
}

func keys(rs []row) []string {
	out := make([]string, len(rs))
	for i, r := range rs {
		out[i] = r.key
	}
	return out
}

func TestPaginate(t *testing.T) {
	list := rows("a", "b", "c", "d", "e")
	at := func(i int) *string { return ptr(Edge[row]{Node: list[i], order: byCost}.Cursor()) }
	for name, tc := range map[string]struct {
		args           Args
		want           []string
		previous, next bool
	}{
		"default":       {Args{}, []string{"a", "b", "c", "d", "e"}, false, false},
		"first":         {Args{First: ptr(2)}, []string{"a", "b"}, false, true},
		"after":         {Args{First: ptr(2), After: at(1)}, []string{"c", "d"}, true, true},
		"end":           {Args{First: ptr(9), After: at(3)}, []string{"e"}, true, false},
		"past the end":  {Args{First: ptr(9), After: at(4)}, []string{}, true, false},
		"last":          {Args{Last: ptr(2)}, []string{"d", "e"}, true, false},
		"before":        {Args{Last: ptr(2), Before: at(2)}, []string{"a", "b"}, false, true},
		"between":       {Args{After: at(0), Before: at(4)}, []string{"b", "c", "d"}, true, true},
		"crossed":       {Args{After: at(3), Before: at(1)}, []string{}, true, true},
		"nothing":       {Args{First: ptr(0)}, []string{}, false, true},
		"first, before": {Args{First: ptr(1), Before: at(3)}, []string{"a"}, false, true},
	} {
		t.Run(name, func(t *testing.T) {
			c, err := Paginate(list, byCost, tc.args)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tc.want, keys(c.Nodes())); diff != "" {
				t.Error(diff)
			}
			info := c.PageInfo()
			if info.HasPreviousPage != tc.previous || info.HasNextPage != tc.next {
				t.Errorf("previous %v, next %v", info.HasPreviousPage, info.HasNextPage)
			}
			if c.TotalCount() != 5 || len(c.All()) != 5 {
				t.Errorf("total %d", c.TotalCount())
			}
			checkEdges(t, c)
		})
	}
}

func checkEdges(t *testing.T, c Connection[row]) {
	t.Helper()
	edges, info := c.Edges(), c.PageInfo()
	if len(edges) == 0 {
		if info.StartCursor != nil || info.EndCursor != nil {
			t.Error("cursors on an empty page")
		}
		return
	}
	if edges[0].Cursor() != *info.StartCursor || edges[len(edges)-1].Cursor() != *info.EndCursor {
		t.Error("pageInfo and edges differ")
	}
}

func TestPaginateRefuses(t *testing.T) {
	list := rows("a", "b")
	good := Edge[row]{Node: list[0], order: byCost}.Cursor()
	foreign := Edge[row]{Node: list[0], order: bySaving}.Cursor()
	for name, tc := range map[string]struct {
		args Args
		path string
	}{
		"negative first": {Args{First: ptr(-1)}, "first"},
		"negative last":  {Args{Last: ptr(-1)}, "last"},
		"large first":    {Args{First: ptr(MaxSize + 1)}, "first"},
		"large last":     {Args{Last: ptr(MaxSize + 1)}, "last"},
		"both":           {Args{First: ptr(1), Last: ptr(1)}, "last"},
		"garbage":        {Args{After: ptr("%%%")}, "after"},
		"empty":          {Args{Before: ptr("")}, "before"},
		"truncated":      {Args{After: ptr(good[:len(good)-2])}, "after"},
		"padded":         {Args{After: ptr(good + "AAAA")}, "after"},
		"long":           {Args{After: ptr(string(slices.Repeat([]byte("A"), longestCursor+1)))}, "after"},
		"another order":  {Args{Before: ptr(foreign)}, "before"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Paginate(list, byCost, tc.args)
			var e *gov.Error
			if !errors.As(err, &e) || e.Code != gov.CodeInvalid {
				t.Fatalf("got %v", err)
			}
			if diff := cmp.Diff([]any{tc.path}, e.Path); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestEmptyListTakesAnyCursor(t *testing.T) {
	gone := Edge[row]{Node: row{key: "a"}, order: byCost}.Cursor()
	c, err := Paginate(nil, byCost, Args{After: &gone})
	if err != nil || len(c.Nodes()) != 0 || c.TotalCount() != 0 {
		t.Errorf("%v, %v", c, err)
	}
}

func FuzzCursor(f *testing.F) {
	f.Add(Edge[row]{Node: row{key: "党政综合办", cost: 1.5, size: -3}, order: byCost}.Cursor())
	f.Fuzz(func(t *testing.T, cursor string) {
		shape := byCost.Key(row{})
		key, err := decode(byCost.Name, cursor, shape)
		if err != nil {
			return
		}
		again, err := decode(byCost.Name, encode(byCost.Name, key), shape)
		if err != nil || key.Compare(again) != 0 {
			t.Errorf("%q: %v, %v, %v", cursor, key, again, err)
		}
	})
}

func BenchmarkPaginate(b *testing.B) {
	list := make([]row, 100_000)
	for i := range list {
		list[i] = row{key: string(rune('a' + i%26)), size: int64(-i)}
	}
	after := Edge[row]{Node: list[77_777], order: byCost}.Cursor()
	b.ReportAllocs()
	for b.Loop() {
		c, err := Paginate(list, byCost, Args{After: &after})
		if err != nil || len(c.Edges()) != DefaultSize {
			b.Fatal(err)
		}
	}
}
