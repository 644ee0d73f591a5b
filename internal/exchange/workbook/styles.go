package workbook

import (
	"encoding/xml"
	"strconv"
)

// readStyles reads what the cell formats mean for a number, by the index that cells carry.
func readStyles(w *workbookPart) ([]format, error) {
	name := w.related("styles")
	if name == "" {
		return nil, nil
	}
	codes := map[string]string{}
	var ids []string
	err := w.archive.parse(name, "styleSheet", func(p *part) error {
		return p.children(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "numFmts":
				return p.children(func(e xml.StartElement) error {
					codes[attr(e, "numFmtId")] = attr(e, "formatCode")
					return tooMany(len(codes))
				})
			case "cellXfs":
				return p.children(func(e xml.StartElement) error {
					ids = append(ids, attr(e, "numFmtId"))
					return tooMany(len(ids))
				})
			}
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	formats := make([]format, len(ids))
	for i, id := range ids {
		formats[i] = formatOf(id, codes)
	}
	return formats, nil
}

// formatOf is the format of an id: one of the file's own, or one that every spreadsheet knows.
func formatOf(id string, codes map[string]string) format {
	if code, ok := codes[id]; ok {
		return parseFormat(code)
	}
	n, err := strconv.Atoi(id)
	if err != nil {
		return format{}
	}
	return builtin(n)
}

// builtin is a format that files name by number alone, as ECMA-376 part 1, 18.8.30 lists them; 27 to 36 and 50 to 58 as
// in Chinese editions.
func builtin(id int) format {
	switch {
	case id == 9, id == 10:
		return format{percent: true}
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
		return format{date: true}
	case id == 22:
		return format{date: true, clock: true}
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id == 45, id == 47, id == 55, id == 56:
		return format{clock: true}
	case id == 46:
		return format{clock: true, elapsed: true}
	}
	return format{}
}
