package forms

import (
	"regexp"
	"slices"
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
	wrapped    = regexp.MustCompile(`\s+([(（])`)
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
		of := departments
		if !l.header.has(of) {
			of = name
		}
		l.note(l.at(it.row, of), "事项“%[1]s”没有写明部门", "the item %[1]q names no department", it.name)
	}
	r.decide(l, it)
}

// readPart reads what one row says. A row without a department goes on about the last one.
func (r *reader) readPart(l *list, it *item, p part) {
	var here []*stated
	for _, s := range splitDepartments(p.departments) {
		here = append(here, r.meet(it, s, p.row, departments))
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

// share gives the paragraphs that begin with a department's name to it, and what is nobody's.
func (r *reader) share(it *item, here []*stated, text string, row int, of role) (loose string) {
	for _, s := range it.stated { // 县甲局：……；县乙局：…… in one line
		text = regexp.MustCompile(`([；;。\s])(`+regexp.QuoteMeta(s.text)+`\s*[:：])`).ReplaceAllString(text, "$1\n$2")
	}
	var now []*stated
	var rest texts
	for _, line := range strings.Split(text, "\n") {
		if m := labelled.FindStringSubmatch(line); m != nil {
			if labels := r.labels(it, m[1], strings.ContainsAny(m[0], ":：【"), len(m[0]) == len(line), row, of); labels != nil {
				now, line = labels, line[len(m[0]):]
			}
		}
		if now == nil {
			rest.add(line)
		}
		for _, s := range now {
			s.duty.add(strings.TrimRight(line, "；; "))
		}
	}
	return rest.String()
}

// labels are the departments that the head of a paragraph names: those of the item, or others that the county has or,
// before a colon, that are called like one.
func (r *reader) labels(it *item, text string, colon, whole bool, row int, of role) []*stated {
	var out []*stated
	for _, s := range splitDepartments(text) {
		key, known := r.department(s.text)
		mine := slices.ContainsFunc(it.stated, func(there *stated) bool {
			return known && there.key == key || search.Fold(there.text) == search.Fold(s.text)
		})
		if !mine && (!colon && !whole || !known && (!colon || !department.MatchString(s.text))) || mine && !colon && !whole {
			return nil
		}
		out = append(out, s)
	}
	for i, s := range out {
		out[i] = r.meet(it, s, row, of)
	}
	return out
}

// byNumber shares numbered paragraphs among departments with the same numbers.
func byNumber(here []*stated, text string) bool {
	byOrder := map[string]*stated{}
	for _, s := range here {
		if s.order == "" || byOrder[s.order] != nil {
			return false
		}
		byOrder[s.order] = s
	}
	var now *stated
	parts := map[*stated]texts{}
	for _, line := range strings.Split(text, "\n") {
		if m := numbering.FindStringSubmatch(line); m != nil {
			now, line = byOrder[m[1]+m[2]], line[len(m[0]):]
		}
		if now == nil {
			return false
		}
		t := parts[now]
		t.add(line)
		parts[now] = t
	}
	if len(parts) != len(here) {
		return false
	}
	for s, t := range parts {
		s.duty = append(s.duty, t...)
	}
	return true
}

// decide tells who leads: the one that is said to, else the only one, else the one whose words say 牵头, else by its place
// alone the first.
func (r *reader) decide(l *list, it *item) {
	if l.keeper != "" && !slices.ContainsFunc(it.stated, func(s *stated) bool { return s.mark == leads }) {
		for _, s := range it.stated {
			if s.key == l.keeper && s.mark == unmarked {
				s.lead = true
				return
			}
		}
	}
	var open, said []*stated
	for _, s := range it.stated {
		switch {
		case s.mark == leads:
			s.lead = true
			said = append(said, s)
		case s.mark == unmarked:
			open = append(open, s)
		}
	}
	if len(said) > 0 || len(open) == 0 {
		return
	}
	if len(open) > 1 {
		for _, s := range open {
			if strings.Contains(s.duty.String(), "牵头") {
				said = append(said, s)
			}
		}
	}
	switch {
	case len(open) == 1:
		open[0].lead = true
	case len(said) == 1:
		said[0].lead = true
	default:
		for _, s := range open {
			s.guess = true
		}
	}
}

// readTownships tells the townships that a row of a catalogue names.
func (r *reader) readTownships(l *list, it *item) {
	if it.townships == "" {
		return
	}
	for _, text := range separators.Split(it.townships, -1) {
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		keys := r.names.Find(gov.NodeTownship, text)
		switch {
		case len(keys) == 1:
			it.where = append(it.where, keys[0])
		case leftover.MatchString(search.Fold(text)):
			it.everywhere = true
		default:
			it.bad = true
			l.fail(l.at(it.row, townships), text, r.names.Nearest(gov.NodeTownship, text, suggestions),
				gov.Errorf(gov.CodeInvalid, "本县没有名为“%[1]s”的乡镇", "the county has no township called %[1]q", text))
		}
	}
	slices.Sort(it.where)
	it.where = slices.Compact(it.where)
}
