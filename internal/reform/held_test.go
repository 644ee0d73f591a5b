package reform_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/reform"
)

func TestHoldNamesTheGroupsThatBreakARule(t *testing.T) {
	c := countytest.Parse(t, `
county 900001 甲县
township 东镇
  organ 党建办公室 OFFICE
  organ 经济办公室 OFFICE
  organ 农业中心 INSTITUTION
  organ 执法大队 INSTITUTION mandatory
`)
	party, economy, farming, squad := "organ/东镇/党建办公室", "organ/东镇/经济办公室", "organ/东镇/农业中心", "organ/东镇/执法大队"
	p := reform.OfTownship(c.Townships()[0], reform.WeightsOf(c), reform.Constraints{MaxOrgans: 2, LargestGroup: 2, CannotLink: [][]string{{party, farming}}, MustLink: [][]string{{economy, squad}}})
	held, err := p.Hold([][]string{{party, farming}, {economy}, {squad}})
	if err != nil {
		t.Fatal(err)
	}
	got := map[reform.RuleKind][][]string{}
	for _, h := range held {
		if !h.Kept {
			got[h.Rule.Kind] = h.Breaking
		}
	}
	want := map[reform.RuleKind][][]string{
		reform.RuleMaxOrgans: nil, reform.RuleKindsApart: {{party, farming}}, reform.RuleCannotLink: {{party, farming}}, reform.RuleMustLink: {{economy}, {squad}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
