package overlap_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

func TestCostIsTheSum(t *testing.T) {
	check(t, func(t *rapid.T, c *snapshot.County, _ countytest.Dice) {
		r := overlap.Of(c)
		parts := overlap.Cost(r.ByTownship(""))
		listed := len(r.ByTownship(""))
		for _, township := range c.Townships() {
			parts += overlap.Cost(r.ByTownship(township.Key))
			listed += len(r.ByTownship(township.Key))
		}
		var kinds, sum gov.Micro
		for _, k := range r.ByKind {
			kinds += k.Cost
		}
		for _, o := range r.All {
			sum += o.Cost
			d, _ := overlap.Lookup(o.Kind)
			if o.Cost != d.WeightIn(c).Times(o.Excess) || o.Irreducible < 0 || o.Irreducible > o.Cost || o.Reducible()+o.Irreducible != o.Cost {
				t.Fatalf("%s %s: excess %s, cost %s, necessary %s", o.Kind, o.Subject, o.Excess, o.Cost, o.Irreducible)
			}
		}
		if r.Total != sum || parts != sum || kinds != sum || listed != len(r.All) || overlap.Summarize(c).Cost != sum {
			t.Fatalf("total %s, sum %s, by township %s, by kind %s", r.Total, sum, parts, kinds)
		}
	})
}

// TestManyToOneIsInterfacesSaved holds the identity that the optimiser rests on: the excess at a department is what its
// organs' interfaces come to, less that of all of them taken as one organ.
func TestManyToOneIsInterfacesSaved(t *testing.T) {
	check(t, func(t *rapid.T, c *snapshot.County, _ countytest.Dice) {
		found := map[string]gov.Micro{}
		for _, o := range overlap.Of(c).All {
			if o.Kind == gov.OverlapManyToOne {
				found[o.Township+o.Subject] = o.Excess
			}
		}
		for _, township := range c.Townships() {
			for _, d := range c.Departments() {
				var each, united gov.Micro
				weights := overlap.PointWeights(d)
				faced := make([]bool, len(weights))
				for _, e := range township.Facing(d) {
					for p := range weights {
						if e.Nature == gov.NatureBusiness && faces(e, d, p) {
							each += weights[p]
							faced[p] = true
						}
					}
				}
				for p, yes := range faced {
					if yes {
						united += weights[p]
					}
				}
				if excess := found[township.Key+d.Key]; excess != each-united {
					t.Fatalf("%s %s: excess %s, interfaces %s less %s", township.Key, d.Key, excess, each, united)
				}
			}
		}
	})
}

func faces(e snapshot.Counterpart, d snapshot.Department, point int) bool {
	return len(e.Sections()) == 0 || slices.Contains(e.Counterpart.Sections, d.Sections()[point].Key)
}

func TestPointWeightsSumToOne(t *testing.T) {
	check(t, func(t *rapid.T, c *snapshot.County, _ countytest.Dice) {
		for _, d := range c.Departments() {
			var sum gov.Micro
			for _, w := range overlap.PointWeights(d) {
				sum += w
			}
			if sum != gov.One {
				t.Fatalf("%s: %s", d.Key, sum)
			}
		}
	})
}

func TestNarrowingNeverRaisesTheCost(t *testing.T) {
	check(t, func(t *rapid.T, c *snapshot.County, d countytest.Dice) {
		before, tried := overlap.Of(c), c
		for _, e := range c.Graph().Edges {
			counterpart, ok := e.(*gov.Counterpart)
			if !ok {
				continue
			}
			narrowed := *counterpart
			if narrowed.Sections = fewer(d, c, counterpart); len(narrowed.Sections) == 0 {
				continue
			}
			tried = apply(t, tried, gov.Delta{Edges: []gov.EdgeChange{{Before: counterpart, After: gov.Normalize(&narrowed)}}})
			after := overlap.Of(tried)
			if after.Total > before.Total {
				t.Fatalf("narrowing %s to %v raised %s to %s", gov.EdgeKey(e), narrowed.Sections, before.Total, after.Total)
			}
			before = after
		}
	})
}

// fewer are some of the sections that a counterpart faces; none if it faces no section.
func fewer(d countytest.Dice, c *snapshot.County, e *gov.Counterpart) []string {
	faced := e.Sections
	if len(faced) == 0 {
		department, _ := snapshot.Lookup[snapshot.Department](c, e.To)
		for _, s := range department.Sections() {
			faced = append(faced, s.Key)
		}
	}
	var out []string
	for _, s := range faced {
		if d.IntN(2) == 0 {
			out = append(out, s)
		}
	}
	return out
}

func TestRecordingASectionChangesNothing(t *testing.T) {
	check(t, func(t *rapid.T, c *snapshot.County, _ countytest.Dice) {
		for _, d := range c.Departments() {
			if slices.ContainsFunc(d.Counterparts(), func(e snapshot.Counterpart) bool { return len(e.Sections()) > 0 }) {
				continue // its points have been told apart already
			}
			s := gov.Normalize(&gov.Section{Key: "section/新科", Department: d.Key, Name: "新科"})
			after := apply(t, c, gov.Delta{Nodes: []gov.NodeChange{{After: s}}})
			if diff := cmp.Diff(overlap.Of(c).All, overlap.Of(after).All); diff != "" {
				t.Fatalf("a section of %s (-before +after):\n%s", d.Key, diff)
			}
		}
	})
}

// TestOrderMeansNothing rebuilds the county from a shuffled graph, and with other places in lists and other sources.
func TestOrderMeansNothing(t *testing.T) {
	check(t, func(t *rapid.T, c *snapshot.County, d countytest.Dice) {
		g := c.Graph()
		shuffle(d, g.Nodes)
		shuffle(d, g.Edges)
		if diff := cmp.Diff(overlap.Of(c).All, overlap.Of(build(g, c.Meta().Effective)).All); diff != "" {
			t.Fatalf("shuffled (-before +after):\n%s", diff)
		}
		for i, n := range g.Nodes {
			if o, ok := n.(*gov.Organ); ok {
				moved := *o
				moved.Order, moved.Provenance = d.IntN(100), gov.Provenance{}
				g.Nodes[i] = gov.Normalize(&moved)
			}
		}
		if diff := cmp.Diff(prints(overlap.Of(c)), prints(overlap.Of(build(g, c.Meta().Effective)))); diff != "" {
			t.Fatalf("reordered (-before +after):\n%s", diff)
		}
	})
}

// prints are the fingerprints with their evidence hashes, sorted.
func prints(r *overlap.Report) []string {
	var out []string
	for _, o := range r.All {
		out = append(out, o.Fingerprint+" "+o.EvidenceHash)
	}
	slices.Sort(out)
	return out
}

func TestFingerprintsAreUnique(t *testing.T) {
	check(t, func(t *rapid.T, c *snapshot.County, _ countytest.Dice) {
		r := overlap.Of(c)
		for _, o := range r.All {
			found, ok := r.Find(o.Fingerprint)
			if !ok || !cmp.Equal(found, o) {
				t.Fatalf("%s %s shares its fingerprint with %s %s", o.Kind, o.Subject, found.Kind, found.Subject)
			}
		}
	})
}

// TestIncrementalIsRebuilt holds what is kept with shared parts against a county built anew, over edits and over days.
func TestIncrementalIsRebuilt(t *testing.T) {
	check(t, func(t *rapid.T, c *snapshot.County, d countytest.Dice) {
		for range 4 {
			overlap.Of(c)
			meta := c.Meta()
			meta.Revision++
			meta.Effective = days[d.IntN(len(days))]
			next, _, err := change.Apply(c, countytest.RandomEdits(d, c, d.IntN(4)), meta)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(overlap.Of(build(next.Graph(), meta.Effective)).All, overlap.Of(next).All); diff != "" {
				t.Fatalf("(-rebuilt +incremental):\n%s", diff)
			}
			c = next
		}
	})
}

// TestEverythingIsExplained holds that each finding and each piece of evidence can be said in both languages, without
// the words of offence, and that each edge has its counterfactual.
func TestEverythingIsExplained(t *testing.T) {
	check(t, func(t *rapid.T, c *snapshot.County, _ countytest.Dice) {
		for _, o := range overlap.Of(c).All {
			said := []gov.Text{overlap.Explain(c, o)}
			edges := 0
			for _, e := range o.Evidence {
				said = append(said, e.Sentence(c))
				if e.Edge != "" {
					edges++
				}
			}
			for _, s := range said {
				if !sound(s) {
					t.Fatalf("%s %s: %q", o.Kind, o.Subject, s)
				}
			}
			cfs, err := overlap.Counterfactuals(c, o)
			if err != nil || len(cfs) != edges {
				t.Fatalf("%s %s: %d counterfactuals of %d edges, %v", o.Kind, o.Subject, len(cfs), edges, err)
			}
		}
	})
}

func apply(t *rapid.T, c *snapshot.County, d gov.Delta) *snapshot.County {
	t.Helper()
	next, err := c.Apply(d, c.Meta())
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func shuffle[T any](d countytest.Dice, s []T) {
	for i := len(s) - 1; i > 0; i-- {
		j := d.IntN(i + 1)
		s[i], s[j] = s[j], s[i]
	}
}
