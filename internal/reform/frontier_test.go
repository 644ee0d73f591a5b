package reform_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/reform"
)

// solved is a problem's frontier, nil where its constraints contradict each other.
func solved(t rapid.TB, p reform.Problem) []reform.Point {
	t.Helper()
	points, err := reform.Solver{}.Frontier(context.Background(), p)
	var conflict *reform.Conflict
	if err != nil && !errors.As(err, &conflict) {
		t.Fatal(err)
	}
	return points
}

func dice(seed uint64) countytest.Dice { return rand.New(rand.NewPCG(seed, 5)) }

// TestFrontierIsBruteForce holds optimum, terms and the choice among equal optima against every partition.
func TestFrontierIsBruteForce(t *testing.T) {
	feasible := 0
	for seed := range uint64(4000) {
		d := dice(seed)
		p := randomProblem(d, 1+d.IntN(8))
		got := solved(t, p)
		if diff := cmp.Diff(bruteForce(p), got); diff != "" {
			t.Fatalf("seed %d (-want +got):\n%s", seed, diff)
		}
		if got != nil {
			feasible++
		}
	}
	if feasible < 2000 || feasible > 3990 {
		t.Errorf("%d of 4000 problems can be met: the generator shows too little", feasible)
	}
}

func TestFrontierOfNineIsBruteForce(t *testing.T) {
	for seed := range uint64(60) {
		p := randomProblem(dice(seed+10_000), 9)
		if diff := cmp.Diff(bruteForce(p), solved(t, p)); diff != "" {
			t.Fatalf("seed %d (-want +got):\n%s", seed, diff)
		}
	}
}

func TestFrontierProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := countytest.Rapid(t)
		p := randomProblem(d, 1+d.IntN(6))
		if diff := cmp.Diff(bruteForce(p), solved(t, p)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestRelaxedIsNoDearer drops constraints: for no number of organs does the optimum get dearer or vanish.
func TestRelaxedIsNoDearer(t *testing.T) {
	relax := []func(*reform.Constraints){
		func(c *reform.Constraints) { c.LargestGroup = 0 },
		func(c *reform.Constraints) { c.MixKinds, c.MixBranches = true, true },
		func(c *reform.Constraints) { c.MergeMandatory, c.MergeIntegrating, c.Alone = true, true, nil },
		func(c *reform.Constraints) { c.MustLink = nil },
		func(c *reform.Constraints) { c.CannotLink = nil },
		func(c *reform.Constraints) { c.MostDepartments, c.MostDuties, c.MostPosts = 0, 0, 0 },
		func(c *reform.Constraints) { c.MinOrgans, c.MaxOrgans = 0, 0 },
	}
	for seed := range uint64(400) {
		d := dice(seed + 20_000)
		p := randomProblem(d, 2+d.IntN(9))
		before := solved(t, p)
		relax[seed%uint64(len(relax))](&p.Constraints)
		after := map[int]gov.Micro{}
		for _, point := range solved(t, p) {
			after[point.Organs] = point.Objective
		}
		for _, point := range before {
			if cost, ok := after[point.Organs]; !ok || cost > point.Objective {
				t.Fatalf("seed %d, %d organs: %s, relaxed %s (%v)", seed, point.Organs, point.Objective, cost, ok)
			}
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	p := freeProblem(16, 0)
	for _, s := range []reform.Solver{{}, {Memo: reform.NewMemo(1)}} {
		if _, err := s.Frontier(ctx, p); !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled: %v", err)
		}
	}
}

// TestSameAnswerEveryTime solves with and without a memo, which has seen the same organs under other names.
func TestSameAnswerEveryTime(t *testing.T) {
	s := reform.Solver{Memo: reform.NewMemo(8)}
	p := freeProblem(10, 0)
	want := solved(t, p)
	for _, name := range []string{"", "甲", "乙"} {
		for i := range p.Organs {
			p.Organs[i].Key = name + p.Organs[i].Key
		}
		got, err := s.Frontier(context.Background(), p)
		if err != nil || len(got) != len(want) {
			t.Fatal(err)
		}
		for k := range got {
			if got[k].Objective != want[k].Objective || got[k].Groups[0][0] != p.Organs[0].Key {
				t.Errorf("%s: %v", name, got[k])
			}
		}
	}
	if diff := cmp.Diff(want, solved(t, freeProblem(10, 0))); diff != "" {
		t.Error(diff)
	}
}

func TestEvaluate(t *testing.T) {
	for seed := range uint64(200) {
		p := randomProblem(dice(seed), 6)
		for _, point := range solved(t, p) {
			got, err := p.Evaluate(point.Groups)
			if diff := cmp.Diff(point, got); err != nil || diff != "" {
				t.Fatal(err, diff)
			}
		}
	}
	p := freeProblem(3, 0)
	for _, groups := range [][][]string{{{"o0", "o1"}}, {{"o0", "o1"}, {"o1", "o2"}}, {{"o0", "o1"}, {"o2", "无"}}} {
		if _, err := p.Evaluate(groups); gov.CodeOf(err) != gov.CodeInvalid {
			t.Errorf("%v: %v", groups, err)
		}
	}
}
