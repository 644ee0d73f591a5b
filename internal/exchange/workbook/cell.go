package workbook

import (
	"encoding/xml"
	"strconv"
	"strings"
	"time"
)

// maxInline is how many different texts written into cells are remembered, so as to keep each once.
const maxInline = 1 << 16

// readCell reads the element <c> just entered. What is wrong with it is a problem at its place, and it is empty; the
// error is for what ends the reading.
func (s *sheetReader) readCell(c xml.StartElement, at Place) (string, error) {
	kind := attr(c, "t")
	formula, valued := false, false
	s.raw = s.raw[:0]
	err := s.part.children(func(e xml.StartElement) (err error) {
		switch e.Name.Local {
		case "f":
			formula = true
		case "v":
			valued = true
			s.raw, err = s.escapedText(s.part, s.raw)
		case "is":
			if kind == "inlineStr" {
				valued = true
				s.raw, err = s.richText(s.part, s.raw)
			}
		}
		return err
	})
	if err != nil {
		return "", s.fail(at, err)
	}
	if formula && !s.result(kind, valued, at) {
		return "", nil
	}
	return s.value(kind, attr(c, "s"), at)
}

// result says whether a formula's last result is there to be taken. Programs that write formulas without computing
// them leave it empty.
func (s *sheetReader) result(kind string, valued bool, at Place) bool {
	if !valued || len(s.raw) == 0 && kind != "str" {
		s.problem(at, invalid("公式没有计算结果", "the formula has no result").
			Advise("用 Excel 或 WPS 打开并保存，或把公式换成值", "open and save it in Excel or WPS, or replace the formula by its value"))
		return false
	}
	if kind != "e" {
		s.note(at, "公式，取其上次计算结果", "a formula; its last result was taken")
	}
	return true
}

// value is the text of a cell of a kind, from s.raw.
func (s *sheetReader) value(kind, style string, at Place) (string, error) {
	if len(s.raw) == 0 {
		return "", nil
	}
	switch kind {
	case "s":
		return s.shared(at), nil
	case "str", "inlineStr":
		return s.keep(at)
	case "b":
		if v := strings.TrimSpace(string(s.raw)); v == "1" || v == "true" {
			return "TRUE", nil
		}
		return "FALSE", nil
	case "e":
		s.problem(at, invalid("单元格是错误值 %.20s", "the cell is the error value %.20s", s.raw).
			Advise("改正公式，或填入应有的值", "correct the formula, or type the value"))
		return "", nil
	case "d":
		return s.isoDate(at), nil
	}
	return s.number(style, at), nil
}

// shared is the shared text whose index s.raw holds.
func (s *sheetReader) shared(at Place) string {
	i, err := strconv.Atoi(strings.TrimSpace(string(s.raw)))
	switch {
	case err != nil || i < 0 || i >= len(s.strings.texts):
		s.problem(at, invalid("单元格的文字不在文件里", "the text of the cell is not in the file").
			Advise("重新填写该单元格", "fill in the cell again"))
		return ""
	case s.strings.long[i]:
		s.tooLong(at)
	}
	return s.strings.texts[i]
}

// keep is the text in s.raw, one copy of those that come again.
func (s *sheetReader) keep(at Place) (string, error) {
	if text, ok := s.inline[string(s.raw)]; ok {
		return text, nil
	}
	text, ok := s.cleaned(s.raw)
	if !ok {
		s.tooLong(at)
		return "", nil
	}
	if len(s.inline) < maxInline && len(s.raw) < 256 {
		s.inline[string(s.raw)] = text
	}
	return text, s.addText(len(text))
}

func (r *reader) tooLong(at Place) {
	r.problem(at, invalid("单元格超过 %d 字", "the cell is longer than %d characters", r.Characters).Advise("缩短内容", "shorten it"))
}

// number is the number in s.raw in the meaning of the cell's format.
func (s *sheetReader) number(style string, at Place) string {
	v, ok := parseNumber(string(s.raw))
	if !ok {
		s.problem(at, invalid("“%.20s”不是数字", "“%.20s” is no number", s.raw).Advise("重新填写该单元格", "fill in the cell again"))
		return ""
	}
	var f format
	if i, err := strconv.Atoi(style); err == nil && i >= 0 && i < len(s.formats) {
		f = s.formats[i]
	}
	text, ok := f.show(v, s.book.date1904)
	if !ok {
		s.problem(at, invalid("%s 不是有效的日期或时间", "%s is no valid date or time", formatNumber(v)).
			Advise("按 2024-01-31 的样子重新填写", "write it like 2024-01-31"))
		return ""
	}
	if v >= exactDigits || v <= -exactDigits {
		s.note(at, "数字超过 15 位，末位可能已不准；编号请设为文本格式", "a number of more than 15 digits may have lost the last ones; format codes as text")
	}
	return text
}

// isoDate is the date in s.raw, which strict files write as 2024-01-31T00:00:00.
func (s *sheetReader) isoDate(at Place) string {
	text := strings.TrimSuffix(strings.TrimSpace(string(s.raw)), "Z")
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04:05.999", "2006-01-02T15:04", "15:04:05.999"} {
		t, err := time.Parse(layout, text)
		if err != nil {
			continue
		}
		f := format{date: t.Year() > 0, clock: true}
		return f.written(t)
	}
	s.problem(at, invalid("“%.30s”不是日期", "“%.30s” is no date", text).Advise("按 2024-01-31 的样子重新填写", "write it like 2024-01-31"))
	return ""
}
