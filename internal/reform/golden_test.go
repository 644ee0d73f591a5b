package reform_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/reform"
	"tiaokuai/internal/snapshot"
	"tiaokuai/seed"
)

// documented is the seed's head as its DOCUMENT nodes and edges alone tell it.
func documented(t *testing.T) *snapshot.County {
	t.Helper()
	revisions, err := seed.Load()
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := seed.Replay(revisions)
	if err != nil {
		t.Fatal(err)
	}
	return c.Filter([]gov.Basis{gov.BasisDocument}, "bDOCUMENT")
}

var goldenPair = []string{"乡村建设办公室", "村镇规划建设办公室"}

// TestGoldenMerger is the first merger of DESIGN section 6 in every township: offices and institutions not mixed,
// stations fixed. One organ fewer costs least by it, it alone lowers the cost, and it is proven.
func TestGoldenMerger(t *testing.T) {
	c := documented(t)
	s := reform.Solver{Memo: reform.NewMemo(4)}
	for _, township := range c.Townships() {
		p := reform.OfTownship(township, reform.WeightsOf(c), reform.Constraints{})
		checkGolden(t, township.Name, p, s, 2*gov.One)
	}
	large, medium := 12, 11
	for size, organs := range map[gov.Size]int{gov.SizeLarge: large, gov.SizeMedium: medium} {
		p := reform.OfClass(c, size, reform.WeightsOf(c), reform.Constraints{})
		if len(p.Organs) != organs {
			t.Errorf("%s: %d organs", size, len(p.Organs))
		}
		townships := 0
		for _, place := range p.Places {
			townships += len(place.Townships)
		}
		checkGolden(t, string(size), p, s, gov.Micro(2*townships)*gov.One)
	}
}

func checkGolden(t *testing.T, scope string, p reform.Problem, s reform.Solver, gain gov.Micro) {
	t.Helper()
	points, err := s.Frontier(t.Context(), p)
	if err != nil {
		t.Fatalf("%s: %v", scope, err)
	}
	now, first := points[len(points)-1], points[len(points)-2]
	if now.Organs != len(p.Organs) || first.Organs != now.Organs-1 {
		t.Fatalf("%s: %d and %d organs", scope, now.Organs, first.Organs)
	}
	var merged []string
	for _, g := range first.Groups {
		if len(g) > 1 {
			for _, key := range g {
				merged = append(merged, p.Organs[slices.IndexFunc(p.Organs, func(o reform.Organ) bool { return o.Key == key })].Name)
			}
		}
	}
	if diff := cmp.Diff(goldenPair, merged); diff != "" {
		t.Errorf("%s (-want +got):\n%s", scope, diff)
	}
	if now.Objective-first.Objective != gain || first.Terms.Integration != 0 {
		t.Errorf("%s: gains %s, want %s; integration %s", scope, now.Objective-first.Objective, gain, first.Terms.Integration)
	}
	for _, point := range points {
		if point.Objective < first.Objective {
			t.Errorf("%s: %d organs cost %s, less than %s", scope, point.Organs, point.Objective, first.Objective)
		}
	}
	certified(t, p, first)
}
