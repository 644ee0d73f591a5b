package workbook

import "strings"

// records reads the records of a text one by one, as RFC 4180 writes them: quotes hold separators, line ends and, when
// doubled, quotes. encoding/csv would hold a line of a million columns before anyone could refuse it, and refuses a
// bare quote (3" 管), which people write.
type records struct {
	rest      string
	separator byte
	columns   int // the last column that may hold a filled cell
	line      int // of the record last read, from 1
	next      int // the line after it
	fields    []string
}

func newRecords(text string, columns int) *records {
	r := &records{rest: text, columns: columns, next: 1}
	first, rest, _ := strings.Cut(text, "\n")
	if s, ok := strings.CutPrefix(strings.TrimSuffix(first, "\r"), "sep="); ok && len(s) == 1 {
		r.separator, r.rest, r.next = s[0], rest, 2 // Excel's own way to name the separator
		return r
	}
	r.separator = separator(text)
	return r
}

// more says whether there is another record.
func (r *records) more() bool { return r.rest != "" }

// read gives the cells of the next record, valid until the next call. Fields beyond the last column may be there, but
// not filled.
func (r *records) read() ([]string, error) {
	r.line = r.next
	r.fields = r.fields[:0]
	for column := 0; ; column++ {
		field, err := r.field()
		if err != nil {
			return nil, err
		}
		if text := clean(field); column < r.columns {
			r.fields = append(r.fields, text)
		} else if text != "" {
			return nil, tooWide(r.columns)
		}
		if !r.take(r.separator) {
			break
		}
	}
	r.take('\r')
	r.take('\n')
	r.next++
	for len(r.fields) > 0 && r.fields[len(r.fields)-1] == "" {
		r.fields = r.fields[:len(r.fields)-1]
	}
	return r.fields, nil
}

func (r *records) take(c byte) bool {
	if r.rest == "" || r.rest[0] != c {
		return false
	}
	r.rest = r.rest[1:]
	return true
}

// field takes one field, up to a separator or line end.
func (r *records) field() (string, error) {
	if !r.take('"') {
		return r.until(), nil
	}
	var b strings.Builder
	for {
		i := strings.IndexByte(r.rest, '"')
		if i < 0 {
			return "", invalid("引号没有闭合", "a quotation mark is not closed").
				Advise("补上引号，或用 Excel 打开后另存", "close it, or open the file in Excel and save it again")
		}
		part := r.rest[:i]
		r.next += strings.Count(part, "\n")
		r.rest = r.rest[i+1:]
		if r.take('"') {
			b.WriteString(part)
			b.WriteByte('"')
			continue
		}
		tail := r.until() // what follows the closing quote belongs to the field too
		if b.Len() == 0 && tail == "" {
			return part, nil
		}
		b.WriteString(part)
		b.WriteString(tail)
		return b.String(), nil
	}
}

// until takes the text up to the next separator or line end.
func (r *records) until() string {
	i := 0
	for i < len(r.rest) && r.rest[i] != r.separator && r.rest[i] != '\n' && r.rest[i] != '\r' {
		i++
	}
	text := r.rest[:i]
	r.rest = r.rest[i:]
	return text
}

// separators are what may part columns; the first wins a tie.
const separators = ",\t;"

// separator finds which of them the first lines use: the one on most lines, then the one most often.
func separator(text string) byte {
	var best byte
	most := [2]int{-1, 0}
	for _, s := range []byte(separators) {
		lines, count := countOutside(text[:min(len(text), 16<<10)], s)
		if lines > most[0] || lines == most[0] && count > most[1] {
			best, most = s, [2]int{lines, count}
		}
	}
	return best
}

// countOutside counts the lines with c outside quotes, and all such c.
func countOutside(text string, c byte) (lines, count int) {
	quoted, counted := false, false
	for i := range len(text) {
		switch {
		case text[i] == '"':
			quoted = !quoted
		case quoted:
		case text[i] == '\n', text[i] == '\r':
			counted = false
		case text[i] == c:
			count++
			if !counted {
				counted = true
				lines++
			}
		}
	}
	return lines, count
}
