package workbook

import (
	"strings"
)

// listSheet is the hidden sheet in which [WriteXLSX] keeps the choices of drop-down lists; reading passes over it.
const listSheet = "_选项"

// xlsxReader reads the sheets of one .xlsx.
type xlsxReader struct {
	*reader
	book    *workbookPart
	strings sharedStrings
	formats []format
	inline  map[string]string // texts written into cells: the same text is kept once
}

func (r *reader) readXLSX(a *archive) error {
	w, err := openWorkbook(a)
	if err != nil {
		return err
	}
	x := &xlsxReader{reader: r, book: w, inline: map[string]string{}}
	if x.strings, err = r.readStrings(w); err != nil {
		return err
	}
	if x.formats, err = readStyles(w); err != nil {
		return err
	}
	x.notUsed(a)
	for _, entry := range w.sheets {
		if err := x.readEntry(entry); err != nil {
			return r.fail(Place{Sheet: entry.name}, err)
		}
	}
	if len(r.sheets) == 0 {
		return invalid("文件里没有表", "there is no sheet in the file")
	}
	return nil
}

// notUsed notes what an .xlsx may carry besides cells: it is never run, opened or followed.
func (x *xlsxReader) notUsed(a *archive) {
	if a.has("xl/vbaProject.bin") {
		x.note(Place{}, "文件含宏，宏没有运行", "the file has macros; they were not run")
	}
	if a.hasUnder("xl/externallinks/") {
		x.note(Place{}, "文件含外部链接（或 DDE），没有打开", "the file has external links (or DDE); they were not followed")
	}
	if a.hasUnder("xl/embeddings/") || a.hasUnder("xl/activex/") {
		x.note(Place{}, "文件含嵌入对象，没有打开", "the file has embedded objects; they were not opened")
	}
}

// readEntry reads one sheet of the workbook, or notes why it is none.
func (x *xlsxReader) readEntry(entry sheetEntry) error {
	hidden := strings.EqualFold(entry.state, "hidden") || strings.EqualFold(entry.state, "veryHidden")
	if hidden && entry.name == listSheet {
		return nil
	}
	rel := x.book.relation(entry.relation)
	if rel.kind != "worksheet" && rel.kind != "" {
		x.note(Place{Sheet: entry.name}, "不是数据表（图表或宏表），没有读", "no sheet of data (a chart or macros); not read")
		return nil
	}
	if rel.target == "" {
		return invalid("表的内容不在文件里", "the content of the sheet is not in the file").
			Advise("用 Excel 或 WPS 打开后另存为 .xlsx 再导入", "open it in Excel or WPS and save it again as .xlsx")
	}
	if hidden {
		x.note(Place{Sheet: entry.name}, "隐藏的表，也已读入", "a hidden sheet; it was read too")
	}
	s := &sheetReader{xlsxReader: x, sheet: Sheet{Name: entry.name}}
	if err := x.book.archive.parse(rel.target, "worksheet", s.read); err != nil {
		return err
	}
	s.noteHidden()
	if err := s.spread(); err != nil {
		return err
	}
	return x.addSheet(s.sheet)
}
