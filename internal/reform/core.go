package reform

import (
	"cmp"
	"slices"

	"tiaokuai/internal/gov"
)

// core is a problem in numbers, without names: what the solver reads. Its atoms are organs that rules keep together.
type core struct {
	weights Weights
	atoms   []mask   // organs of each atom, in the order of their first organs
	apart   []mask   // atoms that may not meet each atom
	points  []column // weight of a point, by the organs that face it
	duties  []column // number of duties, by the organs that lead them
	places  []quarter
	limits  limits
}

// column is an amount that a group pays once if any of these organs is in it.
type column struct {
	organs mask
	amount gov.Micro
}

// quarter is what has to be read in each place by itself.
type quarter struct {
	times       gov.Micro
	here        mask
	alike       [][]gov.Micro // what it costs to bring two organs together
	departments []mask        // organs that face each department
	duties      []mask
	posts       []int // by organ
	integrating mask
	limit       int
}

// limits are the rules with a number; 0: none.
type limits struct{ group, departments, duties, posts, least, most int }

// compile reads a problem under some of its rules.
func compile(p Problem, rules []Rule) *core {
	c := &core{weights: p.Weights}
	for _, place := range p.Places {
		c.read(place, len(p.Organs))
	}
	c.points, c.duties = united(c.points), united(c.duties)
	apart := make([]mask, len(p.Organs))
	linked := make([]mask, len(p.Organs))
	for i := range linked {
		linked[i] = bit(i)
	}
	for _, r := range rules {
		c.obey(p, r, apart, linked)
	}
	c.makeAtoms(linked, apart)
	return c
}

func (c *core) read(place Place, organs int) {
	times := gov.Micro(len(place.Townships))
	q := quarter{times: times, posts: make([]int, organs), limit: place.Limit, alike: make([][]gov.Micro, organs)}
	points := make([]mask, len(place.Points))
	departments, duties := map[int]mask{}, map[int]mask{}
	for _, f := range place.Organs {
		q.here |= bit(f.Organ)
		q.posts[f.Organ] = f.Posts
		if f.Integrating {
			q.integrating |= bit(f.Organ)
		}
		for _, i := range f.Points {
			points[i] |= bit(f.Organ)
			departments[place.Points[i].Department] |= bit(f.Organ)
		}
		for _, d := range f.Duties {
			duties[d] |= bit(f.Organ)
		}
		q.alike[f.Organ] = make([]gov.Micro, organs)
		for _, g := range place.Organs {
			likeness, _ := f.Features.Jaccard(g.Features)
			q.alike[f.Organ][g.Organ] = c.weights.Integration.Times(gov.One - likeness)
		}
	}
	for i, organs := range points {
		c.points = append(c.points, column{organs, times * place.Points[i].Weight})
	}
	q.departments, q.duties = values(departments), values(duties)
	for _, organs := range q.duties {
		c.duties = append(c.duties, column{organs, times})
	}
	c.places = append(c.places, q)
}

// values are a map's sets in an order of their own.
func values(of map[int]mask) []mask {
	out := make([]mask, 0, len(of))
	for _, m := range of {
		out = append(out, m)
	}
	slices.Sort(out)
	return out
}

// united adds up the columns of the same organs.
func united(columns []column) []column {
	slices.SortFunc(columns, func(a, b column) int { return cmp.Compare(a.organs, b.organs) })
	var out []column
	for _, c := range columns {
		switch {
		case c.organs == 0:
		case len(out) > 0 && out[len(out)-1].organs == c.organs:
			out[len(out)-1].amount += c.amount
		default:
			out = append(out, c)
		}
	}
	return out
}

// obey takes a rule into the limits or into who may, and who must, meet whom.
func (c *core) obey(p Problem, r Rule, apart, linked []mask) {
	switch r.Kind {
	case RuleMinOrgans:
		c.limits.least = r.Limit
	case RuleMaxOrgans:
		c.limits.most = r.Limit
	case RuleLargestGroup:
		c.limits.group = r.Limit
	case RuleMostDepartments:
		c.limits.departments = r.Limit
	case RuleMostDuties:
		c.limits.duties = r.Limit
	case RuleMostPosts:
		c.limits.posts = r.Limit
	case RuleMustLink:
		link(linked, r.set)
	default:
		separate(p, r, apart)
	}
}

// link unites the linked sets of some organs.
func link(linked []mask, set mask) {
	all := set
	for i := range set.each() {
		all |= linked[i]
	}
	for i := range all.each() {
		linked[i] = all
	}
}

func separate(p Problem, r Rule, apart []mask) {
	for i, a := range p.Organs {
		for j, b := range p.Organs {
			var no bool
			switch r.Kind {
			case RuleAlone, RuleMandatory, RuleIntegrating:
				no = r.set.has(i) || r.set.has(j)
			case RuleCannotLink:
				no = r.set.has(i) && r.set.has(j)
			case RuleKindsApart:
				no = a.Kind != b.Kind
			case RuleBranchesApart:
				no = a.Branch != b.Branch && a.Branch != "" && b.Branch != ""
			}
			if no && i != j {
				apart[i] |= bit(j)
			}
		}
	}
}

func (c *core) makeAtoms(linked, apart []mask) {
	for i, set := range linked {
		if set.first() == i {
			c.atoms = append(c.atoms, set)
		}
	}
	c.apart = make([]mask, len(c.atoms))
	for a, set := range c.atoms {
		var not mask
		for i := range set.each() {
			not |= apart[i]
		}
		for b, other := range c.atoms {
			if not&other != 0 {
				c.apart[a] |= bit(b) // an atom that holds two organs that may not meet is apart from itself
			}
		}
	}
}

// organs are the organs of some atoms.
func (c *core) organs(atoms mask) mask {
	var out mask
	for a := range atoms.each() {
		out |= c.atoms[a]
	}
	return out
}

// fits says whether some organs may be one, as far as the numbers go.
func (c *core) fits(organs mask) bool {
	l := c.limits
	if organs.count() < 2 {
		return true
	}
	if l.group > 0 && organs.count() > l.group {
		return false
	}
	if l.departments == 0 && l.duties == 0 && l.posts == 0 {
		return true
	}
	for i := range c.places {
		q := &c.places[i]
		if here := organs & q.here; here.count() >= 2 && q.exceeds(here, l) {
			return false
		}
	}
	return true
}

func (q *quarter) exceeds(organs mask, l limits) bool {
	posts := 0
	for i := range organs.each() {
		posts += q.posts[i]
	}
	return l.posts > 0 && posts > l.posts ||
		l.departments > 0 && touched(q.departments, organs) > l.departments ||
		l.duties > 0 && touched(q.duties, organs) > l.duties
}

func touched(sets []mask, organs mask) int {
	n := 0
	for _, s := range sets {
		if s&organs != 0 {
			n++
		}
	}
	return n
}
