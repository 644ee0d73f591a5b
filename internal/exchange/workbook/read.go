package workbook

import (
	"bytes"
	"path"
	"strings"
)

// Read reads the tables of a file: .xlsx (also .xlsm, macros unread), .csv in UTF-8, UTF-16 or GB18030, or a .zip of
// .csv files. The content decides which it is; the name stands in errors and names the sheet of a .csv.
//
// The error is a gov.Problems, all INVALID, each with what to do. Its paths are the file, the sheet, and the cell or
// the row: ("编制.xlsx", "机构", "B12"). What is wrong with single cells leaves them empty, and the Book is given along
// with the problems, so that a caller can report what else is wrong; otherwise the Book is empty.
func Read(name string, data []byte, limits Limits) (Book, error) {
	r := &reader{report: report{file: name}, budget: budget{Limits: limits}}
	err := r.read(data)
	var book Book
	if err == nil {
		book.Sheets = r.sheets
	}
	problems := r.close(err)
	book.Notes = r.notes
	return book, problems
}

// reader is the state of reading one file, whatever its format.
type reader struct {
	report
	budget
	sheets []Sheet
}

func (r *reader) read(data []byte) error {
	if int64(len(data)) > r.File {
		return invalid("文件超过 %d MB", "the file is larger than %d MB", r.File>>20).
			Advise("分成几个文件，或删去图片", "split it, or delete the pictures in it")
	}
	switch {
	case len(data) == 0:
		return invalid("文件是空的", "the file is empty")
	case hasAnyPrefix(data, "PK\x03\x04", "PK\x05\x06"):
		return r.readZip(data)
	case hasAnyPrefix(data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		return refuseOLE(data)
	}
	if err := refuseKnown(data); err != nil {
		return err
	}
	return r.readCSV(tableName(r.file), data)
}

func (r *reader) readZip(data []byte) error {
	a, err := openArchive(data, r.Limits)
	if err != nil {
		return err
	}
	switch {
	case a.has("[Content_Types].xml") || a.has("xl/workbook.xml"):
		return r.readXLSX(a)
	case a.has("mimetype") && a.has("content.xml"):
		return otherFormat("OpenDocument")
	}
	return r.readCSVZip(a)
}

// addSheet takes a finished sheet.
func (r *reader) addSheet(s Sheet) error {
	if len(r.sheets) == r.Sheets {
		return r.fail(Place{Sheet: s.Name}, invalid("超过 %d 张表", "there are more than %d sheets", r.Sheets).
			Advise("分成几个文件", "split the file"))
	}
	for _, other := range r.sheets {
		if strings.EqualFold(other.Name, s.Name) {
			return r.fail(Place{Sheet: s.Name}, invalid("有两张表都叫“%s”", "two sheets are named “%s”", s.Name).
				Advise("给其中一张改名", "rename one of them"))
		}
	}
	r.tell(s.Name, len(s.Rows), true)
	r.sheets = append(r.sheets, s)
	return nil
}

// tableName is the name of a file without folder and extension.
func tableName(file string) string {
	base := path.Base(strings.ReplaceAll(file, `\`, "/"))
	return strings.TrimSuffix(base, path.Ext(base))
}

func hasAnyPrefix(data []byte, prefixes ...string) bool {
	for _, p := range prefixes {
		if bytes.HasPrefix(data, []byte(p)) {
			return true
		}
	}
	return false
}
