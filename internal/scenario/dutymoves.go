package scenario

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// DutyMoves are the duties whose bearers changed, in each township in order and then among the county's departments.
func DutyMoves(before, after *snapshot.County) []DutyMove {
	s := sidesOf(before, after)
	county := [2]map[string]Bearers{departmentBearers(before), departmentBearers(after)}
	duties := dutyOrder(before, after)
	var out []DutyMove
	for _, t := range s.townships() {
		was, is := townshipBearers(before, t), townshipBearers(after, t)
		for _, duty := range duties {
			if m := (DutyMove{Township: t, Duty: duty, Before: was[duty], After: is[duty]}); m.differs() {
				m.Reason = s.why(m, county[0][duty], county[1][duty])
				out = append(out, m)
			}
		}
	}
	for _, duty := range duties {
		if m := (DutyMove{Duty: duty, Before: county[0][duty], After: county[1][duty]}); m.differs() {
			m.Reason = s.why(m, Bearers{}, Bearers{})
			out = append(out, m)
		}
	}
	return out
}

func (m DutyMove) differs() bool {
	return !slices.Equal(m.Before.Lead, m.After.Lead) || !slices.Equal(m.Before.Support, m.After.Support)
}

// dutyOrder are the keys of all duties: those after in order, then those that are gone.
func dutyOrder(before, after *snapshot.County) []string {
	var out []string
	for d := range after.EachDuty() {
		out = append(out, d.Key)
	}
	for d := range before.EachDuty() {
		if _, stays := after.Node(d.Key); !stays {
			out = append(out, d.Key)
		}
	}
	return out
}

// townshipBearers are the organs of a township by the duties they bear, each list sorted.
func townshipBearers(c *snapshot.County, township string) map[string]Bearers {
	out := map[string]Bearers{}
	t, ok := snapshot.Lookup[snapshot.Township](c, township)
	if !ok {
		return out
	}
	for _, o := range t.Organs() {
		for a := range o.EachAssignment() {
			out[a.To] = out[a.To].with(a.Assignment)
		}
	}
	return sortedBearers(out)
}

func departmentBearers(c *snapshot.County) map[string]Bearers {
	out := map[string]Bearers{}
	for d := range c.EachDepartment() {
		for _, a := range d.Assignments() {
			out[a.To] = out[a.To].with(a.Assignment)
		}
	}
	return sortedBearers(out)
}

func (b Bearers) with(a *gov.Assignment) Bearers {
	if a.Role == gov.AssignmentLead {
		b.Lead = append(b.Lead, a.From)
	} else {
		b.Support = append(b.Support, a.From)
	}
	return b
}

func sortedBearers(all map[string]Bearers) map[string]Bearers {
	for _, b := range all {
		slices.Sort(b.Lead)
		slices.Sort(b.Support)
	}
	return all
}

func (b Bearers) all() []string {
	out := append(slices.Clone(b.Lead), b.Support...)
	slices.Sort(out)
	return slices.Compact(out)
}

// why says what kind of move it is; the county's departments that bear the duty tell what was returned or devolved.
func (s *sides) why(m DutyMove, countyBefore, countyAfter Bearers) MoveReason {
	hands := func(from, to Bearers) bool { // leads came to departments that did not lead
		return slices.ContainsFunc(to.Lead, func(key string) bool { return !slices.Contains(from.Lead, key) })
	}
	switch {
	case len(m.After.Lead) == 0 && len(m.Before.Lead) > 0 && hands(countyBefore, countyAfter):
		return MoveReturned
	case len(m.Before.Lead) == 0 && len(m.After.Lead) > 0 && hands(countyAfter, countyBefore):
		return MoveDevolved
	case len(m.Before.all()) == 0:
		return MoveAssigned
	case len(m.After.all()) == 0:
		return MoveEnded
	case slices.Equal(s.inherited(m.Before.Lead, nil), m.After.Lead) && slices.Equal(s.inherited(m.Before.Support, m.After.Lead), m.After.Support):
		return MoveFollowed
	case slices.Equal(m.Before.all(), m.After.all()):
		return MoveRoles
	}
	return MoveTransferred
}

// inherited are the living organs or departments that bearers became, without those that lead.
func (s *sides) inherited(keys, without []string) []string {
	var out []string
	for _, key := range keys {
		f, gone := snapshot.Lookup[snapshot.Former](s.after, key)
		if !gone {
			out = append(out, key)
			continue
		}
		for _, heir := range f.Successors() {
			out = append(out, heir.NodeKey())
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	return slices.DeleteFunc(out, func(key string) bool { return slices.Contains(without, key) })
}
