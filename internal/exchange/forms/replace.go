package forms

import (
	"slices"

	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
)

// replace takes from the lists what they no longer have: within its list, keeper and townships a duty that no item states
// loses its listing, never the duty itself.
func (r *reader) replace() {
	for _, l := range r.lists {
		if !l.placed() {
			continue
		}
		things, going := 0, []*duty{}
		after := map[*duty][]gov.Listing{}
		for _, d := range r.onRecord() {
			left, had := r.without(l, d)
			if !had {
				continue
			}
			if things++; left != nil {
				going = append(going, d)
				after[d] = *left
			}
		}
		if len(going)*100 > r.MaxRemoved*things {
			l.fail(workbook.Place{Sheet: l.sheet}, "", nil, gov.Errorf(gov.CodeConflict,
				"替换导入将使%[1]s的 %[3]d 项中的 %[2]d 项不再列入，超过允许的 %[4]d%%，未予移出", "the replacement would take %[2]d of %[3]d items off the %[5]s, more than the %[4]d percent allowed; none is taken off",
				l.kind.name.ZH, len(going), things, r.MaxRemoved, l.kind.name.EN).
				Advise("确需移出的，把允许删除的比例改为 %[1]d%%（maxRemoved=%[1]d）；只是补充的，改用补充更新（mode=update）",
					"to take them off allow %[1]d percent (maxRemoved=%[1]d); to add only, use mode=update", (len(going)*100+things-1)/things))
			continue
		}
		for _, d := range going {
			r.drop(l, d, after[d])
		}
	}
}

// onRecord are the duties of the county, as the lists leave them.
func (r *reader) onRecord() []*duty {
	if r.base == nil {
		return nil
	}
	var out []*duty
	for n := range r.base.EachDuty() {
		id := dutyID{key: n.Key}
		d := r.duties[id]
		if d == nil {
			d = r.openDuty(id, n.Duty)
		}
		out = append(out, d)
	}
	return out
}

// without are a duty's listings without those of the list's kind, keeper and townships that no list of the book states
// (nil where it loses none), and whether it has any of them on record.
func (r *reader) without(l *list, d *duty) (left *[]gov.Listing, had bool) {
	var out []gov.Listing
	lost := false
	for _, o := range d.listings {
		if o.List != l.kind.list || r.keeperOf(o.Document) != l.keeper {
			out = append(out, o)
			continue
		}
		stays := r.staying(l, d, o)
		had = had || !slices.Equal(stays, r.all(o)) || slices.ContainsFunc(stays, func(t string) bool { return l.holds(t) })
		switch {
		case len(stays) == 0:
			lost = true
			continue
		case len(stays) < len(r.all(o)):
			lost = true
			o.Townships = stays
		}
		out = append(out, o)
	}
	if !lost {
		return nil, had
	}
	return &out, had
}

// staying are the townships that a listing keeps.
func (r *reader) staying(l *list, d *duty, o gov.Listing) []string {
	var out []string
	for _, t := range r.all(o) {
		if !l.holds(t) || r.states(l, d, t) {
			out = append(out, t)
		}
	}
	return out
}

func (l *list) holds(township string) bool {
	return l.everywhere || slices.Contains(l.townships, township)
}

// states says whether an item of a list of this kind and keeper puts the duty on it for a township.
func (r *reader) states(l *list, d *duty, township string) bool {
	for _, other := range r.lists {
		if other.kind.list != l.kind.list || other.keeper != l.keeper {
			continue
		}
		if other.mayMean[d.id.key] {
			return true
		}
		for _, it := range other.byDuty[d] {
			if where := other.where(it); len(where) == 0 || slices.Contains(where, township) {
				return true
			}
		}
	}
	return false
}

// all are the townships of a listing, spelt out.
func (r *reader) all(o gov.Listing) []string {
	if len(o.Townships) > 0 {
		return o.Townships
	}
	var out []string
	for _, t := range r.base.Townships() {
		out = append(out, t.Key)
	}
	slices.Sort(out)
	return out
}

// drop takes a duty off a list.
func (r *reader) drop(l *list, d *duty, left []gov.Listing) {
	d.listings = left
	at := workbook.Place{Sheet: l.sheet, Row: l.header.number, Column: -1}
	l.note(at, "“%[1]s”不再列入%[2]s", "%[1]q is no longer on the %[3]s", d.base.Name, l.kind.name.ZH, l.kind.name.EN)
	if len(left) == 0 {
		l.note(at, "“%[1]s”已不在任何清单上，事项本身保留", "%[1]q is on no list any more; the duty itself stays", d.base.Name)
	}
	if !slices.ContainsFunc(r.lists, func(other *list) bool { return other.byDuty[d] != nil || slices.Contains(other.dropped, d) }) {
		l.dropped = append(l.dropped, d)
	}
}
