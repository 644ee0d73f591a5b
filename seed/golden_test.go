package seed_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

var eleven = []string{
	"党政综合办公室", "党建工作办公室", "经济发展办公室", "乡村建设办公室", "公共服务办公室", "应急管理办公室",
	"村镇规划建设办公室", "平安建设办公室", "综合行政执法大队", "行政审批服务中心", "退役军人服务站",
}

// TestGoldenTownships: the report's townships and their organs, stations counted apart (DESIGN section 6).
func TestGoldenTownships(t *testing.T) {
	c := documented(t)
	if n := len(c.Townships()); n != 11 {
		t.Fatalf("%d townships", n)
	}
	var large []string
	for _, township := range c.Townships() {
		want := slices.Clone(eleven)
		if township.Size == gov.SizeLarge {
			large, want = append(large, township.Name), append(want, "招商促进服务中心")
		} else if township.Size != gov.SizeMedium || township.BasisOf("size") != gov.BasisInferred {
			t.Errorf("%s is %s by %s", township.Name, township.Size, township.BasisOf("size"))
		}
		var organs, stations []string
		for _, o := range township.Organs() {
			if o.Kind.Station() {
				stations = append(stations, o.Name)
			} else {
				organs = append(organs, o.Name)
			}
		}
		if diff := cmp.Diff(want, organs); diff != "" {
			t.Errorf("%s has other organs (-want +got):\n%s", township.Name, diff)
		}
		if diff := cmp.Diff([]string{"市场监管所", "自然资源规划所", "财政所"}, stations); diff != "" {
			t.Errorf("%s has other stations (-want +got):\n%s", township.Name, diff)
		}
	}
	if diff := cmp.Diff([]string{"告成镇", "大冶镇"}, large); diff != "" {
		t.Error(diff)
	}
}

// TestGoldenOverlaps: what the report's own edges come to in every township, and nothing besides.
func TestGoldenOverlaps(t *testing.T) {
	c := documented(t)
	want := map[gov.OverlapKind][]string{
		gov.OverlapManyToOne: {
			"农业农村部门 3: 经济发展办公室 乡村建设办公室 村镇规划建设办公室 综合行政执法大队",
			"自然资源部门 2: 乡村建设办公室 村镇规划建设办公室 自然资源规划所",
		},
		gov.OverlapAuthoritySplit: {"市场监管所 1: 市场监管所", "自然资源规划所 1: 自然资源规划所", "财政所 1: 财政所"},
		gov.OverlapSimilarOrgans:  {"乡村建设办公室 0: 乡村建设办公室 村镇规划建设办公室"},
	}
	for _, township := range c.Townships() {
		got := map[gov.OverlapKind][]string{}
		for _, o := range overlap.OfTownship(township) {
			got[o.Kind] = append(got[o.Kind], say(c, o))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", township.Name, diff)
		}
	}
	county := overlap.OfCounty(c)
	if len(county) != 1 || county[0].Kind != gov.OverlapPartialDevolution || county[0].Topic != "城管执法" {
		t.Errorf("of the county: %v", county)
	}
}

func say(c *snapshot.County, o overlap.Overlap) string {
	name := func(key string) string {
		n, _ := c.Node(key)
		return n.NodeName()
	}
	out := name(o.Subject) + " " + o.Cost.String() + ":"
	for _, p := range o.Participants {
		out += " " + name(p)
	}
	return out
}

// TestGoldenPowers: a split by both on the two stations that enforce, by personnel alone on the third.
func TestGoldenPowers(t *testing.T) {
	c := documented(t)
	for _, township := range c.Townships() {
		for _, o := range township.Organs() {
			if !o.Kind.Station() {
				continue
			}
			if o.Management != gov.ManagementTerritorial || o.Holder(gov.PowerAffiliation) != gov.LevelTownship || o.Holder(gov.PowerPersonnel) != gov.LevelCounty || !o.AttendsMeetings {
				t.Errorf("%s is %s with %v", o.Key, o.Management, o.Powers)
			}
			if enforces := o.EnforcementSubject == gov.LevelCounty; enforces == (o.Name == "财政所") {
				t.Errorf("%s enforces as %q", o.Key, o.EnforcementSubject)
			}
			if len(o.Dispatches()) != 1 {
				t.Errorf("%s is stationed by %d departments", o.Key, len(o.Dispatches()))
			}
		}
	}
}

// TestGoldenCures: the two structural recommendations do what the report says of them. The pair merged, agriculture is
// faced by 3 organs and natural resources by 2; under dual management no station's authority is split.
func TestGoldenCures(t *testing.T) {
	c := documented(t)
	var edits []change.Edit
	for _, township := range c.Townships() {
		organ := func(name string) string { return "organ/" + township.Name + "/" + name }
		edits = append(edits, &change.MergeOrgans{
			Organs: []string{organ("乡村建设办公室"), organ("村镇规划建设办公室")},
			New:    &gov.Organ{Name: "乡村规划建设办公室"},
		})
		for _, o := range township.Organs() {
			if o.Kind.Station() {
				edits = append(edits, &change.SetManagement{Organ: o.Key, Management: gov.ManagementDual})
			}
		}
	}
	cured, _, err := change.Apply(c, edits, snapshot.Meta{Revision: c.Revision() + 1, Effective: c.Meta().Effective})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"农业农村部门 2: 经济发展办公室 乡村规划建设办公室 综合行政执法大队",
		"自然资源部门 1: 乡村规划建设办公室 自然资源规划所",
	}
	for _, township := range cured.Townships() {
		var got []string
		for _, o := range overlap.OfTownship(township) {
			got = append(got, say(cured, o))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", township.Name, diff)
		}
	}
}

// TestNothingIsDeclaredComplete: silence of the report is no gap.
func TestNothingIsDeclaredComplete(t *testing.T) {
	for _, township := range load(t).county.Townships() {
		if township.PortfoliosComplete || township.AssignmentsComplete {
			t.Errorf("%s is declared complete", township.Name)
		}
	}
}

// TestEveryDetectorHasSomethingToShow on the whole seed, but for the two that need a declaration of completeness.
func TestEveryDetectorHasSomethingToShow(t *testing.T) {
	for _, k := range overlap.Of(load(t).county).ByKind {
		silent := k.Kind == gov.OverlapUnledOrgan || k.Kind == gov.OverlapUnownedDuty
		if (k.Count == 0) != silent {
			t.Errorf("%s is found %d times", k.Kind, k.Count)
		}
	}
}

// TestTheSimilarPairStays: the made-up duties don't hide the report's pair.
func TestTheSimilarPairStays(t *testing.T) {
	for _, k := range overlap.Of(load(t).county).ByKind {
		if k.Kind == gov.OverlapSimilarOrgans && k.Count != 11 {
			t.Errorf("%d similar pairs", k.Count)
		}
	}
}
