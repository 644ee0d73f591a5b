package proposal_test

import (
	"slices"
	"strings"
	"testing"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/reform"
)

func contains(text, part string) bool { return strings.Contains(text, part) }

// TestPresets are documented, of trust A or B, and told apart by region and year.
func TestPresets(t *testing.T) {
	seen := map[string]proposal.Preset{}
	for _, p := range proposal.Presets() {
		if _, twice := seen[p.ID]; twice {
			t.Errorf("%s stands twice", p.ID)
		}
		seen[p.ID] = p
		if p.Trust != "A" && p.Trust != "B" {
			t.Errorf("%s is of trust %s", p.ID, p.Trust)
		}
		if p.Text.ZH == "" || p.Text.EN == "" || p.Name.EN == "" || p.Region.ZH == "" || p.Source.Quote == "" || p.Source.Title+p.Source.Address == "" {
			t.Errorf("%s is not documented", p.ID)
		}
	}
	if a, b := seen["K20"], seen["K21"]; a.Region == b.Region || a.Year == b.Year {
		t.Error("K20 and K21 are not told apart")
	}
	for _, id := range []string{"K08", "K23", "K26", "K27", "U01"} {
		if _, ok := seen[id]; ok {
			t.Errorf("%s is shown as a fact", id)
		}
	}
}

const mustExist = `county 1 县
department 民政局
department 人社局
township 镇 MEDIUM TOWN
organ 便民服务中心 INSTITUTION -> 民政局, 人社局
organ 社会事务服务中心 INSTITUTION -> 民政局, 人社局`

func withPresets(t *testing.T, text string, o proposal.Options) []proposal.Proposal {
	t.Helper()
	all, err := proposal.New().Propose(t.Context(), countytest.Parse(t, text), proposal.Scope{Township: "township/镇"}, o)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func verdict(p proposal.Proposal, rule string) proposal.Verdict {
	i := slices.IndexFunc(p.Checks, func(c proposal.Check) bool { return c.Rule == rule })
	if i < 0 {
		return ""
	}
	return p.Checks[i].Verdict
}

func of(all []proposal.Proposal, kind proposal.Kind) proposal.Proposal {
	i := slices.IndexFunc(all, func(p proposal.Proposal) bool { return p.Kind == kind })
	if i < 0 {
		return proposal.Proposal{}
	}
	return all[i]
}

// TestMustExist asks for a plate where an organ that has to be is not there, and is content with it.
func TestMustExist(t *testing.T) {
	all := withPresets(t, mustExist, proposal.Options{Presets: []string{"K01"}})
	if v := verdict(of(all, proposal.KindMergeOrgans), "K01"); v != proposal.Violated {
		t.Errorf("the merger: %q", v)
	}
	plate := of(all, proposal.KindAddPlate)
	if plate.Title.ZH != "在便民服务中心加挂退役军人服务站牌子" || verdict(plate, "K01") != proposal.Satisfied {
		t.Errorf("%s: %q", plate.Title, verdict(plate, "K01"))
	}
	there := strings.Replace(mustExist, "社会事务服务中心", "退役军人服务站", 1)
	merger := of(withPresets(t, there, proposal.Options{Presets: []string{"K01"}}), proposal.KindMergeOrgans)
	if v := verdict(merger, "K01"); v != proposal.Satisfied {
		t.Errorf("merged with its name on a plate: %q", v)
	}
}

// TestProcedures always follow a merger.
func TestProcedures(t *testing.T) {
	merger := of(withPresets(t, mustExist, proposal.Options{}), proposal.KindMergeOrgans)
	for rule, want := range map[string]proposal.Verdict{"K09": proposal.Satisfied, "K10": proposal.Attention, "K11": proposal.Attention} {
		if v := verdict(merger, rule); v != want {
			t.Errorf("%s: %q", rule, v)
		}
	}
}

// TestContradictingPresets are each held to by themselves.
func TestContradictingPresets(t *testing.T) {
	text := `county 1 县
department 甲局
department 乙局
township 镇 MEDIUM TOWN
organ 综合行政执法办公室 OFFICE -> 甲局, 乙局
organ 人大办公室 OFFICE -> 甲局, 乙局
organ 丙办公室 OFFICE -> 甲局, 乙局`
	if v := verdict(of(withPresets(t, text, proposal.Options{Presets: []string{"K21"}}), proposal.KindMergeOrgans), "K21"); v != proposal.Violated {
		t.Errorf("K21: %q", v)
	}
	for _, p := range withPresets(t, text, proposal.Options{Presets: []string{"K07"}, Kinds: []proposal.Kind{proposal.KindMergeOrgans}}) {
		if contains(p.Title.ZH, "人大办公室") {
			t.Errorf("K07: %s", p.Title)
		}
	}
	if v := verdict(of(withPresets(t, text, proposal.Options{Presets: []string{"K24"}}), proposal.KindMergeOrgans), "K24"); v != proposal.Satisfied {
		t.Errorf("K24: %q", v)
	}
}

// TestConflictingConstraints say which rules they are.
func TestConflictingConstraints(t *testing.T) {
	_, err := proposal.New().FrontierOf(t.Context(), countytest.Parse(t, mustExist), proposal.Scope{Township: "township/镇"}, proposal.Options{
		Constraints: reform.Constraints{MaxOrgans: 1, CannotLink: [][]string{{"organ/镇/便民服务中心", "organ/镇/社会事务服务中心"}}},
	})
	if gov.CodeOf(err) == gov.CodeInternal || err == nil {
		t.Error(err)
	}
}
