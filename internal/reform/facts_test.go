package reform_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/reform"
	"tiaokuai/internal/snapshot"
)

// TestObjectiveIsStructureCost holds the identity of DESIGN section 6: after the mergers of any partition, the county's
// own detectors find what the first three terms and the base say.
func TestObjectiveIsStructureCost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkIdentity(t, countytest.Rapid(t)) })
	for seed := range uint64(2000) {
		checkIdentity(t, dice(seed))
	}
}

func checkIdentity(t rapid.TB, d countytest.Dice) {
	t.Helper()
	c := countytest.Random(d)
	for _, township := range c.Townships() {
		p := reform.OfTownship(township, reform.WeightsOf(c), reform.Constraints{})
		if len(p.Organs) == 0 {
			continue
		}
		groups := randomGroups(d, p)
		point, err := p.Evaluate(groups)
		if err != nil {
			t.Fatal(err)
		}
		after, _ := snapshot.Lookup[snapshot.Township](mergeAll(t, c, groups), township.Key)
		want, got := structureCost(after), point.Terms.Structure()+p.Base()
		if most := roundings(c, after, groups); got-want < -most || got-want > most {
			t.Fatalf("%s %v: objective says %s, the detectors %s", township.Key, groups, got, want)
		}
	}
}

// roundings is how many millionths the two may differ by: none where every product is whole.
func roundings(c *snapshot.County, t snapshot.Township, groups [][]string) gov.Micro {
	if reform.WeightsOf(c).Interfaces%gov.One == 0 {
		return 0
	}
	n := len(groups) + 1
	for _, o := range overlap.OfTownship(t) {
		if o.Kind == gov.OverlapManyToOne {
			n++
		}
	}
	return gov.Micro(n+1) / 2
}

func randomGroups(d countytest.Dice, p reform.Problem) [][]string {
	groups := make([][]string, len(p.Organs))
	for _, o := range p.Organs {
		g := d.IntN(len(groups))
		groups[g] = append(groups[g], o.Key)
	}
	return slices.DeleteFunc(groups, func(g []string) bool { return len(g) == 0 })
}

// mergeAll applies the mergers of a partition, each into its first organ.
func mergeAll(t rapid.TB, c *snapshot.County, groups [][]string) *snapshot.County {
	t.Helper()
	var edits []change.Edit
	for _, g := range groups {
		if len(g) > 1 {
			edits = append(edits, &change.MergeOrgans{Organs: g, Into: g[0]})
		}
	}
	meta := c.Meta()
	meta.Revision++
	after, _, err := change.Apply(c, edits, meta)
	if err != nil {
		t.Fatal(err)
	}
	return after
}

func structureCost(t snapshot.Township) gov.Micro {
	var sum gov.Micro
	for _, o := range overlap.OfTownship(t) {
		switch o.Kind {
		case gov.OverlapManyToOne, gov.OverlapSharedDuty, gov.OverlapOneToMany:
			sum += o.Cost
		}
	}
	return sum
}

// TestClassIsItsTownships holds that the cost of a class is the sum of its townships'.
func TestClassIsItsTownships(t *testing.T) {
	c := countytest.Parse(t, `county 1 甲县
department 农业农村局 sections=种植业科,畜牧科
department 自然资源局
township 大冶镇,告成镇,唐庄镇 MEDIUM
  organ 甲办 OFFICE order=1 -> 农业农村局[种植业科], 自然资源局 leads 防汛
  organ 乙办 OFFICE order=2 -> 农业农村局 leads 防汛
  organ 资源所 DISPATCHED -> 自然资源局
township 石道乡 MEDIUM
  organ 甲办 OFFICE -> 自然资源局
  organ 丙中心 INSTITUTION -> 自然资源局
township 大金店镇 LARGE
  organ 甲办 OFFICE
duty 防汛 list=BASIC`)
	p := reform.OfClass(c, gov.SizeMedium, reform.WeightsOf(c), reform.Constraints{MixKinds: true})
	var names []string
	for _, o := range p.Organs {
		names = append(names, o.Key)
	}
	if diff := cmp.Diff([]string{"甲办", "乙办", "丙中心"}, names); diff != "" {
		t.Error(diff)
	}
	if len(p.Places) != 2 || len(p.Places[0].Townships) != 3 || len(p.Organs[0].Members) != 4 {
		t.Errorf("three townships are alike, one is not: %+v", p.Places)
	}
	medium := func(c *snapshot.County) []snapshot.Township {
		return slices.DeleteFunc(c.Townships(), func(t snapshot.Township) bool { return t.Size != gov.SizeMedium })
	}
	for _, point := range solved(t, p) {
		var groups [][]string
		for _, township := range medium(c) {
			for _, g := range point.Groups {
				var keys []string
				for _, name := range g {
					if key := "organ/" + township.Name + "/" + name; has(c, key) {
						keys = append(keys, key)
					}
				}
				groups = append(groups, keys)
			}
		}
		after := mergeAll(t, c, groups)
		var want gov.Micro
		for _, township := range medium(after) {
			want += structureCost(township)
		}
		if got := point.Terms.Structure() + p.Base(); got != want {
			t.Errorf("%v: %s, want %s", point.Groups, got, want)
		}
	}
}

func has(c *snapshot.County, key string) bool {
	_, ok := c.Node(key)
	return ok
}
