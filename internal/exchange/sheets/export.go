package sheets

import (
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
)

// Export is a county as its standard tables, the sheets of overlaps and of the proposals given last: the same county gives
// the same tables. Plan reads them back without a change. Nodes are named; a key stands where a name would be read as several.
func Export(c *snapshot.County, proposals []proposal.Proposal) []workbook.Table {
	d := newDirectory(c.County)
	for n := range c.Nodes() {
		d.add(n)
	}
	w, src := newWriter(d), &source{c, proposals}
	var out []workbook.Table
	for _, s := range standard {
		if s.values == nil {
			continue
		}
		t := s.table()
		if s.ReadOnly {
			t.Notes = []string{s.Note}
		}
		s.values(src, func(v any) bool {
			t.Rows = append(t.Rows, s.cells(w, v))
			return true
		})
		out = append(out, t)
	}
	return out
}

// cells are a row of the sheet.
func (s *Sheet) cells(w *writer, v any) []string {
	out := make([]string, len(s.Columns))
	for i, c := range s.Columns {
		out[i] = c.get(w, v)
	}
	return out
}
