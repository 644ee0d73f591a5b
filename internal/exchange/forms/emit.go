package forms

import (
	"maps"
	"slices"
	"strings"

	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
)

// stale are the assignments that only documents of these lists stated and that they state no more.
func (d *duty) stale() []string {
	from := map[string]bool{}
	for _, c := range d.carriers {
		maps.Copy(from, c.from)
	}
	var out []string
	for _, key := range slices.Sorted(maps.Keys(d.carriers)) {
		c := d.carriers[key]
		if c.base == nil || c.touched || len(c.sources) == 0 {
			continue
		}
		if !slices.ContainsFunc(c.base.Sources, func(s string) bool { return !from[s] }) {
			out = append(out, gov.EdgeKey(c.base))
		}
	}
	return out
}

// emit makes the rows of a list.
func (r *reader) emit(l *list) {
	if s := r.sources[l.source]; s != nil {
		l.add("sources", []string{"key", "document", "article"}, nil, workbook.Row{Number: l.header.number, Cells: []string{s.Key, quotedTitle(s.Document), s.Article}})
	}
	nameAt, groupAt, contentAt := l.header.at[name], -1, l.header.at[l.kind.content]
	var duties []workbook.Row
	for _, it := range l.items {
		if d := it.duty; d != nil && !d.told {
			d.told = true // once, since every list would say the same
			duties = append(duties, workbook.Row{Number: it.row, Cells: []string{
				d.key, it.name, d.aspect, d.domain, d.edition, r.listings(d.listings), "文件写明", quotedAll(slices.Sorted(maps.Keys(d.sources))),
			}})
		}
	}
	l.add("duties", []string{"key", "name", "aspect", "domain", "edition", "listings", "basis", "sources"},
		[]int{-1, nameAt, groupAt, groupAt, -1, contentAt, -1, -1}, duties...)
	for _, d := range l.dropped {
		l.add("duties", []string{"key", "listings"}, nil, workbook.Row{Number: l.header.number, Cells: []string{d.base.Key, r.listings(d.listings)}})
	}
	for _, it := range l.items {
		if it.duty != nil {
			r.emitCarriers(l, it)
		}
	}
}

// emitCarriers makes the rows of an item's assignments; further rows move those that its documents state no more.
func (r *reader) emitCarriers(l *list, it *item) {
	d := it.duty
	moved := d.stale()
	for i, s := range it.stated {
		c := d.carriers[s.id()]
		row := func(key string) {
			l.add("assignments", []string{"key", "bearer", "duty", "role", "content", "basis", "sources"}, []int{-1, l.header.at[s.of], l.header.at[name], -1, -1, -1, -1},
				workbook.Row{Number: s.row, Cells: []string{key, c.bearer, d.reference(it), string(c.role), quotedTitle(c.content), "文件写明", quotedAll(slices.Sorted(maps.Keys(c.sources)))}})
		}
		if c.told && s.key != "" {
			continue
		}
		c.told = true
		row("")
		for _, key := range moved {
			if i == 0 {
				row(key)
			}
		}
	}
}

// reference is the text by which an assignment names the duty.
func (d *duty) reference(it *item) string {
	if d.base != nil {
		return d.base.Key
	}
	return cmpOr(d.key, it.name)
}

func (l *list) add(sheet string, columns []string, origin []int, rows ...workbook.Row) {
	if len(rows) > 0 {
		if origin == nil {
			origin = slices.Repeat([]int{-1}, len(columns))
		}
		l.reading.Rows = append(l.reading.Rows, sheets.Rows{Sheet: sheet, From: l.sheet, Columns: columns, Origin: origin, Rows: rows})
	}
}

// quotedTitle guards a text that is itself the mark which empties a cell.
func quotedTitle(s string) string {
	if strings.Trim(s, `"`) == "清空" || s == "-" || s == "－" {
		return quoted(s)
	}
	return s
}
