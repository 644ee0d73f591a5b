package dossier_test

import (
	"bytes"
	"testing"
	"time"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/dossier"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
	"tiaokuai/seed"
)

var now = time.Date(2026, 11, 24, 4, 0, 0, 0, time.UTC)

// head is the seed's county as it is.
func head(t testing.TB) *snapshot.County {
	t.Helper()
	revisions, err := seed.Load()
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := seed.Replay(revisions)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// merge is the source document's own merger in a township.
func merge(township string) *change.MergeOrgans {
	return &change.MergeOrgans{
		Organs: []string{"organ/" + township + "/乡村建设办公室", "organ/" + township + "/村镇规划建设办公室"},
		New:    &gov.Organ{Name: "乡村规划建设办公室"},
	}
}

// planned is the input of a scenario of one step.
func planned(t testing.TB, c *snapshot.County, scope proposal.Scope, reason string, edits ...change.Edit) dossier.Input {
	t.Helper()
	s, err := scenario.New(scenario.Outline{
		Title: "乡村建设办公室与村镇规划建设办公室合并设置", Scope: scope, Base: c.Revision(),
		Steps: []scenario.Step{{Title: "合并设置", Edits: edits, Reason: reason}},
	}, scenario.By{Actor: "张三", Time: now})
	if err != nil {
		t.Fatal(err)
	}
	after, _, err := s.Result(c, "s1")
	if err != nil {
		t.Fatal(err)
	}
	return dossier.Input{ID: "s1", Scenario: s, Before: c, After: after, Language: gov.LanguageZH, Now: now}
}

const why = "两个办公室对口部门相近、职能交叉，合并设置后一类事项由一个机构统筹。"

// ofTownship is the seed's merger in one township.
func ofTownship(t testing.TB) dossier.Input {
	t.Helper()
	in := planned(t, head(t), proposal.Scope{Township: "township/大金店镇"}, why, merge("大金店镇"))
	result := scenario.Compare(in.Before, []scenario.Named{{ID: "s1", County: in.After}}).Columns[0]
	before := overlap.Summarize(in.Before)
	p := proposal.Proposal{
		Key: "p1", Kind: proposal.KindMergeOrgans, Title: gov.Textf("合并设置乡村建设办公室、村镇规划建设办公室", "Merge 乡村建设办公室 and 村镇规划建设办公室"),
		Rationale: gov.Textf("两个机构对口部门相近。", "The two face much the same departments."), Subjects: []string{"organ/大金店镇/乡村建设办公室", "organ/大金店镇/村镇规划建设办公室"},
		Edits: []change.Edit{merge("大金店镇")}, Gain: before.Cost - result.Summary.Cost, Price: gov.One, Units: 1, Before: before, After: result.Summary,
		Resolves: result.Resolves, Introduces: result.Introduces, Lowers: result.Lowers, Raises: result.Raises,
		Checks: []proposal.Check{
			{Rule: "K20", Text: gov.Textf("机构总数不超过限额", "no more organs than the quota"), Source: gov.Textf("机构限额通知", "notice of quotas"), Verdict: proposal.Satisfied},
			{Rule: "P01", Text: gov.Textf("须报编委审批", "needs the commission's approval"), Verdict: proposal.Attention, Detail: gov.Textf("批准文号待补", "number to be supplied")},
		},
		Alternatives: []proposal.Alternative{{
			Kind: proposal.KindCoordinate, Title: gov.Textf("建立乡村建设联席会议", "A joint meeting"), Price: gov.One / 10,
			Reason: gov.Textf("不消除任何问题", "resolves nothing by itself"),
		}},
		Sensitivity: []proposal.Range{{Weight: "integration", Now: gov.One, Low: gov.One / 2, High: 2 * gov.One}},
	}
	q := proposal.Proposal{
		Key: "p2", Kind: proposal.KindCoLocate, Title: gov.Textf("合署办公", "Share an office"), Gain: gov.One, Price: 3 * gov.One / 4, Subjects: p.Subjects,
	}
	in.Scenario.Origin.Proposals, in.Proposals = []string{"p1"}, []proposal.Proposal{p, q}
	return in
}

// ofClass is the seed's merger in every township of medium size.
func ofClass(t testing.TB) dossier.Input {
	t.Helper()
	c := head(t)
	var edits []change.Edit
	for _, one := range c.Townships() {
		if one.Size == gov.SizeMedium {
			edits = append(edits, merge(one.Name))
		}
	}
	return planned(t, c, proposal.Scope{Class: gov.SizeMedium}, why, edits...)
}

func page(t testing.TB, in dossier.Input) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := dossier.HTML(&b, dossier.Of(in)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestGoldenPages(t *testing.T) {
	english := ofTownship(t)
	english.Language = gov.LanguageEN
	for name, in := range map[string]dossier.Input{"township.html": ofTownship(t), "class.html": ofClass(t), "township.en.html": english} {
		countytest.Golden(t, "testdata/"+name, page(t, in))
	}
}
