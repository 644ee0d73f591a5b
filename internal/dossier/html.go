package dossier

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
)

//go:embed page.html.tmpl
var pageText string

//go:embed page.css
var styleText string

// page is the layout; html/template escapes every text for the place it stands in.
var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"partAnchor":  partAnchor,
	"annexAnchor": annexAnchor,
	"isHeading":   func(b Block) bool { _, ok := b.(Heading); return ok },
	"isParagraph": func(b Block) bool { _, ok := b.(Paragraph); return ok },
	"isTable":     func(b Block) bool { _, ok := b.(Table); return ok },
	"widths":      percents,
	"chart":       func(c placed) placed { return c },
}).Parse(pageText))

func partAnchor(i int) string  { return fmt.Sprintf("s%d", i+1) }
func annexAnchor(n int) string { return fmt.Sprintf("annex%d", n) }

// HTML writes a dossier as one page that needs nothing else: no script, no font, no picture from elsewhere. It prints on
// A4 with the margins of GB/T 9704.
func HTML(w io.Writer, d Dossier) error {
	return page.Execute(w, view{
		Dossier: d, Tag: tag(d), Style: template.CSS(styleText), Missing: d.lackTexts(), Contents: d.contents(), //nolint:gosec // our own style sheet
		Parts: d.laidParts(), Annexes: d.laidAnnexes(),
	})
}

// view is a dossier with what the layout needs besides.
type view struct {
	Dossier
	Tag      string
	Style    template.CSS
	Missing  []string
	Contents []entry
	Parts    []Part
	Annexes  []Annex
}

// entry is one line of the table of contents.
type entry struct {
	Level        int
	Anchor, Text string
}

func (d Dossier) contents() []entry {
	var out []entry
	for i, p := range d.Parts {
		out = append(out, entry{1, partAnchor(i), p.Number + p.Title})
		for _, b := range p.Blocks {
			if h, ok := b.(Heading); ok && h.Level == 2 {
				out = append(out, entry{2, h.Anchor, h.Number + h.Text})
			}
		}
	}
	for _, a := range d.Annexes {
		out = append(out, entry{1, annexAnchor(a.Number), fmt.Sprintf("%s%d  %s", d.Words.Annex, a.Number, a.Title)})
	}
	return out
}

func (d Dossier) lackTexts() []string {
	var out []string
	for _, l := range d.missing {
		out = append(out, l.Text.In(d.Language))
	}
	return out
}

// percents are a table's widths as percentages.
func percents(t Table) []int {
	total := 0
	for _, w := range t.Widths {
		total += w
	}
	out := make([]int, len(t.Widths))
	for i, w := range t.Widths {
		out[i] = w * 100 / total
	}
	return out
}
