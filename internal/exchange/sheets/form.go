package sheets

import (
	"tiaokuai/internal/exchange/workbook"
)

// Form reads sheets that are laid out in another way, such as the public 履职事项清单, as rows of the standard sheets.
// Everything after that (matching, suggestions, modes, problems at the form's own cells) is Plan's.
type Form interface {
	// Read gives the rows that a sheet stands for, with what is wrong with it; false where the sheet is none of the form.
	Read(sheet workbook.Sheet) (Reading, bool)
}

// Reading is what a form makes of a sheet.
type Reading struct {
	Rows     []Rows
	Problems []Problem
	Notes    []workbook.Note
}

// Rows is some rows of one standard sheet, wherever they stood in a file. They are never the whole of it: in every mode
// what they leave out stays, and a blank cell leaves what is on record. A form that replaces says so row by row: 清空
// empties a cell, the key of another relation moves it.
type Rows struct {
	Sheet   string         // English name of the standard sheet: duties
	From    string         // name of the sheet in the file
	Columns []string       // English names of the columns that the cells below are in
	Origin  []int          // for each of them its column in the file; −1 (or no entry) where the form says it of itself
	Adds    bool           // columns of several values add to what is on record, in every mode
	Rows    []workbook.Row // Number as in the file, Cells in the order of Columns
}

// readForm lets the forms read a sheet before it is taken for a standard one.
func (p *planner) readForm(s workbook.Sheet) bool {
	for _, f := range p.Forms {
		reading, ok := f.Read(s)
		if !ok {
			continue
		}
		for _, problem := range reading.Problems {
			p.problem(problem.Place, problem.Value, problem.Suggestions, problem.Err)
		}
		for _, n := range reading.Notes {
			p.noteText(n.Place, n.Text)
		}
		for _, rows := range reading.Rows {
			p.addTable(rows.table())
		}
		return true
	}
	return false
}

// table is the rows as Plan reads them; a name of a sheet or column that there is not is the form's mistake.
func (r Rows) table() *table {
	s := sheetOf(r.Sheet)
	if s == nil || s.ReadOnly {
		panic("sheets: no standard sheet is called " + r.Sheet)
	}
	t := &table{sheet: s, name: r.From, at: make([]int, len(s.Columns)), origin: make([]int, len(s.Columns)), create: -1, rows: r.Rows, adds: r.Adds, form: true}
	for i := range t.at {
		t.at[i], t.origin[i] = -1, -1
	}
	for i, name := range r.Columns {
		c := s.column(name)
		if c < 0 {
			panic("sheets: " + r.Sheet + " has no column " + name)
		}
		t.at[c] = i
		if i < len(r.Origin) {
			t.origin[c] = r.Origin[i]
		}
	}
	return t
}
