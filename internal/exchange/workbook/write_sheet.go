package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// sheetWriter writes one table. What stands beside the cells (widths, filter, comments, lists) must be set before the
// stream of rows is ended.
type sheetWriter struct {
	file   *excelize.File
	stream *excelize.StreamWriter
	table  Table
	styles palette
	row    int
}

func writeSheet(f *excelize.File, t Table, styles palette, lists *choiceLists, o Options) error {
	stream, err := f.NewStreamWriter(t.Name)
	if err != nil {
		return err
	}
	s := &sheetWriter{f, stream, t, styles, 0}
	for _, step := range []func() error{
		s.layOut,
		func() error { return s.comment(o.Author) },
		func() error { return lists.offer(t) },
		s.writeRows,
		stream.Flush,
	} {
		if err := step(); err != nil {
			return fmt.Errorf("sheet %s: %w", t.Name, err)
		}
	}
	return nil
}

// header is the number of the header row.
func (t Table) header() int { return len(t.Notes) + 1 }

// layOut sets widths, column formats, the frozen headers and the filter.
func (s *sheetWriter) layOut() error {
	for i, c := range s.table.Columns {
		if err := s.stream.SetColWidth(i+1, i+1, c.width()); err != nil {
			return err
		}
		if err := s.stream.SetColStyle(i+1, i+1, s.styles.of(c)); err != nil {
			return err
		}
	}
	header := s.table.header()
	if err := s.stream.SetPanes(&excelize.Panes{
		Freeze: true, YSplit: header, TopLeftCell: Place{"-", header + 1, 0}.Ref(), ActivePane: "bottomLeft",
	}); err != nil || len(s.table.Columns) == 0 {
		return err
	}
	last := Place{"-", header + len(s.table.Rows), len(s.table.Columns) - 1}
	return s.file.AutoFilter(s.table.Name, Place{"-", header, 0}.Ref()+":"+last.Ref(), nil)
}

// comment puts the columns' notes at their headers.
func (s *sheetWriter) comment(author string) error {
	for i, c := range s.table.Columns {
		if c.Note == "" {
			continue
		}
		if err := s.file.AddComment(s.table.Name, excelize.Comment{
			Author: Normal(author), Cell: Place{"-", s.table.header(), i}.Ref(),
			Paragraph: []excelize.RichTextRun{{Text: Normal(c.Note), Font: &excelize.Font{Family: font, Size: 10}}},
			Width:     280, Height: uint(40 + 16*(length(c.Note)/18)), //nolint:gosec // never negative
		}); err != nil {
			return err
		}
	}
	return nil
}

func (s *sheetWriter) writeRows() error {
	for _, note := range s.table.Notes {
		if err := s.write([]any{excelize.Cell{StyleID: s.styles.note, Value: inText(note)}}); err != nil {
			return err
		}
	}
	headers := make([]any, len(s.table.Columns))
	for i, c := range s.table.Columns {
		headers[i] = excelize.Cell{StyleID: s.styles.header, Value: inText(c.Header)}
	}
	if err := s.write(headers); err != nil {
		return err
	}
	var cells []any
	for _, row := range s.table.Rows {
		cells = cells[:0]
		for i, text := range row {
			cells = append(cells, s.cell(i, Normal(text)))
		}
		if err := s.write(cells); err != nil {
			return err
		}
	}
	return nil
}

func (s *sheetWriter) write(cells []any) error {
	s.row++
	return s.stream.SetRow(Place{"-", s.row, 0}.Ref(), cells)
}

// cell is a cell as excelize takes it; nil leaves it out.
func (s *sheetWriter) cell(column int, text string) any {
	if n, ok := s.table.number(column, text); ok {
		return excelize.Cell{StyleID: s.styles.number, Value: n}
	}
	if text == "" {
		return nil
	}
	return excelize.Cell{StyleID: s.styles.text, Value: inText(text)}
}

// inText is a text as excelize takes it. What looks like an escape (_x000D_) is written in runs, since excelize v2.11.1
// escapes some of it wrongly (_x000D_x000D_) and leaves some out (_xD83D_).
func inText(s string) any {
	s = neutral(Normal(s))
	cut := pieces(s)
	if len(cut) == 1 {
		return s
	}
	runs := make([]excelize.RichTextRun, len(cut))
	for i, piece := range cut {
		runs[i].Text = piece
	}
	return runs
}
