package workbook

import "tiaokuai/internal/gov"

// Limits bound what [Read] takes and what it costs. Take them from [StandardLimits]; a zero is a limit of zero.
type Limits struct {
	File       int64 // bytes of the file
	Unpacked   int64 // bytes of all parts of a zip together, as its directory states them
	Ratio      int64 // how many times larger than packed a part of more than 1 MiB may be
	Parts      int   // parts of a zip
	Sheets     int
	Rows       int   // rows with a filled cell, in all sheets together
	Columns    int   // the last column that may hold a filled cell
	Cells      int   // cells in all rows together, the empty ones before the last filled one of a row included
	Text       int64 // bytes of all different texts together
	Characters int   // of one cell, counted as a spreadsheet counts them: UTF-16 units

	// Progress, unless nil, is told after every thousand rows and at the end of each sheet how many rows of it were read.
	Progress func(sheet string, rows int)
}

// StandardLimits are what a county's workbooks fit in ten times over, and what a server can spare: with them Read holds
// less than 350 MiB, garbage not counted, whatever the file. The size of a cell is that of Excel.
func StandardLimits() Limits {
	return Limits{
		File:       64 << 20,
		Unpacked:   512 << 20,
		Ratio:      200,
		Parts:      10_000,
		Sheets:     64,
		Rows:       200_000,
		Columns:    256,
		Cells:      4_000_000,
		Text:       128 << 20,
		Characters: 32_767,
	}
}

// budget is what has been used of the limits so far, over all sheets of a file.
type budget struct {
	Limits
	rows, cells int
	text        int64
}

// addText counts the bytes of one more text.
func (b *budget) addText(bytes int) error {
	b.text += int64(bytes)
	if b.text > b.Text {
		return invalid("文件的文字超过 %d MB", "the file holds more than %d MB of text", b.Text>>20).
			Advise("分成几个文件", "split it into several files")
	}
	return nil
}

// addRow counts one more filled row.
func (b *budget) addRow(cells int) error {
	if b.rows++; b.rows > b.Rows {
		return invalid("各表合计超过 %d 行", "the sheets have more than %d rows together", b.Rows).
			Advise("分成几个文件分次导入", "split the file and import it in parts")
	}
	return b.addCells(cells)
}

func (b *budget) addCells(cells int) error {
	if b.cells += cells; b.cells > b.Cells {
		return invalid("各表合计超过 %d 个单元格", "the sheets have more than %d cells together", b.Cells).
			Advise("分成几个文件，或删去用不到的列", "split the file, or delete the columns that are not needed")
	}
	return nil
}

// tell reports progress every thousand rows.
func (b *budget) tell(sheet string, rows int, done bool) {
	if b.Progress != nil && (done || rows%1000 == 0) {
		b.Progress(sheet, rows)
	}
}

func invalid(zh, en string, args ...any) *gov.Error {
	return gov.Errorf(gov.CodeInvalid, zh, en, args...)
}
