package dossier

import "fmt"

// The page of GB/T 9704-2012 in twips (1 mm = 56.7): A4, margins 37, 26, 35 and 28 mm, the page number 7 mm below the text.
const (
	pageWidth, pageHeight                          = 11906, 16838
	marginTop, marginRight, marginBottom, marginAt = 2098, 1474, 1984, 1587
	headerAt, footerAt                             = 851, 1304
	lineWidth                                      = pageWidth - marginRight - marginAt
	character                                      = 320 // of 三号
)

func (d Dossier) document() wordDocument {
	return wordDocument{
		W: "http://schemas.openxmlformats.org/wordprocessingml/2006/main", R: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
		Body: wordBody{
			Blocks: d.words(),
			Section: wordSection{
				Footers: []wordFooter{{"default", "rId4"}, {"even", "rId5"}},
				Size:    wordSize{pageWidth, pageHeight},
				Margins: wordMargins{marginTop, marginRight, marginBottom, marginAt, headerAt, footerAt, 0},
			},
		},
	}
}

// words are the paragraphs and tables of a dossier in their order.
func (d Dossier) words() []any {
	out := []any{styled("Title", d.Title), styled("Subtitle", d.Subtitle), styled("Notice", d.Notice)}
	if len(d.missing) > 0 {
		out = append(out, styled("Heading1", d.Words.Missing))
		for i, text := range d.lackTexts() {
			out = append(out, paragraph("BodyText", Line{{Text: fmt.Sprintf("%d. ", i+1)}, {Text: text, Lack: true}}))
		}
	}
	for _, p := range d.Parts {
		out = append(out, styled("Heading1", p.Number+p.Title))
		out = append(out, blockWords(p.Blocks)...)
	}
	out = append(out, d.annexList()...)
	out = append(out, styled("DateLine", d.Day))
	for _, a := range d.Annexes {
		out = append(out, styled("AnnexNumber", fmt.Sprintf("%s%d", d.Words.Annex, a.Number)), styled("AnnexTitle", a.Title))
		out = append(out, blockWords(a.Blocks)...)
		if n := len(a.Blocks); n > 0 {
			if _, gap := a.Blocks[n-1].(Table); gap {
				out = out[:len(out)-1] // the page ends here; a gap could only make an empty one
			}
		}
	}
	return out
}

// annexList is 附件说明: a line apart, 附件：1. …, the next ones below the first name.
func (d Dossier) annexList() []any {
	out := []any{styled("AnnexList", "")}
	for i, a := range d.Annexes {
		name := fmt.Sprintf("%d. %s", a.Number, a.Title)
		if i == 0 {
			out = append(out, styled("AnnexList", d.Words.Annexes+name))
			continue
		}
		p := styled("AnnexList", name)
		p.Properties.Indent = &wordChars{500, 5 * character}
		out = append(out, p)
	}
	return out
}

func blockWords(blocks []Block) []any {
	var out []any
	for _, b := range blocks {
		switch b := b.(type) {
		case Heading:
			out = append(out, styled(fmt.Sprintf("Heading%d", b.Level), b.Number+b.Text))
		case Paragraph:
			out = append(out, paragraph(paragraphStyles[b.Kind], b.Text))
		case Table:
			out = append(out, tableWords(b)...)
		case Chart: // its figures stand in the table above it, which can be edited
		}
	}
	return out
}

var paragraphStyles = map[ParagraphKind]string{Body: "BodyText", Quote: "Quote", Note: "Note"}

func styled(style, text string) wordParagraph { return paragraph(style, plain(text)) }

func paragraph(style string, line Line) wordParagraph {
	p := wordParagraph{Properties: wordParagraphProperties{Style: value{style}}}
	for _, s := range line {
		if s.Text == "" {
			continue
		}
		r := wordRun{Text: wordText{"preserve", s.Text}}
		if s.Lack {
			r.Style = &wordRunProperties{value{"Lack"}}
		}
		p.Runs = append(p.Runs, r)
	}
	return p
}

// tableWords are a table with its caption above, and a gap below, without which two tables would run together.
func tableWords(t Table) []any {
	var out []any
	if t.Caption != "" {
		out = append(out, styled("Caption", t.Caption))
	}
	table := wordTable{Properties: wordTableProperties{Style: value{"TableGrid"}, Width: wordWidth{lineWidth, "dxa"}, Layout: wordType{"fixed"}}}
	total := 0
	for _, w := range t.Widths {
		total += w
	}
	for _, w := range t.Widths {
		table.Grid = append(table.Grid, wordColumn{lineWidth * w / total})
	}
	head := make([]Line, len(t.Head))
	for i, text := range t.Head {
		head[i] = plain(text)
	}
	table.Rows = append(table.Rows, tableRow(table.Grid, head, func(int) string { return "TableHead" }))
	table.Rows[0].Head = new(string)
	for i, cells := range t.Rows {
		last := t.Sum && i == len(t.Rows)-1
		table.Rows = append(table.Rows, tableRow(table.Grid, cells, func(column int) string {
			switch {
			case t.Numbers[column]:
				return "TableNumber"
			case last:
				return "TableHead"
			}
			return "TableText"
		}))
	}
	return append(out, table, styled("Gap", ""))
}

func tableRow(grid []wordColumn, cells []Line, style func(column int) string) wordRow {
	var out wordRow
	for i, text := range cells {
		out.Cells = append(out.Cells, wordCell{Width: wordWidth{grid[i].Width, "dxa"}, Align: value{"center"}, Text: paragraph(style(i), text)})
	}
	return out
}
