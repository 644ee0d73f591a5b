package reform_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/reform"
)

func conflictOf(t *testing.T, p reform.Problem) (*reform.Conflict, *gov.Error) {
	t.Helper()
	_, err := reform.Solver{}.Frontier(context.Background(), p)
	var conflict *reform.Conflict
	var shown *gov.Error
	if !errors.As(err, &conflict) || !errors.As(err, &shown) || shown.Code != gov.CodeInvalid {
		t.Fatalf("no conflict: %v", err)
	}
	return conflict, shown
}

func TestConflicts(t *testing.T) {
	for _, test := range []struct {
		name        string
		constraints reform.Constraints
		kinds       []reform.RuleKind
		said        string
	}{
		{
			"link and apart",
			reform.Constraints{MustLink: [][]string{{"o0", "o1"}, {"o1", "o2"}}, CannotLink: [][]string{{"o0", "o2"}}, MaxOrgans: 4},
			[]reform.RuleKind{reform.RuleMustLink, reform.RuleMustLink, reform.RuleCannotLink},
			"办0、办1合并为一个；办1、办2合并为一个；办0、办2不得合并",
		},
		{
			"link and alone",
			reform.Constraints{MustLink: [][]string{{"o0", "o1"}}, Alone: []string{"o3", "o1"}},
			[]reform.RuleKind{reform.RuleAlone, reform.RuleMustLink},
			"办1保持不变；办0、办1合并为一个",
		},
		{"numbers", reform.Constraints{MinOrgans: 5, MaxOrgans: 3}, []reform.RuleKind{reform.RuleMinOrgans, reform.RuleMaxOrgans}, "机构不少于 5 个；机构不超过 3 个"},
		{"more than there are", reform.Constraints{MinOrgans: 9}, []reform.RuleKind{reform.RuleMinOrgans}, "机构不少于 9 个"},
		{
			"few and small",
			reform.Constraints{MaxOrgans: 2, LargestGroup: 2, CannotLink: [][]string{{"o0", "o1"}}},
			[]reform.RuleKind{reform.RuleMaxOrgans, reform.RuleLargestGroup},
			"机构不超过 2 个；合并为一个的机构不超过 2 个",
		},
		// A minimal conflict of three rules is found first by dropping; the one of two is smaller.
		{
			"smallest",
			reform.Constraints{MinOrgans: 5, MaxOrgans: 3, MustLink: [][]string{{"o0", "o1"}, {"o1", "o2"}}, CannotLink: [][]string{{"o0", "o2"}}},
			[]reform.RuleKind{reform.RuleMinOrgans, reform.RuleMaxOrgans},
			"机构不少于 5 个；机构不超过 3 个",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := freeProblem(6, 0)
			p.Constraints = test.constraints
			conflict, shown := conflictOf(t, p)
			var kinds []reform.RuleKind
			for _, r := range conflict.Rules {
				kinds = append(kinds, r.Kind)
			}
			if diff := cmp.Diff(test.kinds, kinds); diff != "" || !conflict.Smallest {
				t.Error(diff, conflict)
			}
			if want := "约束条件不能同时满足：" + test.said; shown.Message.ZH != want {
				t.Errorf("%s\nwant %s", shown.Message.ZH, want)
			}
		})
	}
}

// TestConflictsAreMinimal holds on random problems that the named rules contradict each other, and none of them idly:
// without any one of the constraints that they come from, the others can be met.
func TestConflictsAreMinimal(t *testing.T) {
	found := 0
	for seed := range uint64(1500) {
		d := dice(seed + 40_000)
		p := randomProblem(d, 2+d.IntN(6))
		if solved(t, p) != nil {
			continue
		}
		found++
		conflict, _ := conflictOf(t, p)
		if bruteForce(only(p, conflict.Rules)) != nil {
			t.Fatalf("seed %d: %v can be met", seed, conflict.Rules)
		}
		for i := range conflict.Rules {
			if bruteForce(only(p, slices.Delete(slices.Clone(conflict.Rules), i, i+1))) == nil {
				t.Fatalf("seed %d: rule %d of %v is idle", seed, i, conflict.Rules)
			}
		}
	}
	if found < 50 {
		t.Errorf("%d conflicts only", found)
	}
}

// only is a problem under some rules alone.
func only(p reform.Problem, rules []reform.Rule) reform.Problem {
	p.Organs = slices.Clone(p.Organs)
	c := reform.Constraints{MixKinds: true, MixBranches: true, MergeMandatory: true, MergeIntegrating: true}
	for _, r := range rules {
		switch r.Kind {
		case reform.RuleMinOrgans:
			c.MinOrgans = r.Limit
		case reform.RuleMaxOrgans:
			c.MaxOrgans = r.Limit
		case reform.RuleLargestGroup:
			c.LargestGroup = r.Limit
		case reform.RuleMostDepartments:
			c.MostDepartments = r.Limit
		case reform.RuleMostDuties:
			c.MostDuties = r.Limit
		case reform.RuleMostPosts:
			c.MostPosts = r.Limit
		case reform.RuleKindsApart:
			c.MixKinds = false
		case reform.RuleBranchesApart:
			c.MixBranches = false
		case reform.RuleMustLink:
			c.MustLink = append(c.MustLink, r.Organs)
		case reform.RuleCannotLink:
			c.CannotLink = append(c.CannotLink, r.Organs)
		default:
			c.Alone = append(c.Alone, r.Organs...)
		}
	}
	p.Constraints = c
	return p
}

func TestUnknownOrgan(t *testing.T) {
	p := freeProblem(3, 0)
	p.Constraints.Alone = []string{"无"}
	if _, err := (reform.Solver{}).Frontier(context.Background(), p); gov.CodeOf(err) != gov.CodeNotFound {
		t.Error(err)
	}
}
