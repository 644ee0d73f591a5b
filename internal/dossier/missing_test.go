package dossier_test

import (
	"bytes"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/dossier"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
)

const small = `county 900001 甲县
department 农业农村局
township 东镇
  organ 经济办 OFFICE posts=ADMINISTRATIVE:3 staff=2 -> 农业农村局
  organ 农业办 OFFICE posts=ADMINISTRATIVE:2 staff=2 -> 农业农村局
  organ 空白办 OFFICE
duty 农业技术推广 SERVICE list=BASIC
  lead 农业办@东镇
duty 招商 SERVICE list=BASIC
  lead 经济办@东镇
`

func kindsOf(lacks []dossier.Lack) []dossier.LackKind {
	var out []dossier.LackKind
	for _, l := range lacks {
		if !slices.Contains(out, l.Kind) {
			out = append(out, l.Kind)
		}
	}
	slices.Sort(out)
	return out
}

func TestWhatIsMissing(t *testing.T) {
	c := countytest.Parse(t, small)
	organ := func(name string) string { return "organ/东镇/" + name }
	both := &change.MergeOrgans{Organs: []string{organ("经济办"), organ("农业办")}, New: &gov.Organ{Name: "经济农业办"}}
	blank := &change.MergeOrgans{Organs: []string{organ("空白办")}, Into: organ("经济办")}
	for name, one := range map[string]struct {
		reason string
		edits  []change.Edit
		want   []dossier.LackKind
	}{
		"nothing":                {"理由", []change.Edit{both}, nil},
		"the reason":             {"", []change.Edit{both}, []dossier.LackKind{dossier.LackReason}},
		"where duties go":        {"理由", []change.Edit{&change.AbolishOrgan{Organ: organ("农业办"), Successors: []string{organ("经济办")}}}, []dossier.LackKind{dossier.LackDuties, dossier.LackPosts}},
		"what was never counted": {"理由", []change.Edit{blank}, []dossier.LackKind{dossier.LackDuties, dossier.LackPosts}},
		"no merger":              {"", []change.Edit{&change.UnassignDuty{Bearer: organ("农业办"), Duty: "duty/农业技术推广"}}, []dossier.LackKind{dossier.LackDuties}},
	} {
		d := dossier.Of(planned(t, c, proposal.Scope{}, one.reason, one.edits...))
		if diff := cmp.Diff(one.want, kindsOf(d.Missing())); diff != "" {
			t.Errorf("%s: %s\n%v", name, diff, d.Missing())
		}
		for _, l := range d.Missing() {
			if l.Text.ZH == "" || l.Text.EN == "" {
				t.Errorf("%s: %v says nothing", name, l)
			}
		}
	}
}

func TestAReasonComesFromTheProposalToo(t *testing.T) {
	in := ofTownship(t)
	in.Scenario.Steps[0].Reason = ""
	if got := dossier.Of(in).Missing(); len(got) > 0 {
		t.Errorf("with a proposal's rationale: %v", got)
	}
	in.Scenario.Origin.Proposals = nil
	got := kindsOf(dossier.Of(in).Missing())
	if diff := cmp.Diff([]dossier.LackKind{dossier.LackReason}, got); diff != "" { // why proposals were left out, the findings say
		t.Errorf("of a plan drawn up by hand: %s", diff)
	}
}

func TestReviewsAndFollowUpAreTold(t *testing.T) {
	in := ofTownship(t)
	passed := true
	in.Scenario.Gates = []scenario.Gate{
		{Kind: gov.GateTownshipOpinion, Township: "township/大金店镇", Passed: &passed, Actor: "李四", Note: "同意合并", Time: now},
		{Kind: gov.GateApproval},
	}
	in.Items = []scenario.Item{{
		Kind: scenario.ItemEdit, Status: scenario.ItemChanged, Text: gov.Textf("合并设置两个办公室", "merge the two"),
		Since: []scenario.Later{{ID: "c9", Revision: 9, Actor: "王五", Date: "2027-01-01"}},
	}}
	text := soundPage(t, page(t, in))
	for _, want := range []string{"同意合并", "待审核", "2026年11月24日", "落实后又有改动", "2027-01-01 王五（第9版）"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
}

func TestProposalsAboutOtherThingsAreNoRivals(t *testing.T) {
	in := ofTownship(t)
	in.Proposals = append(in.Proposals, proposal.Proposal{
		Key: "p3", Kind: proposal.KindDualManagement, Title: gov.Textf("对财政所实行双重管理", "Dual management"), Subjects: []string{"organ/大金店镇/财政所"}, Gain: 9 * gov.One,
	}, proposal.Proposal{
		Key: "p4", Kind: proposal.KindAddPlate, Title: gov.Textf("加挂牌子", "A plate"), Subjects: in.Proposals[0].Subjects, Gain: 8 * gov.One,
	})
	if got := dossier.Of(in).Missing(); len(got) != 1 || got[0].Kind != dossier.LackRejection || got[0].Text.ZH != "未选“加挂牌子”的理由" {
		t.Errorf("to be supplied: %v", got)
	}
	if text := soundPage(t, page(t, in)); !strings.Contains(text, "另案") {
		t.Error("the other matter is not told apart")
	}
}

// TestEveryPlanIsLaidOut holds random plans on random counties to what every dossier promises: it is laid out whatever is
// missing, the same each time, and well-formed.
func TestEveryPlanIsLaidOut(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := countytest.Rapid(rt)
		c := countytest.Random(d)
		edits := countytest.RandomEdits(d, c, d.IntN(6))
		after, _, err := change.Apply(c, edits, snapshot.Meta{Revision: c.Revision() + 1})
		if err != nil {
			rt.Fatal(err)
		}
		in := dossier.Input{
			ID: "s1", Before: c, After: after, Now: now, Language: pick(d, gov.LanguageZH, gov.LanguageEN),
			Scenario: scenario.Scenario{Title: "方案", Base: c.Revision(), Steps: []scenario.Step{{Edits: edits}}, Cursor: 1, State: scenario.Draft},
		}
		var page, again, document bytes.Buffer
		for _, b := range []*bytes.Buffer{&page, &again} {
			if err := dossier.HTML(b, dossier.Of(in)); err != nil {
				rt.Fatal(err)
			}
		}
		if !bytes.Equal(page.Bytes(), again.Bytes()) {
			rt.Fatal("the same plan gives two pages")
		}
		soundPage(rt, page.Bytes())
		sums(rt, dossier.Of(in))
		if err := dossier.DOCX(&document, dossier.Of(in)); err != nil {
			rt.Fatal(err)
		}
		wellFormed(rt, document.Bytes())
	})
}

// sums checks that each table of costs adds up to the last digit.
func sums(t *rapid.T, d dossier.Dossier) {
	for _, b := range d.Parts[4].Blocks {
		table, ok := b.(dossier.Table)
		if !ok || !table.Sum {
			continue
		}
		last := len(table.Rows) - 1
		for _, column := range []int{1, 2, 3, 4} {
			var total float64
			for _, row := range table.Rows[:last] {
				total += number(t, row[column])
			}
			if got := number(t, table.Rows[last][column]); math.Abs(got-total) > 1e-7 {
				t.Fatalf("%s: %v, not %v", table.Head[column], got, total)
			}
		}
	}
}

func number(t *rapid.T, l dossier.Line) float64 {
	n, err := strconv.ParseFloat(l.String(), 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func pick[T any](d countytest.Dice, of ...T) T { return of[d.IntN(len(of))] }

func TestTheSameDossierIsTheSameBytes(t *testing.T) {
	in := ofClass(t)
	if !bytes.Equal(page(t, in), page(t, in)) || !bytes.Equal(document(t, in), document(t, in)) {
		t.Error("the same input gives other bytes")
	}
}
