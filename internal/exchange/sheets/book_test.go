package sheets_test

import (
	"slices"
	"testing"

	"tiaokuai/internal/change"
	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/snapshot"
	"tiaokuai/seed"
)

// bookOf is tables as a file that holds them is read.
func bookOf(tables []workbook.Table) workbook.Book {
	var book workbook.Book
	for _, t := range tables {
		s := workbook.Sheet{Name: t.Name}
		add := func(cells ...string) {
			row := workbook.Row{Number: len(s.Rows) + 1}
			for _, c := range cells {
				row.Cells = append(row.Cells, workbook.Normal(c))
			}
			for len(row.Cells) > 0 && row.Cells[len(row.Cells)-1] == "" {
				row.Cells = row.Cells[:len(row.Cells)-1]
			}
			s.Rows = append(s.Rows, row)
		}
		for _, n := range t.Notes {
			add(n)
		}
		var headers []string
		for _, c := range t.Columns {
			headers = append(headers, c.Header)
		}
		add(headers...)
		for _, r := range t.Rows {
			add(r...)
		}
		s.Rows = slices.DeleteFunc(s.Rows, func(r workbook.Row) bool { return len(r.Cells) == 0 })
		book.Sheets = append(book.Sheets, s)
	}
	return book
}

// seedRevisions is the seed's county at each of its revisions.
func seedRevisions(tb testing.TB) []*snapshot.County {
	tb.Helper()
	revisions, err := seed.Load()
	if err != nil {
		tb.Fatal(err)
	}
	var out []*snapshot.County
	var c *snapshot.County
	for i, r := range revisions {
		c, _, err = change.Apply(c, r.Edits, snapshot.Meta{Revision: int64(i + 1), Effective: r.Effective})
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

func plan(tb testing.TB, base *snapshot.County, book workbook.Book, o sheets.Options) sheets.Result {
	tb.Helper()
	r, err := sheets.Plan(tb.Context(), base, book, o)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// tell logs what a result has to say.
func tell(r sheets.Result) []string {
	var out []string
	for _, p := range r.Problems {
		out = append(out, "problem "+p.Place.Sheet+"!"+p.Place.Ref()+" "+p.Value+": "+p.Err.Message.ZH+" | "+p.Err.Hint.ZH)
	}
	for _, n := range r.Notes {
		out = append(out, "note "+n.Place.Sheet+"!"+n.Place.Ref()+": "+n.Text.ZH)
	}
	return out[:min(len(out), 12)]
}
