package proposal

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/reform"
	"tiaokuai/internal/snapshot"
)

// Grouping is how a plan groups the organs of its scope, whatever made it so: the partition as a point of the objective,
// and every rule held to it.
type Grouping struct {
	reform.Point
	Problem reform.Problem
	Checks  []Check
}

// GroupingOf reads a plan's grouping from the county before and after it. A scope is needed: that is INVALID at scope.
func (p *Proposer) GroupingOf(before, after *snapshot.County, scope Scope, o Options) (Grouping, error) {
	s, err := p.siteOf(before, scope, o)
	if err != nil {
		return Grouping{}, err
	}
	g := Grouping{Problem: s.problem()}
	groups := groupsIn(g.Problem, after)
	if g.Point, err = g.Problem.Evaluate(groups); err != nil {
		return g, err
	}
	held, err := g.Problem.Hold(g.Groups)
	if err != nil {
		return g, err
	}
	d := s.drawn(g.Problem, g.Groups)
	if len(d.groups) > 0 {
		g.Checks = s.check(Proposal{Kind: KindMergeOrgans, Subjects: d.subjects}, d, s.look(after, picture{}))
		g.Checks = slices.DeleteFunc(g.Checks, func(c Check) bool { return c.Rule == string(reform.RuleMaxOrgans) }) // said below
	}
	g.Checks = append(checksOf(g.Problem, held), g.Checks...)
	return g, nil
}

// siteOf is the one site of a township or size class.
func (p *Proposer) siteOf(c *snapshot.County, scope Scope, o Options) (*site, error) {
	if scope == (Scope{}) {
		return nil, gov.Errorf(gov.CodeInvalid, "分组按乡镇或规模类别进行", "organs are grouped in one township or size class").At("scope").
			Advise("请指明一个乡镇或规模类别", "name a township or a size class")
	}
	sites, err := p.sites(c, scope, o)
	if err != nil {
		return nil, err
	}
	return sites[0], nil
}

// drawn is a draft of groups that are there already, with nothing to be done.
func (s *site) drawn(p reform.Problem, groups [][]string) draft {
	var d draft
	for _, keys := range groups {
		for _, t := range s.townships {
			if g, ok := groupIn(p, keys, t); ok {
				d.groups = append(d.groups, g)
				d.subjects = joined(d.subjects, keysOf(g.organs))
			}
		}
	}
	return d
}

// checksOf says how the rules of the constraints came out, those that are broken first.
func checksOf(p reform.Problem, held []reform.Held) []Check {
	var broken, kept []Check
	for _, h := range held {
		c := Check{Rule: string(h.Rule.Kind), Text: h.Rule.Text(p), Verdict: Satisfied}
		if h.Kept {
			kept = append(kept, c)
			continue
		}
		c.Verdict = Violated
		for _, keys := range h.Breaking {
			var names []string
			for _, key := range keys {
				names = append(names, nameIn(p, key))
			}
			c.Detail = together(c.Detail, say("%[1]s在一组。", "%[1]s are one group.", list(names)))
		}
		broken = append(broken, c)
	}
	return append(broken, kept...)
}

// groupsIn are the organs of a problem that are one organ in a county: in a size class those that are one in some township.
func groupsIn(p reform.Problem, after *snapshot.County) [][]string {
	first := make([]int, len(p.Organs)) // disjoint sets
	for i := range first {
		first[i] = i
	}
	find := func(i int) int {
		for first[i] != i {
			i = first[i]
		}
		return i
	}
	meets := map[string]int{}
	for i, o := range p.Organs {
		for _, key := range membersOf(o) {
			heir := Heir(after, key)
			if j, met := meets[heir]; met {
				a, b := find(i), find(j)
				first[max(a, b)] = min(a, b)
			} else {
				meets[heir] = i
			}
		}
	}
	at := map[int]int{}
	var out [][]string
	for i, o := range p.Organs {
		head := find(i)
		n, ok := at[head]
		if !ok {
			n = len(out)
			at[head], out = n, append(out, nil)
		}
		out[n] = append(out[n], o.Key)
	}
	return out
}

// membersOf are the keys of the organs that an organ of a problem stands for.
func membersOf(o reform.Organ) []string {
	if len(o.Members) > 0 {
		return o.Members
	}
	return []string{o.Key}
}

// Heir is the key of the living organ that an organ is or became; itself where it left none, or several.
func Heir(c *snapshot.County, key string) string {
	f, ok := snapshot.Lookup[snapshot.Former](c, key)
	if !ok {
		return key
	}
	if heirs := f.Successors(); len(heirs) == 1 {
		return heirs[0].NodeKey()
	}
	return key
}
