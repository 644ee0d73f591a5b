package workbook

import (
	"cmp"
	"io"
	"time"

	"github.com/xuri/excelize/v2"
)

// Options are what an .xlsx says of itself.
type Options struct {
	Title    string
	Author   string
	Modified time.Time // zero: the earliest time that a zip can say; the clock is not asked
}

// WriteXLSX writes tables as sheets of one .xlsx: the lines of notes, then the headers (bold on a fill, frozen, with a
// filter, notes as comments), then the rows, columns of text formatted as text so that 1-2 typed there stays no date.
// Drop-down lists refer to a hidden sheet, so that they may be of any length and hold commas. The same tables and
// options give the same bytes.
func WriteXLSX(w io.Writer, tables []Table, o Options) error {
	if err := checkTables(tables); err != nil {
		return err
	}
	f := excelize.NewFile()
	defer f.Close()
	f.ZipWriter = newPacker
	if err := describe(f, o); err != nil {
		return err
	}
	styles, err := newPalette(f)
	if err != nil {
		return err
	}
	lists := &choiceLists{file: f}
	for i, t := range tables {
		if err := newSheet(f, i, t.Name); err != nil {
			return err
		}
		if err := writeSheet(f, t, styles, lists, o); err != nil {
			return err
		}
	}
	if err := lists.write(); err != nil {
		return err
	}
	return f.Write(w)
}

// newSheet adds a sheet; a new file has one already, which becomes the first.
func newSheet(f *excelize.File, i int, name string) error {
	if i == 0 {
		return f.SetSheetName(f.GetSheetName(0), name)
	}
	_, err := f.NewSheet(name)
	return err
}

func describe(f *excelize.File, o Options) error {
	at := o.Modified
	if at.IsZero() {
		at = packedAt
	}
	stamp := at.UTC().Format(time.RFC3339)
	if err := f.SetAppProps(&excelize.AppProperties{Application: "Tiaokuai"}); err != nil {
		return err
	}
	return f.SetDocProps(&excelize.DocProperties{
		Title: Normal(o.Title), Creator: Normal(o.Author), LastModifiedBy: Normal(o.Author),
		Created: stamp, Modified: stamp, Language: "zh-CN",
	})
}

// palette is the cell formats of a file.
type palette struct{ note, header, text, number int }

// font is on every Windows and Mac with Chinese; other systems take their own for Chinese.
const font = "微软雅黑"

func newPalette(f *excelize.File) (palette, error) {
	const asText, general = 49, 0 // Excel's numbers for the formats @ and General
	if err := f.SetDefaultFont(font); err != nil {
		return palette{}, err
	}
	border := []excelize.Border{{Type: "bottom", Color: "7F9DB9", Style: 1}}
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	var p palette
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&p.note, excelize.Style{Font: &excelize.Font{Family: font, Size: 10, Color: "595959"}}},
		{&p.header, excelize.Style{
			Font: &excelize.Font{Family: font, Size: 11, Bold: true}, Border: border, NumFmt: asText,
			Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DCE6F1"}},
			Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
		}},
		{&p.text, excelize.Style{Font: &excelize.Font{Family: font, Size: 11}, NumFmt: asText, Alignment: top}},
		{&p.number, excelize.Style{Font: &excelize.Font{Family: font, Size: 11}, NumFmt: general, Alignment: top}},
	} {
		id, err := f.NewStyle(&s.style)
		if err != nil {
			return palette{}, err
		}
		*s.id = id
	}
	return p, nil
}

// of is the format of a column's cells.
func (p palette) of(c Column) int {
	if c.Number {
		return p.number
	}
	return p.text
}

const standardWidth = 14

func (c Column) width() float64 {
	return float64(min(cmp.Or(c.Width, standardWidth), excelize.MaxColumnWidth))
}
