package forms

import (
	"slices"
	"strings"

	"tiaokuai/internal/exchange/workbook"
)

// Several lists may stand on one sheet, one below the other. A portion is the rows of one of them, its titles and headers
// at their head.
type portion struct {
	rows []workbook.Row
	head int // how many of them are titles and headers
}

// heading is where a list begins: its titles, and the headers below them or those that still hold.
type heading struct {
	kind    *kind // nil where nothing tells
	text    string
	header  header
	headers []workbook.Row
	titles  []workbook.Row
	next    int // index of the first row below
}

// portionsOf parts a sheet at each line that is the title of another kind, township or keeper, or that other headers
// follow, and at other headers without a title.
func (r *reader) portionsOf(s workbook.Sheet) []portion {
	h, found := findHeader(s)
	if !found {
		return []portion{{rows: s.Rows, head: len(s.Rows)}}
	}
	titles := titlesOf(s, h, true)
	now := heading{kind: kindOf(titles, s.Name, h, true), header: h, headers: s.Rows[h.row:h.next]}
	for _, t := range titles {
		now.text += t.text
	}
	var out []portion
	p := portion{slices.Clone(s.Rows[:h.next]), h.next}
	for i := h.next; i < len(s.Rows); {
		next, begins := r.begins(s.Rows, i, now)
		if !begins {
			p.rows = append(p.rows, s.Rows[i])
			i++
			continue
		}
		lead := r.cutLead(&p)
		out = append(out, p)
		rows := slices.Concat(lead, next.titles, next.headers)
		p = portion{rows, len(rows)}
		now, i = next, next.next
	}
	return append(out, p)
}

// begins says whether another list begins at a row.
func (r *reader) begins(rows []workbook.Row, i int, now heading) (heading, bool) {
	text := lone(rows[i])
	if k := kindNamed(text); k == nil || !strings.Contains(text, "清单") {
		h, ok := headerAt(rows, i)
		if !ok || 2*h.known() <= filled(rows[i].Cells) || h.known() < 2 || now.header.repeated(rows[i].Cells) {
			return heading{}, false
		}
		return heading{kind: kindOf(nil, "", h, true), text: now.text, header: h, headers: rows[i : i+len(h.cells)], next: i + len(h.cells)}, true
	}
	next := heading{kind: kindNamed(text), text: text, header: now.header, headers: now.headers, titles: rows[i : i+1], next: i + 1}
	for at := i + 1; at < min(i+4, len(rows)); at++ {
		if h, ok := headerAt(rows, at); ok {
			next.header, next.headers, next.titles, next.next = h, rows[at:at+len(h.cells)], rows[i:at], at+len(h.cells)
			if h.at != now.header.at {
				return next, true
			}
			break
		}
		if lone(rows[at]) == "" {
			break
		}
	}
	return next, r.another(next, now)
}

// another says whether a title is of another list than the one before it, rather than the same title on a new page.
func (r *reader) another(next, now heading) bool {
	if now.kind == nil || now.kind.list != next.kind.list {
		return true
	}
	townships, keeper := r.townshipsIn(next.text), r.keeperOf(next.text)
	switch {
	case len(townships) > 0:
		return !slices.Equal(townships, r.townshipsIn(now.text))
	case keeper != "":
		return keeper != r.keeperOf(now.text)
	}
	return strange(r.rest(next.text)) != "" && strange(r.rest(next.text)) != strange(r.rest(now.text))
}

// strange is the name of a township in what a title says that is none of the county's; empty for 各乡镇.
func strange(rest string) string { return placeName.FindString(everywhere.ReplaceAllString(rest, "")) }

// silent says whether a title names nobody, so that it is of whom the titles before it name.
func (r *reader) silent(title string) bool {
	rest := r.rest(ordinal.ReplaceAllString(title, ""))
	return len(r.townshipsIn(title)) == 0 && r.keeperOf(title) == "" && (rest == "" || leftover.MatchString(rest)) && !all.MatchString(rest)
}

// cutLead takes off the lines at the end of a portion that belong to the title below: 附件2, or a township's name.
func (r *reader) cutLead(p *portion) []workbook.Row {
	n := len(p.rows)
	for n > p.head {
		text := lone(p.rows[n-1])
		rest := r.rest(text)
		for _, t := range r.townshipNames {
			rest = strings.ReplaceAll(rest, t.name, "")
		}
		if text == "" || !aside.MatchString(text) && (rest != "" || len(r.townshipsIn(text)) == 0) {
			break
		}
		n--
	}
	lead := slices.Clone(p.rows[n:])
	p.rows = p.rows[:n]
	return lead
}

// lone is the text of a row that has no other; empty for another row.
func lone(row workbook.Row) string {
	if filled(row.Cells) != 1 {
		return ""
	}
	return strings.Join(strings.Fields(strings.Join(row.Cells, " ")), "")
}
