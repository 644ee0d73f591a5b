package reform

import (
	"math/bits"
	"slices"
)

// mostDomains is how many domains the bound looks at.
const mostDomains = 16

// domainSearch is what the search knows of findings by domain. A domain is folded into a department where all its leaders
// are in charge of organs that answer to it; once the leaders given their sets share no department, and others will join
// them, that can't be, and what the domain then costs at least is part of the bound.
type domainSearch struct {
	count     int
	leads     []uint16  // by open unit: the domains whose duties it leads
	faces     []lineSet // by open unit: the departments it answers to
	keeps     []lineSet // by place in free: departments that what the leader keeps answers to
	holds     []uint16  // by place in free: domains of what the leader keeps
	start     domainState
	domainsOf []uint16 // by set
	linesOf   []lineSet
}

// lineSet are departments of one township, as bits; those beyond the last bit share it, which can only lower the bound.
type lineSet [2]uint64

func (s *lineSet) add(department int) {
	department = min(department, 127)
	s[department/64] |= 1 << (department % 64)
}

func (s lineSet) and(t lineSet) lineSet { return lineSet{s[0] & t[0], s[1] & t[1]} }

func (s lineSet) or(t lineSet) lineSet { return lineSet{s[0] | t[0], s[1] | t[1]} }

// domainState is, by domain, how many leaders are in charge of it so far and at which departments all of them stand.
type domainState struct {
	leaders [mostDomains]int8
	common  [mostDomains]lineSet
}

// searchDomains lays the domains out; those beyond the sixteenth are left out of the bound.
func (s *seating) searchDomains() {
	names, lines := map[string]int{}, map[int]int{}
	domainsIn := func(u unit) (out uint16) {
		for _, d := range u.domains {
			i, ok := names[d]
			if !ok {
				i = len(names)
				names[d] = i
			}
			if i < mostDomains {
				out |= 1 << i
			}
		}
		return out
	}
	linesIn := func(u unit) (out lineSet) {
		for _, p := range u.points {
			d := s.place.Points[p].Department
			if _, ok := lines[d]; !ok {
				lines[d] = len(lines)
			}
			out.add(lines[d])
		}
		return out
	}
	q := &s.domains
	keeps, holds := make([]lineSet, len(s.leaders)), make([]uint16, len(s.leaders))
	for i, u := range s.units {
		if slices.Contains(s.open, i) {
			q.leads, q.faces = append(q.leads, domainsIn(u)), append(q.faces, linesIn(u))
			continue
		}
		for _, l := range u.now {
			keeps[l], holds[l] = keeps[l].or(linesIn(u)), holds[l]|domainsIn(u)
		}
	}
	q.tabulate(len(s.open))
	q.count = min(mostDomains, len(names))
	for i := range q.start.common {
		q.start.common[i] = lineSet{^uint64(0), ^uint64(0)}
	}
	for l := range s.leaders {
		if slices.Contains(s.free, l) {
			q.keeps, q.holds = append(q.keeps, keeps[l]), append(q.holds, holds[l])
		} else {
			q.start.join(holds[l], keeps[l])
		}
	}
}

// join adds a leader who is in charge of some domains and stands at some departments.
func (d *domainState) join(domains uint16, lines lineSet) {
	for ; domains != 0; domains &= domains - 1 {
		i := bits.TrailingZeros16(domains)
		d.leaders[i]++
		d.common[i] = d.common[i].and(lines)
	}
}

// take is the state once a leader has taken a set.
func (q *domainSearch) take(d *domainState, l int, set uint32) domainState {
	out := *d
	out.join(q.domainsOf[set]|q.holds[l], q.linesOf[set].or(q.keeps[l]))
	return out
}

// tabulate notes the domains and departments of every set of n units.
func (q *domainSearch) tabulate(n int) {
	q.domainsOf, q.linesOf = make([]uint16, 1<<n), make([]lineSet, 1<<n)
	for set := uint32(1); set < 1<<n; set++ {
		u, rest := n-1-bits.TrailingZeros32(set), set&(set-1)
		q.domainsOf[set], q.linesOf[set] = q.domainsOf[rest]|q.leads[u], q.linesOf[rest].or(q.faces[u])
	}
}

// atLeast is how many excess leaders by domain there are at least once a leader has taken a set, whoever gets what is left.
func (q *domainSearch) atLeast(d *domainState, l int, set, left uint32) int64 {
	joins, lines, still := q.domainsOf[set]|q.holds[l], q.linesOf[set].or(q.keeps[l]), q.domainsOf[left]
	var out int64
	for i := range q.count {
		k, common := int64(d.leaders[i]), d.common[i]
		if joins&(1<<i) != 0 {
			k, common = k+1, common.and(lines)
		}
		if k == 0 || common != (lineSet{}) {
			continue
		}
		if still&(1<<i) != 0 {
			k++
		}
		out += k - 1
	}
	return out
}
