package dataset

import (
	"testing"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

func TestCountyIsTheSameFromTheSameSeed(t *testing.T) {
	if !gov.SameGraph(County(1, 3), County(1, 3)) {
		t.Error("two graphs of one seed differ")
	}
	if gov.SameGraph(County(1, 3), County(2, 3)) {
		t.Error("two seeds give one graph")
	}
}

func TestCountyHasTheSizeToMeasure(t *testing.T) {
	c := linked(t, 0)
	if len(c.Townships()) != Townships || len(c.Organs()) != Townships*12 || len(c.Duties()) != Duties || len(c.Departments()) != 20 {
		t.Errorf("%d townships, %d organs, %d duties, %d departments", len(c.Townships()), len(c.Organs()), len(c.Duties()), len(c.Departments()))
	}
	if _, ok := snapshot.Lookup[snapshot.Organ](c, OrganKey(0, 14, 11)); !ok {
		t.Error("OrganKey names no organ")
	}
}

// TestCountiesHaveOverlapsOfManyKinds: a benchmark over few kinds would flatter the lists and their facets.
func TestCountiesHaveOverlapsOfManyKinds(t *testing.T) {
	found := map[gov.OverlapKind]int{}
	for n := range 5 {
		for _, k := range overlap.Of(linked(t, n)).ByKind {
			if k.Count > 0 {
				found[k.Kind] += k.Count
			}
		}
	}
	t.Log(found)
	if len(found) < 15 {
		t.Errorf("overlaps of only %d kinds", len(found))
	}
}

func linked(t *testing.T, n int) *snapshot.County {
	t.Helper()
	c, err := Snapshot(1, n)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCodesAndTownshipsAreDifferent(t *testing.T) {
	seen := map[string]bool{}
	for n := range 100 {
		here := map[string]bool{}
		for i := range Townships {
			here[TownshipKey(n, i)] = true
		}
		if len(here) != Townships || seen[Code(n)] {
			t.Fatalf("county %d: %d township keys", n, len(here))
		}
		seen[Code(n)] = true
	}
}
