package workbook

import (
	"archive/zip"
	"bufio"
	"io"
	"strings"
	"time"
)

// WriteCSV writes headers and rows as UTF-8 with a byte order mark, by which Excel knows it, separated by commas, lines
// ended by CR LF. The notes above the headers are left out: other programs take the first line for the headers.
func WriteCSV(w io.Writer, t Table) error {
	if err := checkTables([]Table{t}); err != nil {
		return err
	}
	return writeCSV(w, t)
}

// WriteCSVZip writes each table as a .csv of its name into one zip. The same tables give the same bytes.
func WriteCSVZip(w io.Writer, tables []Table) error {
	if err := checkTables(tables); err != nil {
		return err
	}
	z := zip.NewWriter(w)
	for _, t := range tables {
		entry, err := z.CreateHeader(&zip.FileHeader{Name: t.Name + ".csv", Method: zip.Deflate, Modified: packedAt})
		if err != nil {
			return err
		}
		if err := writeCSV(entry, t); err != nil {
			return err
		}
	}
	return z.Close()
}

// packedAt is the time that every part of a zip bears: the earliest that the format can say.
var packedAt = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

func writeCSV(w io.Writer, t Table) error {
	b := bufio.NewWriter(w)
	b.WriteString("\ufeff") //nolint:errcheck // a bufio.Writer keeps its error for Flush
	t.writeRecord(b, t.headers(), false)
	for _, row := range t.Rows {
		t.writeRecord(b, row, true)
	}
	return b.Flush()
}

// writeRecord writes one line. Every record but an empty one is one, so that rows keep their numbers.
func (t Table) writeRecord(b *bufio.Writer, cells []string, numbers bool) {
	for i, text := range cells {
		if i > 0 {
			b.WriteByte(',') //nolint:errcheck // as above
		}
		text = Normal(text)
		if _, ok := t.number(i, text); !ok || !numbers {
			text = neutral(text)
		}
		b.WriteString(quoted(text)) //nolint:errcheck // as above
	}
	b.WriteString("\r\n") //nolint:errcheck // as above
}

// quoted is a field as it stands in a line. Whatever might be taken for a separator, or for the start of another kind
// of file, is quoted too.
func quoted(s string) string {
	if !strings.ContainsAny(s, "\",;\t\n\r<%{=") && !strings.HasPrefix(s, "PK") {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}
