package workbook

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// The size of every spreadsheet's sheet.
const (
	lastRow    = 1 << 20
	lastColumn = 1 << 14
)

// sheetReader reads one worksheet part.
type sheetReader struct {
	*xlsxReader
	sheet   Sheet
	part    *part
	row     int      // the number of the row being read
	cells   []string // its cells
	raw     []byte   // text of the cell being read
	merges  []merge
	columns []span // hidden ones
	used    []bool // columns with a filled cell
	hidden  struct{ first, rows int }
}

// span is a range of columns, both ends included.
type span struct{ first, last int }

func (s *sheetReader) read(p *part) error {
	s.part = p
	return p.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "cols":
			return p.children(s.readColumn)
		case "sheetData":
			return p.children(s.readRow)
		case "mergeCells":
			return p.children(s.readMerge)
		}
		return nil
	})
}

func (s *sheetReader) readColumn(e xml.StartElement) error {
	first, _ := strconv.Atoi(attr(e, "min"))
	last, _ := strconv.Atoi(attr(e, "max"))
	if flag(e, "hidden") && first >= 1 && len(s.columns) < lastColumn {
		s.columns = append(s.columns, span{first - 1, min(last, lastColumn) - 1})
	}
	return nil
}

// readRow reads one row and keeps it if any of its cells is filled.
func (s *sheetReader) readRow(e xml.StartElement) error {
	if e.Name.Local != "row" {
		return nil
	}
	if err := s.enterRow(attr(e, "r")); err != nil {
		return err
	}
	s.cells = s.cells[:0]
	column := -1
	err := s.part.children(func(c xml.StartElement) error {
		if c.Name.Local != "c" {
			return nil
		}
		var err error
		if column, err = s.column(attr(c, "r"), column+1); err != nil {
			return err
		}
		text, err := s.readCell(c, s.place(column))
		if err != nil || text == "" {
			return err
		}
		s.noteGarbled(text, s.place(column))
		return s.put(column, text)
	})
	if err != nil || len(s.cells) == 0 {
		return err
	}
	if flag(e, "hidden") {
		if s.hidden.rows++; s.hidden.rows == 1 {
			s.hidden.first = s.row
		}
	}
	s.sheet.Rows = append(s.sheet.Rows, Row{s.row, append(make([]string, 0, len(s.cells)), s.cells...)})
	s.tell(s.sheet.Name, len(s.sheet.Rows), false)
	return s.failRow(s.addRow(len(s.cells)))
}

// enterRow takes the number of the next row; a row that does not say is the next one.
func (s *sheetReader) enterRow(r string) error {
	next := s.row + 1
	if r != "" {
		n, err := strconv.Atoi(r)
		if err != nil || n < next || n > lastRow {
			return s.fail(Place{s.sheet.Name, s.row, -1}, bomb("此行之后的行号“%.20s”不对", "the row after this one has the wrong number “%.20s”", r))
		}
		next = n
	}
	if next > lastRow {
		return bomb("超过 %d 行", "there are more than %d rows", lastRow)
	}
	s.row = next
	return nil
}

// column is the column of a cell; a cell that does not say is in the next one.
func (s *sheetReader) column(ref string, next int) (int, error) {
	if ref != "" {
		column, row, ok := parseRef(ref)
		if !ok || row != s.row {
			return 0, s.fail(s.place(-1), bomb("单元格位置“%.20s”不对", "the cell's place “%.20s” is wrong", ref))
		}
		next = column
	}
	if next >= lastColumn {
		return 0, s.fail(s.place(-1), bomb("超过 %d 列", "there are more than %d columns", lastColumn))
	}
	return next, nil
}

// put sets a filled cell of the row.
func (s *sheetReader) put(column int, text string) error {
	if column >= s.Columns {
		return s.fail(s.place(column), tooWide(s.Columns))
	}
	for len(s.cells) <= column {
		s.cells = append(s.cells, "")
	}
	for len(s.used) <= column {
		s.used = append(s.used, false)
	}
	s.cells[column] = text
	s.used[column] = true
	return nil
}

func tooWide(columns int) error {
	return invalid("超过 %d 列", "there are more than %d columns", columns).Advise("删去多余的列", "delete the columns that are not needed")
}

// place is a cell of the row being read.
func (s *sheetReader) place(column int) Place { return Place{s.sheet.Name, s.row, column} }

// failRow places an error at the row being read.
func (s *sheetReader) failRow(err error) error {
	if err == nil {
		return nil
	}
	return s.fail(s.place(-1), err)
}

// parseRef reads B12 as column 1, row 12.
func parseRef(ref string) (column, row int, ok bool) {
	i := 0
	for ; i < len(ref) && i < 4 && ref[i]|0x20 >= 'a' && ref[i]|0x20 <= 'z'; i++ {
		column = column*26 + int(ref[i]|0x20-'a') + 1
	}
	digits := ref[i:]
	if i == 0 || column > lastColumn || len(digits) > 7 || strings.Trim(digits, "0123456789") != "" {
		return 0, 0, false
	}
	row, err := strconv.Atoi(digits)
	return column - 1, row, err == nil && row >= 1 && row <= lastRow
}

// noteHidden says what was read although a spreadsheet does not show it.
func (s *sheetReader) noteHidden() {
	if n := s.hidden.rows; n > 0 {
		s.note(Place{s.sheet.Name, s.hidden.first, -1}, "隐藏的行也已读入，共 %d 行，这是第一行", "hidden rows were read too: %d, this is the first", n)
	}
	var names []string
	for _, c := range s.columns {
		for i := c.first; i <= c.last && i < len(s.used); i++ {
			if s.used[i] {
				names = append(names, ColumnName(i))
				s.used[i] = false
			}
		}
	}
	if len(names) > 0 {
		s.note(Place{Sheet: s.sheet.Name}, "隐藏的列也已读入：%s", "hidden columns were read too: %s", strings.Join(names, " "))
	}
}
