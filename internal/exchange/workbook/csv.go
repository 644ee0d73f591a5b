package workbook

import (
	"errors"
	"strings"
	"unicode/utf8"

	"tiaokuai/internal/gov"
)

// readCSV reads one text table as a sheet of the given name. A row's number is that which a spreadsheet shows it at;
// errors name the line of the text too, which differs where cells hold line ends.
func (r *reader) readCSV(name string, data []byte) error {
	if name == "" {
		name = "CSV"
	}
	place := Place{Sheet: name, Column: -1}
	text, err := decode(data)
	if err == nil && binary(text) {
		err = noTable()
	}
	if err != nil {
		return r.fail(place, err)
	}
	if err := r.addText(len(text)); err != nil {
		return r.fail(place, err)
	}
	sheet := Sheet{Name: name}
	for in := newRecords(text, r.Columns); in.more(); {
		place.Row++
		cells, err := in.read()
		if err == nil && len(cells) > 0 {
			sheet.Rows = append(sheet.Rows, Row{place.Row, r.checked(cells, place)})
			err = r.addRow(len(cells))
			r.tell(name, len(sheet.Rows), false)
		}
		if err != nil {
			return r.fail(place, onLine(in.line, err))
		}
	}
	return r.addSheet(sheet)
}

// checked is a copy of the cells without those that are too long.
func (r *reader) checked(cells []string, place Place) []string {
	out := append(make([]string, 0, len(cells)), cells...)
	for i, text := range out {
		place.Column = i
		r.noteGarbled(text, place)
		if len(text) > r.Characters && length(text) > r.Characters {
			r.tooLong(place)
			out[i] = ""
		}
	}
	return out
}

// noteGarbled notes the sign that a program puts where it did not understand a character: what stood there is lost.
func (r *reader) noteGarbled(text string, at Place) {
	if strings.ContainsRune(text, utf8.RuneError) {
		r.note(at, "含无法识别的字符“\ufffd”，请核对原文", "holds a character that was lost, “\ufffd”; compare the original")
	}
}

// onLine adds the line of the text to an error's message.
func onLine(line int, err error) error {
	var e *gov.Error
	if !errors.As(err, &e) {
		return err
	}
	c := *e
	c.Message = gov.Textf("第 %[1]d 行：%[2]s", "line %[1]d: %[3]s", line, e.Message.ZH, e.Message.EN)
	return &c
}
