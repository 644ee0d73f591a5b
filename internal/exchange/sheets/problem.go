package sheets

import (
	"cmp"
	"slices"
	"strings"

	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
)

// MaxProblems is how many problems, and how many notes, a Result holds; the others are counted.
const MaxProblems = 1000

// Problem is one thing wrong with a file: where, what stands there, and what may be meant instead.
type Problem struct {
	Place       workbook.Place
	Value       string   // the text in the cell
	Suggestions []string // what may be meant, the likeliest first
	Err         *gov.Error
}

// Error is the error's own text, so that a Problem is an error.
func (p Problem) Error() string { return p.Err.Error() }

// Unwrap gives the error.
func (p Problem) Unwrap() error { return p.Err }

// report collects what there is to say of a file.
type report struct {
	problems                []Problem
	notes                   []workbook.Note
	moreProblems, moreNotes int
}

// problem reports an error at a place, with suggestions in its hint unless it has one of its own.
func (r *report) problem(at workbook.Place, value string, suggestions []string, err *gov.Error) {
	if len(r.problems) >= MaxProblems {
		r.moreProblems++
		return
	}
	if len(suggestions) > 0 && err.Hint == (gov.Text{}) {
		err = err.Advise("是否应为：%[1]s", "did you mean: %[2]s", strings.Join(suggestions, "；"), strings.Join(suggestions, "; "))
	}
	r.problems = append(r.problems, Problem{at, value, suggestions, err.At(pathOf(at)...)})
}

// full says that further problems are only counted, so that no suggestions need be looked for.
func (r *report) full() bool { return len(r.problems) >= MaxProblems }

func (r *report) note(at workbook.Place, zh, en string, args ...any) {
	r.noteText(at, gov.Textf(zh, en, args...))
}

func (r *report) noteText(at workbook.Place, text gov.Text) {
	if len(r.notes) >= MaxProblems {
		r.moreNotes++
		return
	}
	r.notes = append(r.notes, workbook.Note{Place: at, Text: text})
}

// pathOf is a place as the path of an error: sheet, and cell or row.
func pathOf(at workbook.Place) []any {
	switch {
	case at.Sheet == "" && at.Row == 0:
		return nil
	case at.Row == 0:
		return []any{at.Sheet}
	case at.Column < 0:
		return []any{at.Sheet, at.Row}
	}
	return []any{at.Sheet, at.Ref()}
}

// sort puts problems and notes into the order of the file.
func (r *Result) sort(book workbook.Book) {
	sheet := map[string]int{}
	for i, s := range slices.Backward(book.Sheets) {
		sheet[s.Name] = i + 1
	}
	compare := func(a, b workbook.Place) int {
		return cmp.Or(cmp.Compare(sheet[a.Sheet], sheet[b.Sheet]), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column))
	}
	slices.SortStableFunc(r.Problems, func(a, b Problem) int { return compare(a.Place, b.Place) })
	slices.SortStableFunc(r.Notes, func(a, b workbook.Note) int { return compare(a.Place, b.Place) })
}
