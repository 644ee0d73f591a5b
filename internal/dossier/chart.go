package dossier

import "tiaokuai/internal/gov"

// placed is a chart with its bars placed, in pixels of a picture 640 wide.
type placed struct {
	Caption               string
	BeforeWord, AfterWord string
	Bars                  []placedBar
	Height                int
	Legend, LegendBase    int
}

func (placed) block() {}

// placedBar is one pair of bars.
type placedBar struct {
	Name                  string
	Before, After         int // widths
	Top, Below, Middle    int
	BeforeEnd, AfterEnd   int
	BeforeBase, AfterBase int
	BeforeText, AfterText string
}

const (
	barsLeft  = 180
	barsWidth = 380
	barsPitch = 30
)

// place lays a chart out; the longest bar fills the width.
func (d Dossier) place(c Chart) placed {
	var most gov.Micro = 1
	for _, b := range c.Bars {
		most = max(most, b.Before, b.After)
	}
	width := func(m gov.Micro) int { return int(m * barsWidth / most) }
	out := placed{Caption: c.Caption, BeforeWord: d.Words.Before, AfterWord: d.Words.After}
	for i, b := range c.Bars {
		top := 6 + i*barsPitch
		out.Bars = append(out.Bars, placedBar{
			Name: b.Name, Before: width(b.Before), After: width(b.After), Top: top, Below: top + 11, Middle: top + 14,
			BeforeEnd: barsLeft + width(b.Before) + 5, AfterEnd: barsLeft + width(b.After) + 5, BeforeBase: top + 8, AfterBase: top + 19,
			BeforeText: b.Before.String(), AfterText: b.After.String(),
		})
	}
	out.Legend = 12 + len(c.Bars)*barsPitch
	out.LegendBase, out.Height = out.Legend+8, out.Legend+18
	return out
}

func (d Dossier) laidParts() []Part {
	out := make([]Part, len(d.Parts))
	for i, p := range d.Parts {
		out[i] = Part{p.Number, p.Title, d.laid(p.Blocks)}
	}
	return out
}

func (d Dossier) laidAnnexes() []Annex {
	out := make([]Annex, len(d.Annexes))
	for i, a := range d.Annexes {
		out[i] = Annex{a.Number, a.Title, d.laid(a.Blocks)}
	}
	return out
}

// laid are blocks with their charts placed.
func (d Dossier) laid(blocks []Block) []Block {
	out := make([]Block, len(blocks))
	for i, b := range blocks {
		if c, ok := b.(Chart); ok {
			b = d.place(c)
		}
		out[i] = b
	}
	return out
}

func tag(d Dossier) string {
	if d.Language == gov.LanguageEN {
		return "en"
	}
	return "zh-CN"
}
