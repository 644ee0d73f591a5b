package dossier

import "tiaokuai/internal/gov"

// Block is one piece of a part: a Heading, a Paragraph, a Table or a Chart.
type Block interface{ block() }

// Heading is a heading of level 2 or 3; parts and annexes are level 1.
type Heading struct {
	Level  int
	Number string // （一） or 1.
	Text   string
	Anchor string // unique in the dossier
}

// Paragraph is a paragraph of the text.
type Paragraph struct {
	Kind ParagraphKind
	Text Line
}

// ParagraphKind is how a paragraph is set.
type ParagraphKind string

// The kinds.
const (
	Body  ParagraphKind = "body"
	Quote ParagraphKind = "quote" // of a source
	Note  ParagraphKind = "note"  // below a table, in small print
)

// Line is a text with marks in it.
type Line []Span

// Span is a piece of text; Lack marks what is still to be supplied (待补充).
type Span struct {
	Text string
	Lack bool
}

// String is the line without its marks.
func (l Line) String() string {
	text := ""
	for _, s := range l {
		text += s.Text
	}
	return text
}

// Table is a table whose head is repeated on each page.
type Table struct {
	Caption string
	Head    []string
	Widths  []int // shares of the line
	Numbers []bool
	Rows    [][]Line
	Sum     bool // the last row is a sum
}

// Chart is bars before and after, in units of cost.
type Chart struct {
	Caption string
	Bars    []Bar
}

// Bar is one pair of bars.
type Bar struct {
	Name          string
	Before, After gov.Micro
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (Table) block()     {}
func (Chart) block()     {}

// plain is a line without marks.
func plain(text string) Line { return Line{{Text: text}} }

// row is a table's row without marks.
func row(cells ...string) []Line {
	out := make([]Line, len(cells))
	for i, text := range cells {
		out[i] = plain(text)
	}
	return out
}
