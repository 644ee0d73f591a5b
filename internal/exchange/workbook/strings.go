package workbook

import "encoding/xml"

// sharedStrings are the texts of sharedStrings.xml by index, as Read gives them. long holds the indexes of those that
// are longer than a cell may be.
type sharedStrings struct {
	texts []string
	long  map[int]bool
}

// readStrings reads the texts that cells refer to. Rich text becomes plain; phonetic guides are left out.
func (r *reader) readStrings(w *workbookPart) (sharedStrings, error) {
	s := sharedStrings{long: map[int]bool{}}
	name := w.related("sharedStrings")
	if name == "" {
		return s, nil
	}
	var raw []byte
	err := w.archive.parse(name, "sst", func(p *part) error {
		return p.children(func(e xml.StartElement) error {
			if e.Name.Local != "si" {
				return nil
			}
			var err error
			if raw, err = r.richText(p, raw[:0]); err != nil {
				return err
			}
			text, ok := r.cleaned(raw)
			if !ok {
				s.long[len(s.texts)] = true
			}
			s.texts = append(s.texts, text)
			if len(s.texts) > r.Cells {
				return r.addCells(len(s.texts))
			}
			return r.addText(len(text))
		})
	})
	return s, err
}

// cleaned is raw as Read gives it; not ok, and empty, where it is longer than a cell may be.
func (r *reader) cleaned(raw []byte) (string, bool) {
	if len(raw) < r.maxBytes() {
		if text := clean(string(raw)); length(text) <= r.Characters {
			return text, true
		}
	}
	return "", false
}

// richText appends the text of <si> or <is> to b: <t>, or <r><t> for each run.
func (r *reader) richText(p *part, b []byte) ([]byte, error) {
	err := p.children(func(e xml.StartElement) (err error) {
		switch e.Name.Local {
		case "t":
			b, err = r.escapedText(p, b)
		case "r":
			err = p.children(func(e xml.StartElement) (err error) {
				if e.Name.Local == "t" {
					b, err = r.escapedText(p, b)
				}
				return err
			})
		}
		return err
	})
	return b, err
}

// escapedText appends the text of the element just entered, its escapes undone.
func (r *reader) escapedText(p *part, b []byte) ([]byte, error) {
	start := len(b)
	b, err := p.text(b, r.maxBytes())
	return unescape(b, start), err
}

// maxBytes is more than any cell within the limits takes, escapes (_x000D_) included; what goes on is not read.
func (r *reader) maxBytes() int { return 7*r.Characters + 8 }
