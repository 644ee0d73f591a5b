package overlap_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// document is what the source document says of every township's relations; see DESIGN section 6, golden facts.
const document = `
county 410185 登封市 CITY
source 调研与思考 article=二（三）
department 农业农村局
department 自然资源局
township 大冶镇,告成镇 LARGE TOWN
  organ 经济发展办公室 OFFICE order=1 basis=DOCUMENT source=调研与思考 -> 农业农村局
  organ 乡村建设办公室 OFFICE order=2 -> 农业农村局, 自然资源局
  organ 村镇规划建设办公室 OFFICE order=3 -> 农业农村局, 自然资源局
  organ 综合行政执法大队 INSTITUTION order=4 -> 农业农村局
  organ 党建工作办公室 OFFICE order=5
  organ 平安建设办公室 OFFICE order=6
  organ 市场监管所 DISPATCHED TERRITORIAL order=7 powers=AFFILIATION:TOWNSHIP,PERSONNEL:COUNTY enforcement=COUNTY
  organ 自然资源规划所 DISPATCHED TERRITORIAL order=8 powers=AFFILIATION:TOWNSHIP,PERSONNEL:COUNTY enforcement=COUNTY -> 自然资源局
  organ 财政所 DISPATCHED TERRITORIAL order=9 powers=AFFILIATION:TOWNSHIP,PERSONNEL:COUNTY
  leader - 党委副书记,政法委员 leads 党建工作办公室, 平安建设办公室
  leader - 组织委员 assists 党建工作办公室
  leader - 宣传委员 assists 党建工作办公室
`

func TestDocumentByTownship(t *testing.T) {
	c := dated(t, document)
	r := overlap.Of(c)
	for _, township := range c.Townships() {
		found := map[gov.OverlapKind]int{}
		for _, k := range overlap.CountKinds(r.ByTownship(township.Key)) {
			if k.Count > 0 {
				found[k.Kind] = k.Count
			}
		}
		want := map[gov.OverlapKind]int{gov.OverlapManyToOne: 2, gov.OverlapAuthoritySplit: 3, gov.OverlapSimilarOrgans: 1}
		if diff := cmp.Diff(want, found); diff != "" {
			t.Errorf("%s (-want +got):\n%s", township.Name, diff)
		}
		if cost := overlap.Cost(r.ByTownship(township.Key)); cost != 8*gov.One {
			t.Errorf("%s costs %s", township.Name, cost)
		}
	}
}

func TestSummary(t *testing.T) {
	c := dated(t, document)
	s := overlap.Summarize(c)
	if s.Townships != 2 || s.Organs != 12 || s.Stations != 6 || s.Departments != 2 || s.Leaders != 6 || s.Overlaps != 12 || s.Cost != 16*gov.One {
		t.Errorf("%+v", s)
	}
	want := []overlap.SeverityCount{{Severity: overlap.SeverityLow, Count: 2}, {Severity: overlap.SeverityMedium, Count: 8, Cost: 10 * gov.One}, {Severity: overlap.SeverityHigh, Count: 2, Cost: 6 * gov.One}}
	if diff := cmp.Diff(want, s.Severities); diff != "" {
		t.Error(diff)
	}
}

func TestCounterfactuals(t *testing.T) {
	c := dated(t, document)
	o := overlap.Of(c).ByTownship("township/大冶镇")[0]
	cfs, err := overlap.Counterfactuals(c, o)
	if err != nil || len(cfs) != 4 {
		t.Fatal(cfs, err)
	}
	for _, cf := range cfs {
		if cf.CostWithout != 2*gov.One || cf.Saved != gov.One {
			t.Errorf("%s: without %s, saved %s", cf.Evidence.Edge, cf.CostWithout, cf.Saved)
		}
	}
	o.Evidence = []overlap.Evidence{{Edge: "CHARGE|leader/无|organ/无"}}
	if _, err := overlap.Counterfactuals(c, o); gov.CodeOf(err) != gov.CodeStale {
		t.Errorf("an edge that is not there: %v", err)
	}
}

// TestCounterfactualMayCostMore shows an edge that is better kept: the one leader of an organ.
func TestCounterfactualMayCostMore(t *testing.T) {
	c := dated(t, `county 1 甲县 span=1
township 大冶镇 portfolios-complete
  organ 甲办 OFFICE
  organ 乙办 OFFICE
  leader 甲 副镇长 leads 甲办, 乙办`)
	cfs, err := overlap.Counterfactuals(c, overlap.Of(c).All[0])
	if err != nil || len(cfs) != 2 {
		t.Fatal(cfs, err)
	}
	if cf := cfs[0]; cf.CostWithout != 0 || cf.Saved != -gov.One/2 {
		t.Errorf("without %s, saved %s", cf.CostWithout, cf.Saved)
	}
}

func TestEvidenceSources(t *testing.T) {
	c := dated(t, `county 1 甲县
source 三定方案
source 管理办法
department 农业农村局
township 大冶镇
  organ 经济发展办公室 OFFICE basis=DOCUMENT source=三定方案 -> 农业农村局
  organ 乡村建设办公室 OFFICE -> 农业农村局
  organ 财政所 DISPATCHED powers=AFFILIATION:TOWNSHIP,PERSONNEL:COUNTY basis=INFERRED source=三定方案 attributes=powers:DOCUMENT:管理办法`)
	var cited []string
	for _, o := range overlap.Of(c).All {
		for _, e := range o.Evidence {
			for _, s := range e.Sources(c) {
				cited = append(cited, e.Sentence(c).ZH+"："+s.Document+" "+string(e.Origin(c).Basis))
			}
		}
	}
	want := []string{"经济发展办公室业务对口农业农村局（全口径）：三定方案 DOCUMENT", "财政所的权限：机构隶属在乡镇、编制人事在县级：管理办法 DOCUMENT"}
	if diff := cmp.Diff(want, cited); diff != "" {
		t.Error(diff)
	}
	for _, e := range []overlap.Evidence{{Edge: "CHARGE|a|b"}, {Node: "无", Attribute: "powers"}} {
		if e.Sentence(c) != (gov.Text{}) || len(e.Sources(c)) != 0 {
			t.Errorf("%+v says something", e)
		}
	}
}

// TestFindingsFollowTheDay shares one township's part between days and between revisions.
func TestFindingsFollowTheDay(t *testing.T) {
	c := dated(t, `# day=2024-06-01
county 1 甲县
township 大冶镇
  organ 公共服务办公室 OFFICE leads 事项
duty 事项
  list BASIC from=2024-01-01 until=2024-12-31
duty 占位 list=BASIC`)
	on := func(day gov.Date) int {
		meta := c.Meta()
		meta.Effective = day
		d, err := c.Apply(gov.Delta{}, meta)
		if err != nil {
			t.Fatal(err)
		}
		return len(overlap.Of(d).All)
	}
	got := map[gov.Date]int{}
	for _, day := range []gov.Date{"2023-12-31", "2024-01-01", "2024-12-31", "2025-01-01", ""} {
		got[day] = on(day)
	}
	want := map[gov.Date]int{"2023-12-31": 1, "2024-01-01": 0, "2024-12-31": 0, "2025-01-01": 1, "": 0}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestOtherWorld holds that a snapshot read in another world finds the same.
func TestOtherWorld(t *testing.T) {
	c := dated(t, document)
	if diff := cmp.Diff(overlap.Of(c).All, overlap.Of(c.In("s1")).All); diff != "" {
		t.Error(diff)
	}
	if _, ok := snapshot.Lookup[snapshot.Township](c, "无"); ok || len(overlap.Of(c).ByTownship("无")) != 0 {
		t.Error("a township that is not there has overlaps")
	}
}
