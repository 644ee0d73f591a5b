package workbook

import (
	"errors"
	"strconv"

	"tiaokuai/internal/gov"
)

// A file gives at most so many problems and notes: more of them tell a person nothing new.
const (
	maxProblems = 1000
	maxNotes    = 1000
)

// report gathers what is to be said about one file.
type report struct {
	file     string
	problems gov.Problems
	notes    []Note
	more     struct{ problems, notes int }
}

// problem records what is wrong at one place; reading goes on.
func (r *report) problem(p Place, e *gov.Error) {
	if len(r.problems) == maxProblems {
		r.more.problems++
		return
	}
	r.problems = append(r.problems, e.At(r.path(p)...))
}

// note records what is to be known about one place.
func (r *report) note(p Place, zh, en string, args ...any) {
	if len(r.notes) == maxNotes {
		r.more.notes++
		return
	}
	r.notes = append(r.notes, Note{p, gov.Textf(zh, en, args...)})
}

// path is a place as errors name it: the file, the sheet, and the cell (B12) or the row (12).
func (r *report) path(p Place) []any {
	path := []any{r.file}
	if p.Sheet == "" {
		return path
	}
	path = append(path, p.Sheet)
	if p.Row == 0 {
		return path
	}
	if p.Column < 0 {
		return append(path, strconv.Itoa(p.Row))
	}
	return append(path, p.Ref())
}

// fail is err at a place. A place given nearer to the cause stands.
func (r *report) fail(p Place, err error) error {
	var e *gov.Error
	if !errors.As(err, &e) {
		e = invalid("文件已损坏或不完整", "the file is damaged or incomplete").
			Advise("用 Excel 或 WPS 打开后另存为 .xlsx 再导入", "open it in Excel or WPS and save it again as .xlsx").Because(err)
	}
	if len(e.Path) > 0 {
		return e
	}
	return e.At(r.path(p)...)
}

// close says how much was left unsaid, and gives all problems; fatal is what ended the reading, if anything.
func (r *report) close(fatal error) error {
	if fatal != nil {
		var e *gov.Error
		errors.As(r.fail(Place{}, fatal), &e)
		r.problems = append(r.problems, e)
	}
	if n := r.more.problems; n > 0 {
		r.problems = append(r.problems, invalid("另有 %d 处问题未列出", "%d more problems are not listed", n).At(r.file))
	}
	if n := r.more.notes; n > 0 {
		r.notes = append(r.notes, Note{Place{}, gov.Textf("另有 %d 处提示未列出", "%d more notes are not listed", n)})
	}
	return r.problems.Err()
}
