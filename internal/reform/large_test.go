package reform_test

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/reform"
)

// TestLargeSetsSayTheirGap asks for more organs than the exact programme takes, in groups of any size: every number of
// organs asked for is answered, by a partition that costs what it says, with a bound that no partition known otherwise goes
// below.
func TestLargeSetsSayTheirGap(t *testing.T) {
	p := freeProblem(23, 0)
	p.Constraints.MinOrgans, p.Constraints.MaxOrgans = 17, 19
	points := solved(t, p)
	if len(points) != 3 {
		t.Fatalf("%d points", len(points))
	}
	// Optima in groups of at most 2 are partitions here as well, so they can't be below the bound.
	p.Constraints.LargestGroup = 2
	pairs := map[int]gov.Micro{}
	for _, point := range solved(t, p) {
		pairs[point.Organs] = point.Objective
	}
	p.Constraints.LargestGroup = 0
	for _, point := range points {
		again, err := p.Evaluate(point.Groups)
		if err != nil || again.Objective != point.Objective || again.Organs != point.Organs {
			t.Fatal(err, again)
		}
		if point.Gap < 0 || point.Bound() <= 0 {
			t.Errorf("%d organs: gap %s", point.Organs, point.Gap)
		}
		if cost, ok := pairs[point.Organs]; ok && cost < point.Bound() {
			t.Errorf("%d organs: bound %s, in pairs %s", point.Organs, point.Bound(), cost)
		}
		t.Logf("%d organs: cost %s, gap %s", point.Organs, point.Objective, point.Gap)
	}
	checkAsked(t, p, points[1:])
}

// checkAsked asks for a few numbers of organs only: the partitions are those of the whole frontier, the memo keeps them
// apart from those of other numbers, and the bounds hold.
func checkAsked(t *testing.T, p reform.Problem, points []reform.Point) {
	t.Helper()
	s := reform.Solver{Memo: reform.NewMemo(8)}
	for _, want := range [][]reform.Point{points, points[1:2]} {
		p.Constraints.MinOrgans, p.Constraints.MaxOrgans = want[0].Organs, want[len(want)-1].Organs
		got, err := s.Frontier(context.Background(), p)
		if err != nil || len(got) != len(want) {
			t.Fatalf("%d points, %v", len(got), err)
		}
		for i := range got {
			if got[i].Organs != want[i].Organs || got[i].Objective != want[i].Objective || got[i].Gap < 0 || got[i].Bound() <= 0 || want[i].Bound() > got[i].Objective {
				t.Errorf("%d organs: cost %s gap %s, in the whole frontier %s gap %s", got[i].Organs, got[i].Objective, got[i].Gap, want[i].Objective, want[i].Gap)
			}
		}
	}
}

// TestSifted forbids the groups that prices rule out: the best partitions, and which of equal ones comes first, stay.
func TestSifted(t *testing.T) {
	all, left := 0, 0
	for seed := range uint64(400) {
		d := dice(seed + 50_000)
		p := randomProblem(d, 1+d.IntN(9))
		if seed < 4 {
			p = freeProblem(10+int(seed), 0)
		}
		sifted, whole, groups, kept, err := reform.SiftedAndNot(p)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(whole, sifted); diff != "" {
			t.Fatalf("seed %d (-whole +sifted):\n%s", seed, diff)
		}
		all, left = all+groups, left+kept
	}
	if left >= all {
		t.Errorf("%d of %d groups are left", left, all)
	}
	t.Logf("%d of %d groups are left", left, all)
}

func TestTooMany(t *testing.T) {
	if _, err := (reform.Solver{}).Frontier(context.Background(), freeProblem(reform.MaxOrgans+1, 2)); gov.CodeOf(err) != gov.CodeTooComplex {
		t.Error(err)
	}
	p := freeProblem(24, 0)
	if _, err := reform.Certify(context.Background(), p, reform.Point{Organs: 24}); gov.CodeOf(err) != gov.CodeTooComplex {
		t.Error(err)
	}
}

// patience is a context that ends after it was asked so often: work is cancelled midway without a clock.
type patience struct {
	context.Context
	asked *int
	ends  int
}

func (p patience) Err() error {
	if *p.asked++; *p.asked > p.ends {
		return context.Canceled
	}
	return nil
}

func TestCancelledMidway(t *testing.T) {
	for _, p := range []reform.Problem{freeProblem(16, 0), freeProblem(22, 3)} {
		for ends := range 40 {
			ctx := patience{context.Background(), new(int), ends}
			if _, err := (reform.Solver{}).Frontier(ctx, p); !errors.Is(err, context.Canceled) {
				t.Fatalf("asked %d times: %v", *ctx.asked, err)
			}
			if *ctx.asked > ends+20 {
				t.Errorf("went on for %d checks", *ctx.asked-ends)
			}
		}
	}
}

// TestMemoAnswersAtOnce asks with a context that has ended: only an answer that is kept can be given then.
func TestMemoAnswersAtOnce(t *testing.T) {
	s := reform.Solver{Memo: reform.NewMemo(1)}
	p := freeProblem(13, 0)
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	ask := func(ctx context.Context, p reform.Problem) error {
		_, err := s.Frontier(ctx, p)
		return err
	}
	if err := ask(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	for i := range p.Organs {
		p.Organs[i].Key, p.Organs[i].Name = "另"+p.Organs[i].Key, "另"
	}
	p.Constraints.MaxOrgans = 5
	if err := ask(ended, p); err != nil {
		t.Errorf("the same organs under other names: %v", err)
	}
	p.Weights.Integration++
	if err := ask(ended, p); !errors.Is(err, context.Canceled) {
		t.Errorf("another weight: %v", err)
	}
	if err := ask(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	p.Weights.Integration--
	if err := ask(ended, p); !errors.Is(err, context.Canceled) {
		t.Errorf("the memo keeps more than it may: %v", err)
	}
}
