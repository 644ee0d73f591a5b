package sheets_test

import (
	"testing"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/snapshot"
)

// hundredThousand is a county whose tables have about 100,000 rows: 20 townships that carry 4,500 duties each.
var hundredThousand = countytest.Size{Townships: 20, Organs: 12, Leaders: 6, Duties: 4500, Departments: 60, Sections: 3}

func largeCounty(tb testing.TB, size countytest.Size) *snapshot.County {
	tb.Helper()
	c, err := snapshot.Build(countytest.Large(size), snapshot.Meta{Revision: 1})
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

// BenchmarkPlan reads the file of about 100,000 rows; with -short of a hundredth of the duties.
func BenchmarkPlan(b *testing.B) {
	size := hundredThousand
	if testing.Short() {
		size.Duties /= 100
	}
	full := largeCounty(b, size)
	bare := size
	bare.Duties = 0
	book := bookOf(sheets.Export(full, nil))
	for _, c := range []struct {
		name string
		base *snapshot.County
		book workbook.Book
		mode sheets.Mode
	}{
		{"unchanged", full, book, sheets.ModeReplace},
		{"anew", nil, book, sheets.ModeUpdate},
		{"duties-added", largeCounty(b, bare), book, sheets.ModeUpdate},
		{"all-changed", full, changed(book), sheets.ModeUpdate},
		{"a-tenth-removed", full, withoutTenth(book), sheets.ModeReplace},
		{"without-keys", full, withoutKeys(book), sheets.ModeUpdate},
		{"all-bad", full, misspelt(book), sheets.ModeUpdate},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r := plan(b, c.base, c.book, sheets.Options{Mode: c.mode})
				b.ReportMetric(float64(len(r.Edits)), "edits")
				b.ReportMetric(float64(len(r.Problems)+r.OmittedProblems), "problems")
			}
		})
	}
}

// each gives a copy of a book with the rows of one sheet changed; nil drops a row.
func each(book workbook.Book, sheet string, change func(i int, cells []string) []string) workbook.Book {
	var out workbook.Book
	for _, s := range book.Sheets {
		c := workbook.Sheet{Name: s.Name, Rows: s.Rows[:1:1]}
		for i, r := range s.Rows[1:] {
			if s.Name != sheet {
				c.Rows = append(c.Rows, r)
			} else if cells := change(i, append([]string{}, r.Cells...)); cells != nil {
				c.Rows = append(c.Rows, workbook.Row{Number: r.Number, Cells: cells})
			}
		}
		out.Sheets = append(out.Sheets, c)
	}
	return out
}

func changed(book workbook.Book) workbook.Book {
	return each(book, "承担", func(_ int, cells []string) []string {
		cells[4] = "配合"
		return cells
	})
}

func withoutTenth(book workbook.Book) workbook.Book {
	return each(book, "承担", func(i int, cells []string) []string {
		if i%10 == 3 {
			return nil
		}
		return cells
	})
}

func withoutKeys(book workbook.Book) workbook.Book {
	for _, s := range sheets.Sheets() {
		book = each(book, s.Name, func(_ int, cells []string) []string {
			cells[0] = ""
			return cells
		})
	}
	return book
}

func misspelt(book workbook.Book) workbook.Book {
	return each(book, "承担", func(_ int, cells []string) []string {
		cells[0], cells[3] = "", cells[3]+"工作"
		return cells
	})
}
