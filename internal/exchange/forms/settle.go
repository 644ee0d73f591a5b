package forms

import (
	"slices"
	"strings"

	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/search"
)

// dutyID tells duties apart: by the key of one on record, else by its folded name and edition.
type dutyID struct{ key, name, edition string }

// duty is what the record and the lists say of a duty together.
type duty struct {
	id       dutyID
	base     *gov.Duty // nil where it is new
	key      string    // minted, where the record has the name in another edition
	aspect   string
	domain   string
	edition  string
	listings []gov.Listing
	sources  map[string]bool
	carriers map[string]*carrier // by key of the department, or its folded name
	told     bool                // a row is made of it
}

// carrier is one department's assignment to a duty.
type carrier struct {
	base    *gov.Assignment
	bearer  string // key, or the name as written
	role    gov.AssignmentRole
	content string
	sources map[string]bool
	touched bool
	from    map[string]bool // sources of the lists of this book that state it
	told    bool            // a row is made of it
}

// settle weighs what the lists say against the record and each other, catalogues first, since a department's own words on
// its duties are taken before those of others.
func (r *reader) settle() {
	order := slices.Clone(r.lists)
	slices.SortStableFunc(order, func(a, b *list) int { return btoi(a.keeper == "") - btoi(b.keeper == "") })
	for _, l := range order {
		for _, it := range l.items {
			switch {
			case !l.placed():
				r.reportUnknown(l, it)
			case it.bad:
				r.mention(l, it)
			default:
				r.settleItem(l, it)
			}
		}
	}
	if r.Mode == sheets.ModeReplace {
		r.replace()
	}
	for _, l := range r.lists {
		if !l.placed() {
			continue
		}
		if l.kind.list == gov.ListSupporting {
			r.compareTwins(l)
		}
		r.emit(l)
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// reportUnknown reports the departments of an item that no row is made of, since Plan will not.
func (r *reader) reportUnknown(l *list, it *item) {
	for _, s := range it.stated {
		if s.key == "" {
			l.fail(l.at(s.row, s.of), s.text, r.names.Nearest(gov.NodeDepartment, s.text, suggestions),
				gov.Errorf(gov.CodeInvalid, "没有名为“%[1]s”的县直部门", "there is no department called %[1]q", s.text))
		}
	}
}

// mention keeps what an item with a problem may be about on its lists.
func (r *reader) mention(l *list, it *item) {
	for _, key := range r.names.Find(gov.NodeDuty, it.name) {
		l.mayMean[key] = true
	}
}

// dutyOf is the duty that an item means.
func (r *reader) dutyOf(l *list, it *item) *duty {
	base := r.findDuty(it.name, l.edition)
	id := dutyID{name: search.Fold(it.name), edition: l.edition}
	if base != nil {
		id = dutyID{key: base.Key}
	}
	d := r.duties[id]
	if d == nil {
		d = r.openDuty(id, base)
		if base == nil && len(r.names.Find(gov.NodeDuty, it.name)) > 0 && l.edition != "" {
			d.key = r.mint(gov.NodeDuty, it.name)
		}
	}
	if l.edition != "" {
		d.edition = l.edition
	}
	return d
}

func (r *reader) openDuty(id dutyID, base *gov.Duty) *duty {
	d := &duty{id: id, base: base, sources: map[string]bool{}, carriers: map[string]*carrier{}}
	if base != nil {
		d.aspect, d.domain, d.edition, d.listings = base.Aspect, base.Domain, base.Edition, slices.Clone(base.Listings)
		for _, s := range base.Sources {
			d.sources[s] = true
		}
		for _, a := range r.carried[base.Key] {
			c := &carrier{base: a, bearer: a.From, role: a.Role, content: a.Content, sources: map[string]bool{}, from: map[string]bool{}}
			for _, s := range a.Sources {
				c.sources[s] = true
			}
			d.carriers[a.From] = c
		}
	}
	r.duties[id] = d
	return d
}

// alone says whether nothing but one source (or none) states something.
func alone(sources map[string]bool, source string) bool {
	return len(sources) == 0 || len(sources) == 1 && sources[source]
}

func (r *reader) settleItem(l *list, it *item) {
	d := r.dutyOf(l, it)
	it.duty = d
	l.byDuty[d] = append(l.byDuty[d], it)
	r.settleGroup(l, it, d)
	r.lead(l, it, d)
	content := it.content
	for _, s := range it.stated {
		if other := r.settleCarrier(l, s, d); other != "" {
			content = append(slices.Clone(content), "【部门职责的另一表述】"+s.text+"："+other)
		}
	}
	r.list(l, it, d, content.String())
	d.sources[l.source] = true
}

// settleGroup takes aspect and domain from an item's groups, unless another document has said something else.
func (r *reader) settleGroup(l *list, it *item, d *duty) {
	mine := alone(d.sources, l.source)
	for _, g := range it.group {
		if g == nil {
			continue
		}
		for _, one := range [2]struct {
			of   *string
			code string
		}{{&d.aspect, g.aspect}, {&d.domain, g.domain}} {
			switch {
			case one.code == "" || one.code == *one.of:
			case *one.of == "" || mine:
				*one.of = one.code
			default:
				l.note(l.at(it.row, name), "事项“%[1]s”已归入“%[2]s”，未改为“%[3]s”", "the item %[1]q is of %[2]s already and was not moved to %[3]s", it.name, *one.of, one.code)
			}
		}
	}
}

// lead settles who leads where only the place tells: those of them that lead on record, else the first.
func (r *reader) lead(l *list, it *item, d *duty) {
	var open, leading []*stated
	for _, s := range it.stated {
		if !s.guess {
			continue
		}
		open = append(open, s)
		if c := d.carriers[s.id()]; c != nil && c.role == gov.AssignmentLead {
			leading = append(leading, s)
		}
	}
	if len(open) == 0 {
		return
	}
	if len(leading) == 0 {
		leading = open[:1]
	}
	var names []string
	for _, s := range leading {
		s.lead = true
		names = append(names, s.text)
	}
	l.note(l.at(open[0].row, open[0].of), "没有写明由哪个部门牵头，按“%[1]s”主责、其余配合导入", "it is not said who leads; %[1]s was taken to, the others to support", strings.Join(names, "、"))
}

func (s *stated) id() string {
	if s.key != "" {
		return s.key
	}
	return search.Fold(s.text)
}

// settleCarrier takes what a list says of a department. Where other documents have stated the same assignment, LEAD beats
// SUPPORT, and the words stay unless the list is the department's own; then the list's words are given back.
func (r *reader) settleCarrier(l *list, s *stated, d *duty) (other string) {
	c := d.carriers[s.id()]
	if c == nil {
		c = &carrier{bearer: cmpOr(s.key, s.text), sources: map[string]bool{}, from: map[string]bool{}}
		d.carriers[s.id()] = c
	}
	mine := alone(c.sources, l.source)
	role := gov.AssignmentSupport
	if s.lead {
		role = gov.AssignmentLead
	}
	if c.role == "" || mine || role == gov.AssignmentLead {
		c.role = role
	}
	text := s.duty.String()
	switch {
	case text == "" || text == c.content:
	case c.content == "" || mine || l.keeper != "" && l.keeper == s.key:
		c.content = text
	default:
		other = text
		l.note(l.at(s.row, s.of), "“%[1]s”对事项“%[2]s”的职责与已记录的不同：已记录的不变，本清单的表述记入清单内容",
			"what %[1]s does for %[2]q is on record in other words: these stay, and the list's own are kept with its listing", s.text, d.name(r))
	}
	c.sources[l.source], c.touched, c.from[l.source] = true, true, true
	return other
}

func (d *duty) name(r *reader) string {
	if d.base != nil {
		return d.base.Name
	}
	return d.id.name
}
