package main

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func about(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-9 {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

func asked(groups ...int) trial {
	return trial{Organs: make([]named, len(groups)), Group: groups}
}

// TestAgree has its figures worked out by hand. Real {1 2 3}{4 5}{6}, proposed {1 2}{3 4 5}{6}: of 15 pairs 4 are real
// (12 13 23 45), 4 proposed (12 34 35 45), 2 both. Rand: (2 − 4·4/15) ÷ ((4+4)/2 − 4·4/15) = (14/15) ÷ (44/15) = 7/22.
func TestAgree(t *testing.T) {
	a := agree(asked(0, 0, 0, 1, 1, 2), []int{0, 0, 1, 1, 1, 2})
	if diff := cmp.Diff([]int{2, 4, 4}, []int{a.Both, a.Proposed, a.Real}); diff != "" {
		t.Error(diff)
	}
	about(t, "precision", a.precision(), 0.5)
	about(t, "recall", a.recall(), 0.5)
	about(t, "F1", a.f1(), 0.5)
	about(t, "adjusted Rand", a.Rand, 7.0/22)
}

// TestAgreeLoose leaves the pairs of a split organ's other part out of both counts.
func TestAgreeLoose(t *testing.T) {
	u := asked(0, 0, 1, 1)
	u.Loose = map[[2]int]bool{{1, 2}: true, {1, 3}: true}
	a := agree(u, []int{0, 1, 1, 1})
	if a.Both != 1 || a.Proposed != 1 || a.Real != 2 {
		t.Errorf("got %+v", a)
	}
}

func TestAgreeEdges(t *testing.T) {
	same := agree(asked(0, 1, 0), []int{5, 3, 5})
	about(t, "F1 of the same", same.f1(), 1)
	about(t, "Rand of the same", same.Rand, 1)
	none := agree(asked(0, 0, 1), []int{0, 1, 2})
	about(t, "precision of no pair", none.precision(), 0)
	about(t, "Rand of no pair", none.Rand, 0)
	about(t, "Rand of all alone twice", adjustedRand([]int{0, 1}, []int{1, 0}), 1)
}

// TestRank ranks six pairs: 0.9 is first, the two of 0.5 share places 2 and 3, the three of 0 places 4 to 6.
func TestRank(t *testing.T) {
	worth := [][]float64{{0, 0.9, 0.5, 0}, {0.9, 0, 0.5, 0}, {0.5, 0.5, 0, 0}, {0, 0, 0, 0}}
	got := rank(asked(0, 1, 0, 1), worth) // mergers {0 2} and {1 3}
	if diff := cmp.Diff([]float64{2.5, 5}, got); diff != "" {
		t.Error(diff)
	}
	about(t, "mean reciprocal rank", reciprocal(got), (1/2.5+1.0/5)/2)
	if diff := cmp.Diff([]float64{1}, rank(asked(0, 0, 0, 1), worth)); diff != "" {
		t.Errorf("a merger of three has the rank of its best pair: %s", diff)
	}
}

// TestRandIsOneOrLess: any two partitions agree as much one way as the other, at most wholly, and by names of groups not at all.
func TestRandIsOneOrLess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "n")
		draw := rapid.SliceOfN(rapid.IntRange(0, 4), n, n)
		a, b := draw.Draw(t, "a"), draw.Draw(t, "b")
		r := adjustedRand(a, b)
		if r > 1+1e-9 || math.Abs(r-adjustedRand(b, a)) > 1e-9 {
			t.Fatalf("%v, the other way %v", r, adjustedRand(b, a))
		}
		for i := range b {
			b[i] = 7 - b[i]
		}
		if math.Abs(r-adjustedRand(a, b)) > 1e-9 {
			t.Fatal("the names of the groups count")
		}
	})
}

// TestDrawn counts the 7 partitions of 4 into 2 groups, S(4,2), in 7,000 draws: each about 1,000 times.
func TestDrawn(t *testing.T) {
	dice := rand.New(rand.NewPCG(3, 4))
	seen := map[[4]int]int{}
	for range 7000 {
		groups := drawn(4, 2, dice)
		var as [4]int
		for i, g := range groups {
			as[i] = one(g != groups[0])
		}
		seen[as]++
	}
	if len(seen) != 7 {
		t.Fatalf("%d partitions", len(seen))
	}
	for as, n := range seen {
		if n < 850 || n > 1150 {
			t.Errorf("%v came %d times of 7000", as, n)
		}
	}
}

func TestAgglomerate(t *testing.T) {
	worth := [][]float64{{0, 0.9, 0.1, 0}, {0.9, 0, 0.4, 0}, {0.1, 0.4, 0, 0.2}, {0, 0, 0.2, 0}}
	// 0 and 1 first; 2 is 0.25 like them on average, 0.2 like 3.
	for k, want := range map[int][]int{4: {0, 1, 2, 3}, 3: {0, 0, 1, 2}, 2: {0, 0, 0, 1}, 1: {0, 0, 0, 0}} {
		if diff := cmp.Diff(want, agglomerate(worth, k)); diff != "" {
			t.Errorf("%d: %s", k, diff)
		}
	}
}

func TestLouvain(t *testing.T) {
	worth := matrix(6, func(i, j int) float64 {
		if i/3 == j/3 {
			return 1
		}
		return 0.05
	})
	if got := louvain(worth, 2); agree(asked(0, 0, 0, 1, 1, 1), got).Rand != 1 {
		t.Errorf("two cliques: %v", got)
	}
}

func TestSimilarNames(t *testing.T) {
	u := trial{Organs: []named{{Name: "农业技术推广站"}, {Name: "农业技术服务站"}, {Name: "财政所"}}}
	s := similar(u)
	about(t, "no character pair in common", s[0][2], 0)
	about(t, "农业 业技 技术 of 5 and of 3", s[0][1], 2*3.0/(5+3))
}
