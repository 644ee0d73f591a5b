package proposal_test

import (
	"testing"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/reform"
)

const alikeTowns = `county 1 县
department 农业局
department 水利局
township 东镇 LARGE
organ 甲办 OFFICE -> 农业局, 水利局
organ 乙办 OFFICE -> 农业局, 水利局
organ 丙办 OFFICE -> 农业局, 水利局
township 西镇 LARGE
organ 甲办 OFFICE -> 农业局, 水利局
organ 乙办 OFFICE -> 农业局, 水利局
organ 丙办 OFFICE`

// TestSharedOfficeKeptApart holds shared offices to what the planner keeps apart, in a township and in a size class.
func TestSharedOfficeKeptApart(t *testing.T) {
	c := countytest.Parse(t, alikeTowns)
	for _, scope := range []proposal.Scope{{Township: c.Townships()[0].Key}, {Class: gov.SizeLarge}} {
		all, err := proposal.New().Propose(t.Context(), c, scope, proposal.Options{
			Constraints: reform.Constraints{CannotLink: [][]string{{"organ/东镇/甲办", "organ/东镇/乙办"}}},
			Kinds:       []proposal.Kind{proposal.KindCoLocate},
		})
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]proposal.Verdict{}
		for _, p := range all {
			if len(p.Checks) != 1 || p.Checks[0].Rule != string(reform.RuleCannotLink) || p.Checks[0].Text.ZH == "" || (p.Checks[0].Verdict == proposal.Violated) != (p.Checks[0].Detail.ZH != "") {
				t.Fatalf("%v: %s: %+v", scope, p.Title, p.Checks)
			}
			got[p.Title.ZH] = p.Checks[0].Verdict
		}
		if got["乙办、甲办合署办公"] != proposal.Violated || scope.Class == "" && got["丙办、甲办合署办公"] != proposal.Satisfied {
			t.Errorf("%v: %v", scope, got)
		}
	}
}
