package sheets

import (
	"slices"
	"strings"

	"tiaokuai/internal/gov"
)

// trial is a thing of no use but to read a row's cells into, where it can't be told what the row is about.
func (r row) trial() *item {
	return &item{sheet: r.t.sheet, value: r.t.sheet.fresh(), first: r, named: true, bad: true, trial: true}
}

// sure says whether a check of a thing with cells that could not be read is right all the same: no cell of what it is
// about is among them; nor, where the row can't be taken, left blank, since what is on record is not known then.
func (it *item) sure(path []any) bool {
	i := it.columnAt(path)
	if i < 0 {
		return false
	}
	for _, j := range it.sheet.together(i) {
		bit := uint64(1) << j
		if it.failed&bit != 0 || it.trial && it.given&bit == 0 {
			return false
		}
	}
	return true
}

// together are the columns that one check looks at with a column: the parts of one attribute, and the two bounds of an
// indicator.
func (s *Sheet) together(i int) []int {
	of := func(name string) string {
		name, _, _ = strings.Cut(name, ".")
		if s.node == gov.NodeIndicator && name == "high" {
			return "low"
		}
		return name
	}
	if strings.HasPrefix(s.Columns[i].Name, "posts.") { // each count by itself
		return []int{i}
	}
	var out []int
	for j, c := range s.Columns {
		if of(c.Name) == of(s.Columns[i].Name) {
			out = append(out, j)
		}
	}
	return out
}

// columnAt is the column that a check's path is about; of an organ's posts, that of their type.
func (it *item) columnAt(path []any) int {
	if o, ok := it.value.(*gov.Organ); ok && len(path) > 1 && path[0] == "posts" {
		if n, ok := path[1].(int); ok && n < len(o.Posts) {
			name := "posts." + string(o.Posts[n].Type)
			return slices.IndexFunc(it.sheet.Columns, func(c Column) bool { return c.Name == name })
		}
	}
	return it.sheet.columnAt(path)
}
