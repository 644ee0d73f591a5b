package proposal_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
)

const twoTowns = `
county 900001 甲县
department 农业农村局 GOVERNMENT
department 应急管理局 GOVERNMENT
township 东镇 LARGE
  organ 经济发展办公室 OFFICE -> 农业农村局
  organ 乡村建设办公室 OFFICE -> 农业农村局
  organ 平安建设办公室 OFFICE -> 应急管理局
  organ 农业服务中心 INSTITUTION -> 农业农村局
  leader 张三 副镇长 leads 经济发展办公室
  leader 李四 副镇长 leads 乡村建设办公室
township 西镇 LARGE
  organ 经济发展办公室 OFFICE -> 农业农村局
  organ 乡村建设办公室 OFFICE -> 农业农村局
`

// grouped reads the groups of more than one in a plan, by short names.
func grouped(t *testing.T, p *proposal.Proposer, base *snapshot.County, scope proposal.Scope, edits []change.Edit) (proposal.Grouping, []string) {
	t.Helper()
	meta := base.Meta()
	meta.Revision++
	after, _, err := change.Apply(base, edits, meta)
	if err != nil {
		t.Fatal(err)
	}
	g, err := p.GroupingOf(base, after, scope, proposal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, keys := range g.Groups {
		if len(keys) > 1 {
			out = append(out, strings.ReplaceAll(strings.Join(keys, "+"), "organ/东镇/", ""))
		}
	}
	return g, out
}

// planned is a plan of some edits on a county.
func planned(t *testing.T, base *snapshot.County, edits ...change.Edit) proposal.Planned {
	t.Helper()
	result, _, err := change.Apply(base, edits, base.Meta())
	if err != nil {
		t.Fatal(err)
	}
	return proposal.Planned{Base: base, Edits: edits, Result: result}
}

func TestRegroup(t *testing.T) {
	base, p, scope := countytest.Parse(t, twoTowns), proposal.New(), proposal.Scope{Township: "township/东镇"}
	organ := func(name string) string { return "organ/东镇/" + name }
	economy, rural, safety, farming := organ("经济发展办公室"), organ("乡村建设办公室"), organ("平安建设办公室"), organ("农业服务中心")
	plan := []change.Edit{&change.SetManagement{Organ: farming, Management: gov.ManagementOwn}}
	regroup := func(groups ...[]string) proposal.Regrouped {
		t.Helper()
		r, err := p.Regroup(t.Context(), planned(t, base, plan...), scope, groups)
		if err != nil {
			t.Fatal(err)
		}
		plan = r.Edits
		return r
	}
	says := func(want ...string) proposal.Grouping {
		t.Helper()
		g, got := grouped(t, p, base, scope, plan)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		return g
	}
	regroup([]string{rural, economy})
	if g := says("乡村建设办公室+经济发展办公室"); g.Organs != 3 {
		t.Errorf("%d organs", g.Organs)
	}
	// what rests on a merger that stays, stays; a group that grows is merged anew, and what rested on it is said
	merged := plan[1].(*change.MergeOrgans).New.Key
	plan = append(plan, &change.AddPlate{Organ: merged, Name: "乡村振兴办公室"})
	regroup([]string{economy, rural}, []string{safety, farming})
	says("乡村建设办公室+经济发展办公室", "农业服务中心+平安建设办公室")
	if len(plan) != 5 {
		t.Errorf("%d edits: two mergers, one leader less, and the plate and the management stay", len(plan))
	}
	g, _ := grouped(t, p, base, scope, plan)
	if c := g.Checks[0]; c.Rule != "KINDS_APART" || c.Verdict != proposal.Violated || c.Detail.ZH != "农业服务中心、平安建设办公室在一组。" {
		t.Errorf("first is %+v", c)
	}
	r := regroup([]string{economy, rural, safety})
	says("乡村建设办公室+平安建设办公室+经济发展办公室")
	if len(r.Left) != 1 || !strings.Contains(r.Left[0].ZH, "乡村振兴办公室") {
		t.Errorf("left out: %v", r.Left)
	}
	regroup()
	if says(); len(plan) != 1 {
		t.Errorf("%d edits: the management alone", len(plan))
	}
	if _, err := p.Regroup(t.Context(), planned(t, base), scope, [][]string{{economy, "organ/西镇/经济发展办公室"}}); gov.CodeOf(err) != gov.CodeInvalid {
		t.Errorf("an organ of elsewhere: %v", err)
	}
}

func TestRegroupASizeClass(t *testing.T) {
	base, p, scope := countytest.Parse(t, twoTowns), proposal.New(), proposal.Scope{Class: gov.SizeLarge}
	r, err := p.Regroup(t.Context(), planned(t, base), scope, [][]string{{"organ/东镇/乡村建设办公室", "organ/东镇/经济发展办公室"}})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Edits) != 3 {
		t.Errorf("%d edits, want a merger in each township and one leader less in one", len(r.Edits))
	}
	if _, got := grouped(t, p, base, scope, r.Edits); !cmp.Equal(got, []string{"乡村建设办公室+经济发展办公室"}) {
		t.Error(got)
	}
}
