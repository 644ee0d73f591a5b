package forms

import (
	"maps"
	"slices"
	"strings"

	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
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
}

// settle weighs what the lists say against the record and each other, catalogues first, since a department's own words on
// its duties are taken before those of others.
func (r *reader) settle() {
	order := slices.Clone(r.lists)
	slices.SortStableFunc(order, func(a, b *list) int { return btoi(a.keeper == "") - btoi(b.keeper == "") })
	for _, l := range order {
		for _, it := range l.items {
			if !l.placed() {
				r.reportUnknown(l, it)
			} else if !it.bad {
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

// lead settles who leads where only the place tells: the one of them that leads on record, else the first.
func (r *reader) lead(l *list, it *item, d *duty) {
	var open []*stated
	for _, s := range it.stated {
		if s.guess {
			open = append(open, s)
		}
	}
	if len(open) == 0 {
		return
	}
	first := open[0]
	for _, s := range open {
		if c := d.carriers[s.id()]; c != nil && c.role == gov.AssignmentLead {
			first = s
			break
		}
	}
	first.lead = true
	l.note(l.at(first.row, first.of), "没有写明由哪个部门牵头，按“%[1]s”主责、其余配合导入", "it is not said who leads; %[1]s was taken to, the others to support", first.text)
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

// stale are the assignments that only documents of these lists stated and that they state no more.
func (d *duty) stale() []string {
	from := map[string]bool{}
	for _, c := range d.carriers {
		maps.Copy(from, c.from)
	}
	var out []string
	for _, key := range slices.Sorted(maps.Keys(d.carriers)) {
		c := d.carriers[key]
		if c.base == nil || c.touched || len(c.sources) == 0 {
			continue
		}
		if !slices.ContainsFunc(c.base.Sources, func(s string) bool { return !from[s] }) {
			out = append(out, gov.EdgeKey(c.base))
		}
	}
	return out
}

// emit makes the rows of a list.
func (r *reader) emit(l *list) {
	if s := r.sources[l.source]; s != nil {
		l.add("sources", []string{"key", "document", "article"}, nil, workbook.Row{Number: l.header.number, Cells: []string{s.Key, quotedTitle(s.Document), s.Article}})
	}
	nameAt, groupAt, contentAt := l.header.at[name], -1, l.header.at[l.kind.content]
	var duties []workbook.Row
	for _, it := range l.items {
		if d := it.duty; d != nil {
			duties = append(duties, workbook.Row{Number: it.row, Cells: []string{
				d.key, it.name, d.aspect, d.domain, d.edition, r.listings(d.listings), "文件写明", quotedAll(slices.Sorted(maps.Keys(d.sources))),
			}})
		}
	}
	l.add("duties", []string{"key", "name", "aspect", "domain", "edition", "listings", "basis", "sources"},
		[]int{-1, nameAt, groupAt, groupAt, -1, contentAt, -1, -1}, duties...)
	for _, d := range l.dropped {
		l.add("duties", []string{"key", "listings"}, nil, workbook.Row{Number: l.header.number, Cells: []string{d.base.Key, r.listings(d.listings)}})
	}
	for _, it := range l.items {
		if it.duty != nil {
			r.emitCarriers(l, it)
		}
	}
}

// emitCarriers makes the rows of an item's assignments; further rows move those that its documents state no more.
func (r *reader) emitCarriers(l *list, it *item) {
	d := it.duty
	moved := d.stale()
	for i, s := range it.stated {
		c := d.carriers[s.id()]
		row := func(key string) {
			l.add("assignments", []string{"key", "bearer", "duty", "role", "content", "basis", "sources"}, []int{-1, l.header.at[s.of], l.header.at[name], -1, -1, -1, -1},
				workbook.Row{Number: s.row, Cells: []string{key, c.bearer, d.reference(it), string(c.role), quotedTitle(c.content), "文件写明", quotedAll(slices.Sorted(maps.Keys(c.sources)))}})
		}
		row("")
		for _, key := range moved {
			if i == 0 {
				row(key)
			}
		}
	}
}

// reference is the text by which an assignment names the duty.
func (d *duty) reference(it *item) string {
	if d.base != nil {
		return d.base.Key
	}
	return cmpOr(d.key, it.name)
}

func (l *list) add(sheet string, columns []string, origin []int, rows ...workbook.Row) {
	if len(rows) > 0 {
		if origin == nil {
			origin = slices.Repeat([]int{-1}, len(columns))
		}
		l.reading.Rows = append(l.reading.Rows, sheets.Rows{Sheet: sheet, From: l.sheet, Columns: columns, Origin: origin, Rows: rows})
	}
}

// quotedTitle guards a text that is itself the mark which empties a cell.
func quotedTitle(s string) string {
	if strings.Trim(s, `"`) == "清空" || s == "-" || s == "－" {
		return quoted(s)
	}
	return s
}
