package sheets

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/search"
)

// grams finds names near to a text without comparing it with every name: only those that share one of the text's rarest
// pairs of letters are looked at.
type grams struct {
	names    []nearName
	postings map[[2]rune][]int32
}

type nearName struct {
	entry  *entry
	folded []rune
}

// The bounds of one search: how many of a text's pairs are followed, how many names each may lead to, and how many of
// these are compared letter by letter.
const (
	rarest   = 8
	perPair  = 1000
	compared = 100
)

func (d *directory) grams(kind gov.NodeKind) *grams {
	if g := d.near[kind]; g != nil {
		return g
	}
	g := &grams{postings: map[[2]rune][]int32{}}
	for _, e := range d.byKey {
		if e.kind != kind || e.name == "" {
			continue
		}
		for _, name := range append([]string{e.name}, e.others...) {
			g.names = append(g.names, nearName{e, []rune(search.Fold(name))})
		}
	}
	slices.SortFunc(g.names, func(a, b nearName) int {
		return cmp.Or(cmp.Compare(a.entry.key, b.entry.key), slices.Compare(a.folded, b.folded))
	})
	for i, n := range g.names {
		for _, p := range pairs(n.folded) {
			if list := g.postings[p]; len(list) == 0 || list[len(list)-1] != int32(i) {
				g.postings[p] = append(list, int32(i))
			}
		}
	}
	d.near[kind] = g
	return g
}

// pairs are the neighbouring letters of a name, its first letter and its last among them.
func pairs(name []rune) [][2]rune {
	out := make([][2]rune, 0, len(name)+1)
	last := rune(0)
	for _, r := range name {
		out = append(out, [2]rune{last, r})
		last = r
	}
	return append(out, [2]rune{last, 0})
}

// likeness is a name near to a text, and how near: 1000 is the same.
type likeness struct {
	entry *entry
	score int
	twin  bool // so near that the text may well be another way to write it, or its new name
}

// nearest are the nodes of a kind within a scope with the names most like a text, best first.
func (d *directory) nearest(scope, text string, most int, kinds ...gov.NodeKind) []likeness {
	folded := []rune(search.Fold(text))
	best := map[*entry]likeness{}
	for _, kind := range kinds {
		d.grams(kind).near(scope, folded, func(n nearName) {
			l := alike(folded, n.folded)
			if l.entry = n.entry; l.score >= 400 && l.score > best[n.entry].score {
				best[n.entry] = l
			}
		})
	}
	out := make([]likeness, 0, len(best))
	for _, l := range best {
		out = append(out, l)
	}
	slices.SortFunc(out, func(a, b likeness) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.entry.name, b.entry.name), cmp.Compare(a.entry.key, b.entry.key))
	})
	return out[:min(most, len(out))]
}

// near gives the names within a scope (empty = any) that share the most of the rarest pairs of a text.
func (g *grams) near(scope string, text []rune, yield func(nearName)) {
	ps := pairs(text)
	slices.SortFunc(ps, func(a, b [2]rune) int {
		return cmp.Or(cmp.Compare(len(g.postings[a]), len(g.postings[b])), slices.Compare(a[:], b[:]))
	})
	shared, followed := map[int32]int{}, 0
	for _, p := range slices.Compact(ps) {
		list := g.postings[p]
		if len(list) == 0 {
			continue
		}
		if followed++; followed > rarest {
			break
		}
		for _, i := range list[:min(len(list), perPair)] {
			if scope == "" || g.names[i].entry.parent == scope {
				shared[i]++
			}
		}
	}
	names := slices.Collect(maps.Keys(shared))
	slices.SortFunc(names, func(i, j int32) int { return cmp.Or(cmp.Compare(shared[j], shared[i]), cmp.Compare(i, j)) })
	for _, i := range names[:min(len(names), compared)] {
		yield(g.names[i])
	}
}

// alike compares two folded names: 县农业农村局, 农业局 and 农业农村局 are twins.
func alike(a, b []rune) likeness {
	x, y := stem(a), stem(b)
	if slices.Equal(x, y) {
		return likeness{score: 990, twin: true}
	}
	longer := max(len(x), len(y))
	if longer == 0 || longer > 200 {
		return likeness{}
	}
	distance := editDistance(x, y)
	score := 980 - 980*distance/longer
	switch {
	case abbreviates(x, y), abbreviates(y, x):
		return likeness{score: max(score, 800), twin: true}
	case numbers(x) != numbers(y):
		return likeness{score: score * 3 / 4} // 第1办公室 and 第2办公室 are two
	}
	return likeness{score: score, twin: distance == 1 && longer >= 6}
}

// stem leaves out the county's own level, which people write or not: 县农业农村局, 市直机关工委. Both names that are
// compared lose it, so that a name which only begins like it (市场监管局) loses nothing by it.
func stem(name []rune) []rune {
	for _, prefix := range []string{"县直", "市直", "区直", "县", "市", "区"} {
		if rest, ok := strings.CutPrefix(string(name), prefix); ok && len(rest) >= 2*len("局") {
			return []rune(rest)
		}
	}
	return name
}

// abbreviates says whether a is b with letters left out but the first: 农业局 of 农业农村局, 党建办 of 党建工作办公室.
func abbreviates(a, b []rune) bool {
	if len(a) < 2 || len(a) >= len(b) || len(b) > 4*len(a) || a[0] != b[0] {
		return false
	}
	i := 0
	for _, r := range b {
		if i < len(a) && a[i] == r {
			i++
		}
	}
	return i == len(a)
}

// numbers are the figures in a name, in their order.
func numbers(name []rune) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || strings.ContainsRune("一二三四五六七八九十百", r) {
			return r
		}
		return -1
	}, string(name))
}

// editDistance is the number of letters to put in, leave out or change (Levenshtein).
func editDistance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			next := diagonal
			if x != y {
				next = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], next
		}
	}
	return row[len(b)]
}
