package reform

import (
	"slices"

	"tiaokuai/internal/gov"
)

// pricing finds the least f(S) − u(S) of a component by branch and bound. Its atoms are numbered by place, 0 the first.
type pricing struct {
	*component
	widens bool // a group may lose its span by taking in an integrating organ
	meet   [][]gov.Micro
	few    [][]gov.Micro // by place and number: what it costs at least to meet so many others
	nodes  int           // looked at for each r_i
}

// effort shares out the looks among so many numbers of groups: fewer nodes for each r_i, then fewer steps.
func (q *pricing) effort(numbers int) (steps int) {
	n := len(q.atoms)
	looks := approachLooks * 24 * 24 / (n * n) / max(1, numbers*n)
	q.nodes = max(approachNodes/30, min(approachNodes, looks/approachSteps))
	return max(approachSteps/5, min(approachSteps, looks/q.nodes))
}

func (p *component) pricing() *pricing {
	q := &pricing{component: p, meet: make([][]gov.Micro, len(p.atoms))}
	for i := range p.places {
		q.widens = q.widens || p.places[i].integrating != 0
	}
	for i, a := range p.atoms {
		q.meet[i] = make([]gov.Micro, len(p.atoms))
		for j, b := range p.atoms {
			for o := range p.core.atoms[a].each() {
				q.meet[i][j] += p.meeting(o, p.core.atoms[b])
			}
		}
	}
	for i, meets := range q.meet {
		sorted := slices.Delete(slices.Clone(meets), i, i+1)
		slices.Sort(sorted)
		few := []gov.Micro{0}
		for m, cost := range sorted {
			few = append(few, few[m]+cost)
		}
		q.few = append(q.few, few)
	}
	return q
}

// global are the atoms of the core for places.
func (q *pricing) global(places mask) mask {
	var out mask
	for i := range places.each() {
		out |= bit(q.atoms[i])
	}
	return out
}

func (q *pricing) globals(groups []mask) []mask {
	out := make([]mask, len(groups))
	for i, g := range groups {
		out[i] = q.global(g)
	}
	return out
}

func (q *pricing) local(groups []mask) []mask {
	out := make([]mask, len(groups))
	for i, g := range groups {
		for j, a := range q.atoms {
			if g.has(a) {
				out[i] |= bit(j)
			}
		}
	}
	return out
}

func (q *pricing) cost(places mask) gov.Micro { return q.price(q.global(places)) }

// search is one look for the least f(S) − u(S) with a given first atom.
type search struct {
	*pricing
	u     []gov.Micro
	left  int // nodes
	best  gov.Micro
	group mask
	floor gov.Micro // what was not looked at is no less
}

// least is r_i, or a proven bound on it where looking took too long.
func (q *pricing) least(u []gov.Micro) func(int) (gov.Micro, mask) {
	return func(i int) (gov.Micro, mask) {
		s := &search{pricing: q, u: u, left: q.nodes, best: impossible, floor: impossible}
		s.visit(bit(i), q.after(i, ^mask(0)))
		return min(s.best, s.floor), s.group
	}
}

// after are the places after i, among some, that may meet it.
func (q *pricing) after(i int, among mask) mask {
	var out mask
	for j := i + 1; j < len(q.atoms); j++ {
		if among.has(j) && !q.core.apart[q.atoms[i]].has(q.atoms[j]) {
			out |= bit(j)
		}
	}
	return out
}

// visit looks at a group and at all that add some of the open places to it. What f is without integration never falls as
// organs join, span aside; gains says what joining can save at most of the rest.
func (s *search) visit(group, open mask) {
	organs := s.organs(s.global(group))
	if !s.fits(organs) {
		return
	}
	t := s.terms(organs)
	paid := t.Sum()
	for i := range group.each() {
		paid -= s.u[i]
	}
	if paid < s.best {
		s.best, s.group = paid, group
	}
	if s.widens {
		paid -= t.Span
	}
	floor := paid - s.gains(group, open)
	if floor >= s.best {
		return
	}
	if s.left--; s.left < 0 {
		s.floor = min(s.floor, floor)
		return
	}
	for j := range open.each() {
		s.visit(group|bit(j), s.after(j, open))
	}
}

// rounding is more than all that is rounded in one group can come to.
const rounding = gov.Micro(MaxOrgans * MaxOrgans)

// gains is the most that open places can lower f(S) − u(S) by joining a group. If m of them join, each pays for meeting
// those that are in and half of what it costs at least to meet m − 1 others, all of it and what is paid among those that
// are in divided by as many organs as there can then be: no place has more.
func (s *search) gains(group, open mask) gov.Micro {
	type joiner struct {
		worth, cross gov.Micro
		few          []gov.Micro
	}
	var joiners []joiner
	var sizes []int
	for j := range open.each() {
		if s.u[j] <= -rounding {
			continue // it can only cost
		}
		one := joiner{worth: s.u[j], few: s.few[j]}
		for i := range group.each() {
			one.cross += s.meet[i][j]
		}
		joiners = append(joiners, one)
		sizes = append(sizes, s.core.atoms[s.atoms[j]].count())
	}
	slices.Sort(sizes)
	within, organs := s.within(group)
	now := s.integration(s.organs(s.global(group)))
	var most gov.Micro
	left := make([]gov.Micro, len(joiners))
	for m := 1; m <= len(joiners); m++ {
		organs += sizes[len(sizes)-m]
		for i, j := range joiners {
			left[i] = j.worth - 2*(j.cross+j.few[m-1]/2)/gov.Micro(organs)
		}
		slices.Sort(left)
		sum := now - 2*within/gov.Micro(organs) + rounding
		for _, gain := range left[len(left)-m:] {
			sum += gain
		}
		most = max(most, sum)
	}
	return most
}

// within is what the pairs of a group cost, and how many organs it has.
func (s *search) within(group mask) (pairs gov.Micro, organs int) {
	all := s.organs(s.global(group))
	for i := range all.each() {
		pairs += s.meeting(i, all&^(bit(i+1)-1))
	}
	return pairs, all.count()
}
