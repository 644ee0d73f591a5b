package workbook

import (
	"fmt"
	"strings"

	"tiaokuai/internal/gov"
)

// Book is the tables of one file, in order.
type Book struct {
	Sheets []Sheet
	Notes  []Note
}

// Sheet is one table as it stands in a file. Rows without a filled cell are left out.
type Sheet struct {
	Name string
	Rows []Row
}

// Row is one row: Number counts from 1 as the spreadsheet shows it, Cells from column A, without empty ones at the end.
type Row struct {
	Number int
	Cells  []string
}

// Cell is the text in a column, counted from 0; empty beyond the last.
func (r Row) Cell(column int) string {
	if column < 0 || column >= len(r.Cells) {
		return ""
	}
	return r.Cells[column]
}

// Note is something a reader of the file should know about one place: a formula whose last result was taken, a merged
// cell whose value was spread.
type Note struct {
	Place Place
	Text  gov.Text
}

// Place is a cell, or a row where Column is −1, or a sheet where Row is 0, or the file where Sheet is empty.
type Place struct {
	Sheet  string
	Row    int // from 1
	Column int // from 0
}

// Ref is the cell as a spreadsheet names it: B12; empty where the place is no cell.
func (p Place) Ref() string {
	if p.Row == 0 || p.Column < 0 {
		return ""
	}
	return fmt.Sprintf("%s%d", ColumnName(p.Column), p.Row)
}

// ColumnName is the letters of a column counted from 0: A, Z, AA.
func ColumnName(column int) string {
	var b strings.Builder
	writeColumn(&b, column)
	return b.String()
}

func writeColumn(b *strings.Builder, column int) {
	if column >= 26 {
		writeColumn(b, column/26-1)
	}
	b.WriteByte(byte('A' + column%26))
}

// Table is one table to write.
type Table struct {
	Name    string
	Notes   []string // lines shown above the headers
	Columns []Column
	Rows    [][]string
}

// Column is one column of a table.
type Column struct {
	Header  string
	Note    string   // shown as a comment at the header
	Choices []string // offered as a drop-down list; typing something else stays possible
	Width   int      // in characters; 0 = 14
	Number  bool     // cells that are numbers are written as numbers
}
