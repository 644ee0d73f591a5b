package proposal_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
)

// rungCase is a county with the proposal that is expected first of its kind.
type rungCase struct {
	name    string
	kind    proposal.Kind
	county  string
	title   string
	gain    gov.Micro
	request bool
	edits   []string
}

// rungCases are one county for each rung, with the title of the proposal of that kind that is expected first.
var rungCases = []rungCase{
	{
		"coordinate", proposal.KindCoordinate,
		`county 1 县
department 农业局
township 镇
organ 甲办 OFFICE -> 农业局
organ 乙办 OFFICE -> 农业局`,
		"就农业局工作建立协调机制", 0, false,
		[]string{"createMeasure"},
	},
	{
		"one lead of two: who answers to the duty's department", proposal.KindClarifyLead,
		`county 1 县
department 农业局 leads 秸秆禁烧
department 财政局
township 镇
organ 甲办 OFFICE leads 秸秆禁烧
organ 乙办 OFFICE -> 农业局 leads 秸秆禁烧
duty 秸秆禁烧 MANAGEMENT list=BASIC`,
		"明确“秸秆禁烧”由乙办牵头", gov.One, false,
		[]string{"assignDuty"},
	},
	{
		"a lead for what nobody leads: who leads most of its domain", proposal.KindClarifyLead,
		`county 1 县
township 镇 assignments-complete
organ 甲办 OFFICE
organ 乙办 OFFICE leads 防汛, 防火
duty 防汛 MANAGEMENT list=BASIC domain=应急
duty 防火 MANAGEMENT list=BASIC domain=应急
duty 抗旱 MANAGEMENT list=BASIC domain=应急`,
		"明确“抗旱”由乙办牵头", gov.One, false,
		[]string{"assignDuty"},
	},
	{
		"one lead among departments", proposal.KindClarifyLead,
		`county 1 县
department 林业局 leads 防火
department 应急局 leads 防火
township 镇
duty 防火 MANAGEMENT
list SUPPORTING
authority COUNTY department=应急局`,
		"明确“防火”由应急局牵头", gov.One, false,
		[]string{"assignDuty"},
	},
	{
		"leaders", proposal.KindReassignLeaders,
		`county 1 县
department 农业局
township 镇
organ 甲办 OFFICE -> 农业局
organ 乙办 OFFICE -> 农业局
leader 甲 副镇长 leads 甲办
leader 乙 副镇长 leads 乙办`,
		"调整班子分工，变动1项", gov.One, false,
		[]string{"unassignLeader", "assignLeader"},
	},
	{
		"sections by names", proposal.KindRefineCounterparts,
		`county 1 县
department 农业局 sections=畜牧科,种植科
township 镇
organ 畜牧站 INSTITUTION -> 农业局
organ 种植中心 INSTITUTION -> 农业局`,
		"将对口农业局细化到科室", gov.One, false,
		[]string{"refineCounterpart", "refineCounterpart"},
	},
	{
		"sections by what others do", proposal.KindRefineCounterparts,
		`county 1 县
department 农业局 sections=一科,二科
township 镇
organ 甲办 OFFICE -> 农业局
organ 乙办 OFFICE -> 农业局
township 乡
organ 甲办 OFFICE -> 农业局[一科]`,
		"将对口农业局细化到科室", gov.One / 2, false,
		[]string{"refineCounterpart"},
	},
	{
		"no sections", proposal.KindRefineCounterparts,
		`county 1 县
department 农业局
township 镇
organ 甲办 OFFICE -> 农业局
organ 乙办 OFFICE -> 农业局`,
		"请农业局提出对口科室方案", 0, true, nil,
	},
	{
		"duties of a department", proposal.KindTransferDuty,
		`county 1 县
department 农业局 leads 种植, 畜牧, 农机
township 镇
organ 甲办 OFFICE -> 农业局 leads 种植, 畜牧
organ 乙办 OFFICE -> 农业局 leads 农机
duty 种植 MANAGEMENT
duty 畜牧 MANAGEMENT
duty 农机 MANAGEMENT`,
		"将乙办对口农业局的职责划转甲办", gov.One, false,
		[]string{"moveDuty", "removeCounterpart"},
	},
	{
		"duties of a domain", proposal.KindTransferDuty,
		`county 1 县
township 镇
organ 甲办 OFFICE leads 防汛, 防火
organ 乙办 OFFICE leads 抗旱
leader 甲 副镇长 leads 甲办
leader 乙 副镇长 leads 乙办
duty 防汛 MANAGEMENT domain=应急
duty 防火 MANAGEMENT domain=应急
duty 抗旱 MANAGEMENT domain=应急`,
		"将应急领域职责集中到甲办", gov.One, false,
		[]string{"moveDuty"},
	},
	{
		"what was recalled goes back", proposal.KindReturnDuty,
		`county 1 县
department 民政局
township 镇
organ 甲办 OFFICE supports 台账
duty 台账 MANAGEMENT
list WITHDRAWN
support 民政局`,
		"将“台账”收回民政局", gov.One / 2, false,
		[]string{"unassignDuty", "assignDuty"},
	},
	{
		"punishing goes back, patrolling stays", proposal.KindReturnDuty,
		`county 1 县
department 城管局 leads 违建:PUNISH
township 镇
organ 甲办 OFFICE leads 违建:PATROL+PUNISH
duty 违建 ENFORCEMENT list=BASIC
authority COUNTY department=城管局`,
		"将“违建”收回城管局", 2 * gov.One, false,
		[]string{"assignDuty"},
	},
	{
		"punishing comes down by delegation", proposal.KindAdmitDuty,
		`county 1 县
department 城管局 leads 违建:PUNISH
township 镇
organ 甲办 OFFICE leads 违建:PATROL+PUNISH
duty 违建 ENFORCEMENT list=BASIC
authority COUNTY department=城管局`,
		"将“违建”依程序准入并赋权乡镇", 2 * gov.One, false,
		[]string{"delegateAuthority"},
	},
	{
		"off list, through admission", proposal.KindAdmitDuty,
		`county 1 县
township 镇
organ 甲办 OFFICE leads 报表
duty 报表 MANAGEMENT
duty 防汛 MANAGEMENT list=BASIC`,
		"将“报表”依程序准入并赋权乡镇", gov.One / 2, false,
		[]string{"updateDuty"},
	},
	{
		"dual management", proposal.KindDualManagement,
		`county 1 县
township 镇
organ 所 DISPATCHED TERRITORIAL powers=AFFILIATION:TOWNSHIP,PERSONNEL:COUNTY
organ 站 DISPATCHED COUNTY_DIRECT
organ 派出所 DISPATCHED VERTICAL`,
		"对所、派出所、站实行双重管理（县属乡管乡用）", 3 * gov.One, false,
		[]string{"setManagement", "setPowers", "setManagement"},
	},
	{
		"a plate between kinds", proposal.KindAddPlate,
		`county 1 县
department 农业局
department 林业局
township 镇
organ 甲办 OFFICE -> 农业局, 林业局
organ 乙中心 INSTITUTION -> 农业局, 林业局`,
		"在甲办加挂乙中心牌子", 0, false,
		[]string{"addPlate"},
	},
	{
		"a shared office", proposal.KindCoLocate,
		`county 1 县
department 农业局
department 林业局
township 镇
organ 甲办 OFFICE order=1 -> 农业局, 林业局
organ 乙中心 INSTITUTION order=2 -> 农业局, 林业局`,
		"甲办、乙中心合署办公", 0, false,
		[]string{"shareOffice"},
	},
	{
		"a merger with one leader left", proposal.KindMergeOrgans,
		`county 1 县
department 农业局
department 林业局
township 镇
organ 甲办公室 OFFICE order=1 -> 农业局, 林业局
organ 乙办公室 OFFICE order=2 -> 农业局, 林业局
leader 甲 副镇长 leads 甲办公室
leader 乙 副镇长 leads 乙办公室`,
		"合并设置甲办公室、乙办公室为甲和乙办公室", 4 * gov.One, false,
		[]string{"mergeOrgans", "unassignLeader"},
	},
}

func TestRungs(t *testing.T) {
	for _, one := range rungCases {
		t.Run(one.name, func(t *testing.T) {
			c := countytest.Parse(t, one.county)
			found := propose(t, c, proposal.Scope{}, one.kind)
			if len(found) == 0 {
				t.Fatal("nothing is proposed")
			}
			p := found[0]
			if p.Title.ZH != one.title || p.Gain != one.gain || (p.Request.ZH != "") != one.request {
				t.Errorf("%s gains %s, asks %q", p.Title, p.Gain, p.Request.ZH)
			}
			var kinds []string
			for _, e := range p.Edits {
				kinds = append(kinds, change.KindOf(e))
			}
			if diff := cmp.Diff(one.edits, kinds); diff != "" {
				t.Errorf("edits (-want +got):\n%s", diff)
			}
			holds(t, c, p)
		})
	}
}

// TestLadder is complete and in order, with a price, a reason and a text for each rung.
func TestLadder(t *testing.T) {
	var kinds []proposal.Kind
	for _, r := range proposal.Rungs() {
		kinds = append(kinds, r.Kind)
		if r.Price <= 0 || r.Name.ZH == "" || r.Definition.EN == "" || r.PriceReason.ZH == "" || r.Unit.EN == "" {
			t.Errorf("%s is not documented", r.Kind)
		}
		if !slices.ContainsFunc(rungCases, func(c rungCase) bool { return c.kind == r.Kind }) {
			t.Errorf("%s has no case", r.Kind)
		}
	}
	want := []proposal.Kind{
		proposal.KindCoordinate, proposal.KindClarifyLead, proposal.KindReassignLeaders, proposal.KindRefineCounterparts, proposal.KindTransferDuty,
		proposal.KindReturnDuty, proposal.KindAdmitDuty, proposal.KindDualManagement, proposal.KindAddPlate, proposal.KindCoLocate, proposal.KindMergeOrgans,
	}
	if diff := cmp.Diff(want, kinds); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestWhichWayFirst is decided by the three tests, then by preset, then by the year.
func TestWhichWayFirst(t *testing.T) {
	for _, one := range []struct {
		tests   string
		day     gov.Date
		presets []string
		first   proposal.Kind
	}{
		{"", "2022-06-01", nil, proposal.KindAdmitDuty},
		{"", "2024-06-01", nil, proposal.KindReturnDuty},
		{"", "2024-06-01", []string{"DEVOLVE-2022"}, proposal.KindAdmitDuty},
		{"", "2022-06-01", []string{"RETURN-2024"}, proposal.KindReturnDuty},
		{" simple perishable single", "2024-06-01", []string{"RETURN-2024"}, proposal.KindAdmitDuty},
	} {
		c := countytest.Parse(t, `county 1 县
department 城管局 leads 违建:PUNISH
township 镇
organ 甲办 OFFICE leads 违建:PATROL+PUNISH
duty 违建 ENFORCEMENT list=BASIC`+one.tests+`
authority COUNTY department=城管局`)
		meta := c.Meta()
		meta.Effective = one.day
		all, err := proposal.New().Propose(t.Context(), c.With(meta), proposal.Scope{}, proposal.Options{
			Presets: one.presets, Kinds: []proposal.Kind{proposal.KindReturnDuty, proposal.KindAdmitDuty},
		})
		if err != nil || len(all) != 2 || all[0].Kind != one.first {
			t.Errorf("%+v: %v, %d proposals, %v first", one, err, len(all), all)
		}
	}
}

// TestMergerSaysWhatIsLost tells posts, a lost eligibility, the runner-up, and what would be cheaper.
func TestMergerSaysWhatIsLost(t *testing.T) {
	c := countytest.Parse(t, `county 1 县
department 农业局
department 林业局
department 水利局
township 镇
organ 甲办公室 OFFICE order=1 eligibility=副科级 posts=ADMINISTRATIVE:3 leading=1 -> 农业局, 林业局
organ 乙办公室 OFFICE order=2 posts=ADMINISTRATIVE:2 leading=1 -> 农业局, 林业局
organ 丙办公室 OFFICE order=3 -> 农业局, 水利局`)
	p := propose(t, c, proposal.Scope{}, proposal.KindMergeOrgans)[0]
	var notes string
	for _, n := range p.Notes {
		notes += n.ZH
	}
	for _, want := range []string{"编制共5名、领导职数2名", "副科级", "属推断"} {
		if !contains(notes, want) {
			t.Errorf("%q is not said: %s", want, notes)
		}
	}
	last := p.Alternatives[len(p.Alternatives)-1]
	if last.Kind != proposal.KindMergeOrgans || last.Reason.ZH == "" {
		t.Errorf("the runner-up is %+v", last)
	}
	for _, kind := range []proposal.Kind{proposal.KindCoordinate, proposal.KindRefineCounterparts, proposal.KindCoLocate} {
		if !slices.ContainsFunc(p.Alternatives, func(a proposal.Alternative) bool { return a.Kind == kind }) {
			t.Errorf("%s is not beside it", kind)
		}
	}
	after := applied(t, c, p.Edits)
	merged, _ := snapshot.Lookup[snapshot.Organ](after, "organ/镇/甲和乙办公室")
	if merged.Organ == nil || merged.LeadingPosts != 2 || len(merged.Plates) != 2 {
		t.Errorf("%+v", merged.Organ)
	}
	if overlap.Of(after).Total >= overlap.Of(c).Total {
		t.Error("it saves nothing")
	}
}
