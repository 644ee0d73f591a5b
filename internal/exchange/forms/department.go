package forms

import (
	"regexp"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/search"
)

// mark is what a list says of a department's part.
type mark int

const (
	unmarked mark = iota
	leads
	supports
)

// stated is one department of an item, as a list has it.
type stated struct {
	text  string // its name as written
	key   string // empty where the county has none of the name
	row   int
	of    role // column it stands in
	order string
	mark  mark
	duty  texts
	lead  bool // decided
	guess bool // by its place alone
}

var (
	prefixMark = regexp.MustCompile(`^(牵头|主责|主办|承办|主要|责任|主管|承接|配合|协助|协办|参与)(?:部门|单位)?\s*[:：]\s*`)
	suffixMark = regexp.MustCompile(`\s*[(（]\s*(牵头|主责|主办|配合|协助|协办|参与)(?:部门|单位)?\s*[)）]\s*`)
	wrapped    = regexp.MustCompile(`\s+([(（]\s*(?:牵头|主责|主办|配合|协助|协办|参与))`)
	numbering  = regexp.MustCompile(`^\s*(?:[(（]?(\d{1,2})[)）.．、]|([①-⑳]))\s*`)
	separators = regexp.MustCompile(`[、；;，,\n]`)
	department = regexp.MustCompile(`(局|委|委员会|办|办公室|部|院|校|中心|队|会|公司|所|社|联|团县委|团市委|团区委|妇联|工会|银行|集团|县委|政府)$`)
	labelled   = regexp.MustCompile(`^\s*(?:(?:[(（]?\d{1,2}[)）.．、]|[①-⑳])\s*)?[【\[]?([^:：，,。；;\n【】]{2,40}?)[】\]]?\s*(?:[:：]\s*|$)`)
)

func markOf(word string) mark {
	switch word {
	case "牵头", "主责", "主办":
		return leads
	case "配合", "协助", "协办", "参与":
		return supports
	}
	return unmarked
}

// readDepartments tells the departments of an item and which words are whose.
func (r *reader) readDepartments(l *list, it *item) {
	for _, p := range it.parts {
		r.readPart(l, it, p)
	}
	if l.keeper != "" && len(it.stated) == 0 {
		s := &stated{text: r.nodes[l.keeper].NodeName(), key: l.keeper, row: it.row, of: departmentDuty}
		for _, p := range it.parts {
			s.duty.add(p.duty)
		}
		it.stated = []*stated{s}
	}
	if len(it.stated) == 0 && l.kind.list != gov.ListBasic {
		l.note(l.at(it.row, l.naming()), "事项“%[1]s”没有写明部门", "the item %[1]q names no department", it.name)
	}
	r.decide(l, it)
}

// naming is the column that names departments, alone or with what they do; 事项名称 where there is none.
func (l *list) naming() role {
	for _, of := range []role{departments, departmentWithWay, combined} {
		if l.header.has(of) {
			return of
		}
	}
	return name
}

// readPart reads what one row says. A row without a department goes on about the last one.
func (r *reader) readPart(l *list, it *item, p part) {
	var here []*stated
	for _, s := range splitDepartments(p.departments) {
		here = append(here, r.meet(it, s, p.row, l.naming()))
	}
	text, of := p.duty, departmentDuty
	if p.combined != "" {
		text, of = p.combined, combined
	}
	loose := r.share(it, here, text, p.row, of)
	switch {
	case loose == "":
	case p.combined != "" && len(here) == 0 && len(it.stated) == 0:
		for _, s := range splitDepartments(p.combined) {
			r.meet(it, s, p.row, combined)
		}
	case len(here) == 1:
		here[0].duty.add(loose)
	case len(here) == 0 && len(it.stated) > 0:
		it.stated[len(it.stated)-1].duty.add(loose)
	case len(here) > 1:
		if !byNumber(here, loose) {
			here[0].duty.add(loose)
			l.note(l.at(p.row, of), "没有写明各部门分别的职责，全部记在“%[1]s”名下", "it is not said which duties are whose; all were recorded with %[1]s", here[0].text)
		}
	}
}

// meet is the department of an item that a name means, which is added where it is not there yet.
func (r *reader) meet(it *item, s *stated, row int, of role) *stated {
	s.key, _ = r.department(s.text)
	for _, there := range it.stated {
		if s.key != "" && there.key == s.key || search.Fold(there.text) == search.Fold(s.text) {
			if there.mark == unmarked {
				there.mark = s.mark
			}
			return there
		}
	}
	s.row, s.of = row, of
	it.stated = append(it.stated, s)
	return s
}

// splitDepartments parts a cell of departments: 县甲局、县乙局, one a line, numbered, 牵头部门：… 配合部门：….
func splitDepartments(text string) []*stated {
	var out []*stated
	now := unmarked
	for _, name := range separators.Split(wrapped.ReplaceAllString(text, "$1"), -1) {
		s := &stated{}
		if m := numbering.FindStringSubmatch(name); m != nil {
			s.order, name = m[1]+m[2], name[len(m[0]):]
		}
		name = strings.TrimSpace(name)
		if m := prefixMark.FindStringSubmatch(name); m != nil {
			now, name = markOf(m[1]), name[len(m[0]):]
		}
		s.mark = now
		if m := suffixMark.FindStringSubmatch(name); m != nil {
			s.mark, name = markOf(m[1]), suffixMark.ReplaceAllString(name, "")
		}
		if s.text = strings.TrimSpace(strings.Trim(strings.TrimSpace(name), "。.：:")); s.text != "" {
			out = append(out, s)
		}
	}
	return out
}
