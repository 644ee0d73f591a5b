package forms

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/search"
)

// group is one heading of a list: 一、党的建设（12项）.
type group struct {
	name     string
	at       workbook.Place
	declared int // −1 = not said
	count    int
	// what the county's code lists make of it
	aspect, domain string
}

var (
	ordinal     = regexp.MustCompile(`^(?:第?[一二三四五六七八九十百]+(?:[、.．，,：:]|部分|章|类)|[(（][一二三四五六七八九十百]+[)）])\s*`)
	halfOrdinal = regexp.MustCompile(`^[一二三四五六七八九十百]+[)）]、?`)
	onlyNumber  = regexp.MustCompile(`^[(（]?[一二三四五六七八九十百]+[)）]?、?$`)
	declared    = regexp.MustCompile(`\s*[(（\[]?\s*(?:共|合计|计)?\s*(\d+)\s*[项条个件][)）\]]?$`)
	inBrackets  = regexp.MustCompile(`[(（](?:共|合计|计)?\s*(\d+)\s*[项条个件][)）]`)
)

// group reads a row that is a heading; false where it is none.
func (w *walker) group(row workbook.Row, text string, alone bool) bool {
	cells := slices.DeleteFunc(slices.Clone(row.Cells), func(c string) bool { return strings.TrimSpace(c) == "" })
	if len(cells) == 2 && onlyNumber.MatchString(cells[0]) && row.Cell(w.header.at[name]) == cells[1] {
		text, alone = strings.TrimRight(cells[0], "、")+"、"+cells[1], true
	}
	first := strings.TrimSpace(row.Cell(0)) != ""
	heading := ordinal.MatchString(text) || declared.MatchString(text) || first && w.header.at[name] > 0 && !digits.MatchString(text)
	if !alone || !heading || len([]rune(text)) > 60 || strings.ContainsAny(text, "。；;") {
		return false
	}
	level := 0
	if strings.HasPrefix(text, "（") || strings.HasPrefix(text, "(") {
		level = 1
	}
	column := slices.IndexFunc(row.Cells, func(c string) bool { return strings.TrimSpace(c) != "" })
	w.enter(level, text, workbook.Place{Sheet: w.sheet, Row: row.Number, Column: column})
	return true
}

var digits = regexp.MustCompile(`^\d+$`)

// enter goes to a group, which is a new one unless it is the current.
func (w *walker) enter(level int, text string, at workbook.Place) {
	g := &group{at: at, declared: -1}
	text = oneLine(text)
	if m := declared.FindStringSubmatch(text); m != nil {
		g.declared, _ = strconv.Atoi(m[1])
		text = declared.ReplaceAllString(text, "")
	}
	text = strings.TrimLeft(text, "(（")
	text = strings.TrimSpace(halfOrdinal.ReplaceAllString(ordinal.ReplaceAllString(text, ""), ""))
	g.name = text
	if now := w.current[level]; now != nil && now.name == g.name {
		return
	}
	w.current[level] = g
	if level == 0 {
		w.current[1] = nil
	}
	w.groups = append(w.groups, g)
}

// total checks a row 合计 or 小计.
func (w *walker) total(row workbook.Row) {
	m := count.FindStringSubmatch(strings.Join(row.Cells, " "))
	if m == nil {
		return
	}
	said, _ := strconv.Atoi(m[1])
	have, what := len(w.items), "合计"
	if strings.HasPrefix(strings.TrimSpace(strings.Join(row.Cells, "")), "小计") {
		if what = "小计"; w.current[0] != nil {
			have = w.current[0].count
		}
	}
	if said != have {
		w.note(workbook.Place{Sheet: w.sheet, Row: row.Number, Column: -1}, "%[1]s写明%[2]d项，实有%[3]d项；只导入所列事项", "the total says %[2]d items, there are %[3]d; only what is listed was read", what, said, have)
	}
}

// checkTotals holds the numbers that groups and the title declare against what is listed.
func (l *list) checkTotals(titles []title) {
	for _, g := range l.groups {
		if g.declared >= 0 && g.declared != g.count {
			l.note(g.at, "“%[1]s”写明%[2]d项，实有%[3]d项；只导入所列事项", "%[1]q says %[2]d items, there are %[3]d; only what is listed was read", g.name, g.declared, g.count)
		}
	}
	for _, t := range titles {
		if m := inBrackets.FindStringSubmatch(t.text); m != nil {
			if said, _ := strconv.Atoi(m[1]); said != len(l.items) {
				l.note(t.at, "标题写明%[1]d项，实有%[2]d项；只导入所列事项", "the title says %[1]d items, there are %[2]d; only what is listed was read", said, len(l.items))
			}
		}
	}
}

// edit decides the edition of a list and what its groups are by the county's code lists.
func (r *reader) edit(l *list) {
	if r.base == nil || len(l.groups) == 0 {
		l.edition = r.Edition
	} else if l.edition = r.Edition; l.edition == "" {
		l.edition = r.editionOf(l.groups)
	}
	for _, g := range l.groups {
		g.aspect = r.code(r.codeLists(false), l.edition, g.name)
		if g.domain = r.code(r.codeLists(true), l.edition, g.name); g.aspect+g.domain != "" {
			continue
		}
		if l.nested(g) {
			l.note(g.at, "“%[1]s”不在本县的方面和领域清单中，未导入", "%[1]q is neither an aspect nor a domain of the county and was not read", g.name)
			continue
		}
		g.aspect = g.name
		if len(r.codeLists(false)) > 0 {
			l.note(g.at, "“%[1]s”不在本县的方面清单中，照原文记为方面", "%[1]q is none of the county's aspects; it was taken as it stands", g.name)
		}
	}
}

// nested says whether a group stands within another.
func (l *list) nested(g *group) bool {
	return slices.ContainsFunc(l.items, func(it *item) bool { return it.group[1] == g && it.group[0] != nil })
}

func (r *reader) codeLists(domains bool) []gov.CodeList {
	switch {
	case r.base == nil:
		return nil
	case domains:
		return r.base.County.Domains
	}
	return r.base.County.Aspects
}

// editionOf is the one edition that has every group which any edition has.
func (r *reader) editionOf(groups []*group) string {
	lists := append(slices.Clone(r.codeLists(false)), r.codeLists(true)...)
	var editions []string
	for _, c := range lists {
		known, has := 0, 0
		for _, g := range groups {
			if r.code(lists, "", g.name) != "" {
				known++
			}
			if r.code(lists, c.Edition, g.name) != "" {
				has++
			}
		}
		if known > 0 && has == known && !slices.Contains(editions, c.Edition) {
			editions = append(editions, c.Edition)
		}
	}
	if len(editions) == 1 {
		return editions[0]
	}
	return ""
}

// code is the code of an edition (empty = any) that a name means, itself or by an alias.
func (r *reader) code(lists []gov.CodeList, edition, name string) string {
	names := []string{search.Fold(name)}
	if r.base != nil {
		for _, a := range r.base.County.Aliases {
			if search.Fold(a.Alias) == names[0] {
				names = append(names, search.Fold(a.Name))
			}
		}
	}
	for _, c := range lists {
		for _, code := range c.Codes {
			if (edition == "" || c.Edition == edition) && slices.Contains(names, search.Fold(code)) {
				return code
			}
		}
	}
	return ""
}
