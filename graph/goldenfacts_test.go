package graph_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// factsQuery asks for what the golden facts of the source document are about, from its own edges alone.
const factsQuery = `{ county(code: "410185", basis: [DOCUMENT]) {
  townships { totalCount nodes { name size attributeBases { attribute basis } metrics { organs stations } } }
  manyToOne: overlaps(filter: {kinds: [MANY_TO_ONE]}, first: 100) { nodes { township { name } subject { name } participants { name } cost } }
  similar: overlaps(filter: {kinds: [SIMILAR_ORGANS]}, first: 100) { nodes { township { name } participants { name } cost } }
  split: overlaps(filter: {kinds: [AUTHORITY_SPLIT]}, first: 100) { nodes { township { name } subject { name } evidence { attribute } explanation } }
  none: overlaps(filter: {kinds: [UNLED_ORGAN, UNOWNED_DUTY, DOUBLE_LEADERSHIP]}) { totalCount }
  metrics { overlaps structureCost byKind { kind count cost } }
} }`

type named struct{ Name string }

type facts struct {
	Townships struct {
		TotalCount int
		Nodes      []struct {
			Name           string
			Size           string
			AttributeBases []struct{ Attribute, Basis string }
			Metrics        struct{ Organs, Stations int }
		}
	}
	ManyToOne, Similar, Split struct{ Nodes []finding }
	None                      struct{ TotalCount int }
	Metrics                   struct {
		Overlaps      int
		StructureCost float64
		ByKind        []struct {
			Kind  string
			Count int
			Cost  float64
		}
	}
}

type finding struct {
	Township, Subject named
	Participants      []named
	Cost              float64
	Evidence          []struct{ Attribute string }
	Explanation       string
}

// checkFacts holds the API to DESIGN section 6, and to the same bytes over every store.
func checkFacts(t *testing.T, api api, first *string) {
	raw := string(api.post(t, "zh", factsQuery, nil))
	if *first == "" {
		*first = raw
	} else if *first != raw {
		t.Error("the stores answer with different bytes")
	}
	var f facts
	api.ask(t, factsQuery, "county", &f)
	checkTownships(t, f)
	checkCounterparts(t, f)
	checkSimilar(t, f)
	checkStations(t, f)
	checkSums(t, f)
	if f.None.TotalCount != 0 {
		t.Errorf("%d gaps or double leaderships; the document declares nothing complete", f.None.TotalCount)
	}
}

func checkTownships(t *testing.T, f facts) {
	if f.Townships.TotalCount != 11 {
		t.Errorf("%d townships, want 11", f.Townships.TotalCount)
	}
	var large []string
	for _, n := range f.Townships.Nodes {
		want := 11
		if n.Size == "LARGE" {
			large, want = append(large, n.Name), 12
		} else if !slices.ContainsFunc(n.AttributeBases, func(a struct{ Attribute, Basis string }) bool { return a.Attribute == "size" && a.Basis == "INFERRED" }) {
			t.Errorf("%s: size %s is not said to be inferred", n.Name, n.Size)
		}
		if n.Metrics.Organs != want || n.Metrics.Stations != 3 {
			t.Errorf("%s has %d organs and %d stations, want %d and 3", n.Name, n.Metrics.Organs, n.Metrics.Stations, want)
		}
	}
	slices.Sort(large)
	if diff := cmp.Diff([]string{"告成镇", "大冶镇"}, large); diff != "" {
		t.Errorf("large townships (-want +got)\n%s", diff)
	}
}

func checkCounterparts(t *testing.T, f facts) {
	want := map[string][]string{
		"农业农村部门": {"乡村建设办公室", "村镇规划建设办公室", "经济发展办公室", "综合行政执法大队"},
		"自然资源部门": {"乡村建设办公室", "村镇规划建设办公室", "自然资源规划所"},
	}
	seen := map[string]int{}
	for _, o := range f.ManyToOne.Nodes {
		seen[o.Subject.Name]++
		if diff := cmp.Diff(want[o.Subject.Name], sortedNames(o.Participants)); diff != "" {
			t.Errorf("%s, %s (-want +got)\n%s", o.Township.Name, o.Subject.Name, diff)
		}
		if o.Cost != float64(len(o.Participants)-1) {
			t.Errorf("%s, %s costs %v", o.Township.Name, o.Subject.Name, o.Cost)
		}
	}
	if diff := cmp.Diff(map[string]int{"农业农村部门": 11, "自然资源部门": 11}, seen); diff != "" {
		t.Errorf("many to one (-want +got)\n%s", diff)
	}
}

func checkSimilar(t *testing.T, f facts) {
	if len(f.Similar.Nodes) != 11 {
		t.Errorf("%d pairs, want one in each township", len(f.Similar.Nodes))
	}
	for _, o := range f.Similar.Nodes {
		if diff := cmp.Diff([]string{"乡村建设办公室", "村镇规划建设办公室"}, sortedNames(o.Participants)); diff != "" || o.Cost != 0 {
			t.Errorf("%s: cost %v (-want +got)\n%s", o.Township.Name, o.Cost, diff)
		}
	}
}

func checkStations(t *testing.T, f facts) {
	seen := map[string]int{}
	for _, o := range f.Split.Nodes {
		seen[o.Subject.Name]++
		byLaw := slices.ContainsFunc(o.Evidence, func(e struct{ Attribute string }) bool { return e.Attribute == "enforcementSubject" })
		if byLaw != (o.Subject.Name != "财政所") || !strings.Contains(o.Explanation, "编制人事") {
			t.Errorf("%s, %s: %s", o.Township.Name, o.Subject.Name, o.Explanation)
		}
	}
	if diff := cmp.Diff(map[string]int{"市场监管所": 11, "自然资源规划所": 11, "财政所": 11}, seen); diff != "" {
		t.Errorf("authority split (-want +got)\n%s", diff)
	}
}

func checkSums(t *testing.T, f facts) {
	count, cost := 0, 0.0
	for _, k := range f.Metrics.ByKind {
		count, cost = count+k.Count, cost+k.Cost
	}
	if count != f.Metrics.Overlaps || cost != f.Metrics.StructureCost {
		t.Errorf("kinds add up to %d and %v, metrics say %d and %v", count, cost, f.Metrics.Overlaps, f.Metrics.StructureCost)
	}
}

func sortedNames(ns []named) []string {
	out := make([]string, len(ns))
	for i, n := range ns {
		out[i] = n.Name
	}
	slices.Sort(out)
	return out
}
