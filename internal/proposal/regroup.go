package proposal

import (
	"context"
	"errors"
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/reform"
	"tiaokuai/internal/snapshot"
)

// Regrouped is a plan with its organs grouped otherwise.
type Regrouped struct {
	Title gov.Text
	Edits []change.Edit // the whole plan anew
	Left  []gov.Text    // sentences of edits that no longer apply and are left out, without charges of organs it no longer makes
}

// Planned is a plan: edits on a county, and what they lead to.
type Planned struct {
	Base   *snapshot.County
	Edits  []change.Edit
	Result *snapshot.County
}

// Regroup is a plan with the organs of a scope in other groups. Each group is keys of organs that become one;
// who is in none stays by itself. Mergers of groups that are as they were stay as they are written, with the names and
// keys that others may rest on; the others are left out, and each new group is merged anew under a suggested name, with
// one of its leaders in charge. What else the plan does stays as far as it still applies. Nothing is held against the
// constraints: what they say, [Proposer.GroupingOf] tells.
func (p *Proposer) Regroup(ctx context.Context, plan Planned, scope Scope, groups [][]string) (Regrouped, error) {
	s, err := p.siteOf(plan.Base, scope, Options{})
	if err != nil {
		return Regrouped{}, err
	}
	problem := s.problem()
	point, err := problem.Evaluate(apart(problem, inTermsOf(problem, groups)))
	if err != nil {
		return Regrouped{}, err
	}
	there := groupsIn(problem, plan.Result)
	is := func(g []string) bool {
		return slices.ContainsFunc(there, func(h []string) bool { return slices.Equal(g, h) })
	}
	m := mergers{problem: problem, wanted: slices.DeleteFunc(slices.Clone(point.Groups), func(g []string) bool { return !is(g) }), came: map[string][]int{}}
	var out Regrouped
	kept := slices.DeleteFunc(slices.Clone(plan.Edits), func(e change.Edit) bool { return !m.keeps(e) })
	middle, err := out.fitting(plan, kept)
	if err != nil {
		return out, err
	}
	var fresh [][]string
	for _, g := range point.Groups {
		if len(g) > 1 && !is(g) {
			fresh = append(fresh, g)
		}
	}
	out.Title = say("按现有机构设置", "The organs as they are")
	if len(fresh) == 0 {
		if n := len(problem.Organs) - len(point.Groups); n > 0 {
			out.Title = say("拆开一组，机构%[1]d个", "A group taken apart: %[1]d organs", len(point.Groups))
		}
		return out, nil
	}
	if s, err = p.siteOf(middle, scope, Options{}); err != nil {
		return out, err
	}
	now := s.problem()
	for i, g := range fresh {
		fresh[i] = sameIn(now, problem, g)
	}
	d, err := s.merger(ctx, now, fresh, false)
	out.Title, out.Edits = d.title, append(out.Edits, d.edits...)
	return out, err
}

// inTermsOf are groups of organs by the keys that a problem has for them. Those it does not know stay: they are refused.
func inTermsOf(p reform.Problem, groups [][]string) [][]string {
	out := make([][]string, len(groups))
	for i, keys := range groups {
		for _, key := range keys {
			if at := slices.IndexFunc(p.Organs, func(o reform.Organ) bool { return slices.Contains(membersOf(o), key) }); at >= 0 {
				key = p.Organs[at].Key
			}
			out[i] = append(out[i], key)
		}
	}
	return out
}

func applied(c *snapshot.County, edits []change.Edit) (*snapshot.County, error) {
	meta := c.Meta()
	meta.Revision++
	after, _, err := change.Apply(c, edits, meta)
	return after, err
}

// fitting keeps those of a plan's edits that apply without the ones left out before, and gives what they lead to. The
// others are said in the words of the plan as it was.
func (r *Regrouped) fitting(plan Planned, edits []change.Edit) (*snapshot.County, error) {
	if len(edits) == len(plan.Edits) {
		r.Edits = edits
		return plan.Result, nil
	}
	name := func(key string) string {
		if n, ok := plan.Result.Node(key); ok {
			return n.NodeName()
		}
		return nameOf(plan.Base, key)
	}
	for {
		after, err := applied(plan.Base, edits)
		var problems gov.Problems
		if !errors.As(err, &problems) {
			r.Edits = edits
			return after, err
		}
		bad := map[int]bool{} // of what fails, the first: the others may fail for it alone
		for _, one := range problems {
			if i, ok := one.Path[1].(int); ok {
				bad[i] = true
				break
			}
		}
		if len(bad) == 0 {
			return nil, err
		}
		var rest []change.Edit
		for i, e := range edits {
			switch {
			case !bad[i]:
				rest = append(rest, e)
			case !goesWithMerger(plan.Base, e):
				r.Left = append(r.Left, e.Sentence(name))
			}
		}
		edits = rest
	}
}

// goesWithMerger says whether an edit is about who is in charge of an organ that a merger of the plan would have made.
// Every merger brings such edits, and nobody misses them where it is left out.
func goesWithMerger(base *snapshot.County, e change.Edit) bool {
	organ := ""
	switch e := e.(type) {
	case *change.AssignLeader:
		organ = e.Organ
	case *change.UnassignLeader:
		organ = e.Organ
	}
	_, there := base.Node(organ)
	return organ != "" && !there
}

// mergers says which mergers of a plan still make groups that are wanted.
type mergers struct {
	problem reform.Problem
	wanted  [][]string
	came    map[string][]int // organs of the problem that a new organ came of
}

// keeps says whether an edit is no merger of the problem's organs, or part of a group that is wanted.
func (m *mergers) keeps(e change.Edit) bool {
	merge, ok := e.(*change.MergeOrgans)
	if !ok {
		return true
	}
	var all []int
	for _, key := range merge.Organs {
		all = append(all, m.of(key)...)
	}
	if merge.New != nil {
		m.came[merge.New.Key] = all
	} else {
		m.came[merge.Into] = append(all, m.of(merge.Into)...)
	}
	return len(all) == 0 || slices.ContainsFunc(m.wanted, func(g []string) bool {
		return !slices.ContainsFunc(all, func(i int) bool { return !slices.Contains(g, m.problem.Organs[i].Key) })
	})
}

// of are the organs of the problem that an organ is, or came of.
func (m *mergers) of(key string) []int {
	if came, ok := m.came[key]; ok {
		return came
	}
	for i, o := range m.problem.Organs {
		if slices.Contains(membersOf(o), key) {
			return []int{i}
		}
	}
	return nil
}

// sameIn are the keys in another problem, of the same county after some edits, of organs of a problem.
func sameIn(other, p reform.Problem, keys []string) []string {
	var out []string
	for _, o := range p.Organs {
		if !slices.Contains(keys, o.Key) {
			continue
		}
		for _, q := range other.Organs {
			if slices.ContainsFunc(membersOf(q), func(key string) bool { return slices.Contains(membersOf(o), key) }) {
				out = joined(out, []string{q.Key})
			}
		}
	}
	return out
}
