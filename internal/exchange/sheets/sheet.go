package sheets

import (
	"slices"
	"strings"

	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/search"
)

// Sheet is one standard table: each row tells one node, or one edge, of a county.
type Sheet struct {
	Name     string   // Chinese: 机构
	English  string   // organs
	Aliases  []string // other names of the sheet
	Note     string   // what a row is, for the template
	Columns  []Column
	Examples []map[string]string // by header, for the template
	ReadOnly bool                // written by Export, skipped by Plan

	node gov.NodeKind // of a sheet of nodes
	edge gov.EdgeKind // of a sheet of edges
	// identity are the columns that tell a node where no key is given; parent is that of what it belongs to.
	identity []string
	parent   string
	// unique: no two living siblings may have one name.
	unique bool
	// same narrows what a row without a key may be about, beyond its name; nil = the name is enough.
	same func(row, there gov.Node) bool
	// ends finds what an edge joins.
	ends func(*ends)

	fresh  func() any                    // a new value with its defaults
	clone  func(any) any                 // a copy that may be written to
	values func(*source, func(any) bool) // everything of the sheet in a county, in the order of Export
}

// Column is one column: its header, and the codec between the text of a cell and one attribute.
type Column struct {
	Header   string
	Name     string   // the attribute as JSON and GraphQL have it: leadingPosts, authority.level
	Aliases  []string // other headers that mean it
	Note     string
	Choices  []string // for a drop-down list
	Required bool     // no row can be read without it, unless the row has a key
	Number   bool
	Width    int

	get func(w *writer, v any) string // the text of the attribute, empty where it is
	set func(c *cell, v any)          // takes the cell's text; nil for a column that Plan reads in another way
	// keys are the keys of other nodes that the attribute holds; such a column is read once all rows are identified.
	keys func(v any) []string
	// unite: several rows about one thing may each say a part of it.
	unite bool
	// ofEnd: its names are looked up within the far end of a relation.
	ofEnd bool
}

// also adds other headers that mean the column.
func (c Column) also(headers ...string) Column {
	c.Aliases = append(slices.Clone(c.Aliases), headers...)
	return c
}

func (c Column) noted(note string) Column {
	c.Note = note
	return c
}

func (c Column) wide(characters int) Column {
	c.Width = characters
	return c
}

// numeric makes the cells numbers, which spreadsheets add up and sort.
func (c Column) numeric() Column {
	c.Number = true
	return c
}

func (c Column) required() Column {
	c.Required = true
	return c
}

// column is the place of a column by its English name, −1 if the sheet has none.
func (s *Sheet) column(name string) int {
	return slices.IndexFunc(s.Columns, func(c Column) bool { return c.Name == name })
}

// means says whether a header of a file means the column.
func (c Column) means(folded string) bool {
	same := func(s string) bool { return foldHeader(s) == folded }
	return same(c.Header) || same(c.Name) || slices.ContainsFunc(c.Aliases, same)
}

// foldHeader leaves out what people add to a header: stars, colons, line breaks, 必填 in brackets.
func foldHeader(s string) string {
	s = search.Fold(s)
	for _, mark := range []string{"(必填)", "(选填)", "(可选)", "*", ":", "【", "】"} {
		s = strings.ReplaceAll(s, mark, "")
	}
	return s
}

// names says whether a name of a sheet in a file means this sheet: 机构, 机构表, 1.机构, 机构（大冶镇）.
func (s *Sheet) names(sheet string) bool {
	folded := search.Fold(sheet)
	folded, _, _ = strings.Cut(folded, "(")
	folded = strings.TrimLeft(folded, "0123456789.、_-")
	for _, name := range append([]string{s.Name, s.English}, s.Aliases...) {
		name = search.Fold(name)
		if folded == name || folded == name+"表" || folded == name+"信息" || folded == name+"信息表" {
			return true
		}
	}
	return false
}

// table is the sheet without rows, as it is written.
func (s *Sheet) table() workbook.Table {
	t := workbook.Table{Name: s.Name}
	for _, c := range s.Columns {
		note := c.Note
		if c.Required {
			note = strings.TrimSpace("必填。" + note)
		}
		t.Columns = append(t.Columns, workbook.Column{Header: c.Header, Note: note, Choices: c.Choices, Width: c.Width, Number: c.Number})
	}
	return t
}

// nodes makes a sheet of nodes of one type.
func nodes[T any, N interface {
	*T
	gov.Node
}](s Sheet, all func(*source) []N, defaults ...func(N)) Sheet {
	s.node = N(new(T)).NodeKind()
	s.fresh, s.clone = makers[T, N](defaults)
	s.values = func(src *source, yield func(any) bool) {
		for _, n := range all(src) {
			if !yield(n) {
				return
			}
		}
	}
	return s
}

// edges makes a sheet of edges of one type.
func edges[T any, E interface {
	*T
	gov.Edge
}](s Sheet, all func(*source) []E, defaults ...func(E)) Sheet {
	s.edge = E(new(T)).EdgeKind()
	s.fresh, s.clone = makers[T, E](defaults)
	s.values = func(src *source, yield func(any) bool) {
		for _, e := range all(src) {
			if !yield(e) {
				return
			}
		}
	}
	return s
}

func makers[T any, P interface{ *T }](defaults []func(P)) (fresh func() any, clone func(any) any) {
	fresh = func() any {
		v := P(new(T))
		for _, set := range defaults {
			set(v)
		}
		return v
	}
	clone = func(v any) any {
		c := *v.(P)
		return P(&c)
	}
	return fresh, clone
}
