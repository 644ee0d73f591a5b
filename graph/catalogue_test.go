package graph_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/proposal"
)

// TestCatalogue holds docs/catalogue.md to the program's own documentation; -update writes it anew.
func TestCatalogue(t *testing.T) {
	const file = "../docs/catalogue.md"
	got := catalogueText()
	if countytest.Update() {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("docs/catalogue.md (-is +should be); go test ./graph -run TestCatalogue -update writes it anew\n%s", diff)
	}
}

func catalogueText() string {
	var b strings.Builder
	b.WriteString("# 目录 Catalogue\n\n本页由程序生成，与 GraphQL 的 `catalogue` 相同。Generated; the same as `catalogue` in GraphQL.\n\n## 重叠 Overlaps\n")
	for _, r := range overlap.Cookbook() {
		d := r.Detector
		fmt.Fprintf(&b, "\n### %s %s `%s`\n\n%s 权重 %s，类别 `%s`。\n\n- 算式：%s\n- 必要部分：%s\n- 依据：%s\n\n%s Weight %s, class `%s`.\n\n- Formula: %s\n- Necessary: %s\n- Source: %s\n\n```cypher\n%s\n```\n",
			d.Name.ZH, d.Name.EN, d.Kind, d.Definition.ZH, d.Weight, d.Class, d.Formula.ZH, d.Necessary.ZH, d.Source.ZH,
			d.Definition.EN, d.Weight, d.Class, d.Formula.EN, d.Necessary.EN, d.Source.EN, strings.TrimSpace(r.Query))
	}
	b.WriteString("\n## 变更 Edits\n\n| 变更 edit | 名称 | 说明 | what it does |\n| --- | --- | --- | --- |\n")
	for _, e := range change.Catalogue() {
		fmt.Fprintf(&b, "| `%s` | %s %s | %s | %s |\n", e.Name, e.Title.ZH, e.Title.EN, e.Text.ZH, e.Text.EN)
	}
	writeLadder(&b)
	writePresets(&b)
	return b.String()
}

func writeLadder(b *strings.Builder) {
	b.WriteString("\n## 优化建议 Proposals\n\n由轻到重。Cheapest rung first.\n")
	for _, r := range proposal.Rungs() {
		fmt.Fprintf(b, "\n### %s %s `%s`\n\n%s 每单位（%s）默认价格 %s：%s\n\n%s Default price per unit (%s) %s: %s\n",
			r.Name.ZH, r.Name.EN, r.Kind, r.Definition.ZH, r.Unit.ZH, r.Price, r.PriceReason.ZH, r.Definition.EN, r.Unit.EN, r.Price, r.PriceReason.EN)
	}
}

func writePresets(b *strings.Builder) {
	b.WriteString("\n## 规则预设 Constraint presets\n\n相互矛盾的规则并列，适用哪一条由编制人员决定；标“总是”的，每项建议都对照检查。" +
		"Rules that contradict each other stand side by side: which holds is for the planner to say; every proposal is held to those marked *always*.\n\n" +
		"| 编号 id | 规则 | rule | 地区、年份 where and when | 状态 status | 来源 source |\n| --- | --- | --- | --- | --- | --- |\n")
	for _, p := range proposal.Presets() {
		when, always := "", ""
		if p.Year > 0 {
			when = fmt.Sprint(" ", p.Year)
		}
		if p.Always {
			always = "，总是 *always*"
		}
		fmt.Fprintf(b, "| %s | **%s** %s | **%s** %s | %s %s%s | %s%s | %s |\n",
			p.ID, p.Name.ZH, cell(p.Text.ZH), p.Name.EN, cell(p.Text.EN), p.Region.ZH, p.Region.EN, when, p.Status, always, sourceText(p))
	}
}

func sourceText(p proposal.Preset) string {
	parts := slices.DeleteFunc([]string{p.Source.Title, p.Source.Address, "“" + p.Source.Quote + "”", p.Source.Note}, func(s string) bool { return s == "" })
	return cell(strings.Join(parts, "；")) + "（可信度 trust " + p.Trust + "）"
}

// cell is text in one cell of a table.
func cell(text string) string { return strings.NewReplacer("|", "\\|", "\n", " ").Replace(text) }

// documented is what the catalogue says of proposals in one language.
type documented struct {
	ProposalKinds []struct {
		Kind                                proposal.Kind
		Price                               float64
		Name, Definition, Unit, PriceReason string
	}
	ConstraintPresets []struct {
		ID, Type, Name, Text, Region, Status string
		Year                                 int
		Always                               bool
		Source                               struct{ Title, Address, Quote, Note, Trust string }
	}
}

// TestProposalsDocumented: every kind of proposal that the schema has, and every preset, is in the catalogue, in both
// languages, with what it rests on.
func TestProposalsDocumented(t *testing.T) {
	e := newEditing(t)
	var kinds []struct{ Name proposal.Kind }
	e.ask(t, `{ __type(name: "ProposalKind") { enumValues { name } } }`, "__type.enumValues", &kinds)
	in := map[string]documented{}
	for _, language := range []string{"ZH", "EN"} {
		var d documented
		e.ask(t, fmt.Sprintf(`{ catalogue {
  proposalKinds { kind price name(language: %[1]s) definition(language: %[1]s) unit(language: %[1]s) priceReason(language: %[1]s) }
  constraintPresets { id type name(language: %[1]s) text(language: %[1]s) region(language: %[1]s) year status always source { title address quote note trust } }
} }`, language), "catalogue", &d)
		in[language] = d
	}
	zh, en := in["ZH"], in["EN"]
	if len(zh.ProposalKinds) != len(kinds) || len(en.ProposalKinds) != len(kinds) {
		t.Fatalf("%d kinds of proposal documented, the schema has %d", len(zh.ProposalKinds), len(kinds))
	}
	for i, z := range zh.ProposalKinds {
		n := en.ProposalKinds[i]
		if z.Kind != kinds[i].Name || z.Price < 0 || z.Price != n.Price {
			t.Errorf("%d is %s at %v, want %s", i, z.Kind, z.Price, kinds[i].Name)
		}
		for _, one := range [][2]string{{z.Name, n.Name}, {z.Definition, n.Definition}, {z.Unit, n.Unit}, {z.PriceReason, n.PriceReason}} {
			checkLanguages(t, string(z.Kind), one)
		}
	}
	presets := proposal.Presets()
	if len(zh.ConstraintPresets) != len(presets) || len(presets) == 0 {
		t.Fatalf("%d presets, want %d", len(zh.ConstraintPresets), len(presets))
	}
	for i, z := range zh.ConstraintPresets {
		n, want := en.ConstraintPresets[i], presets[i]
		if z.ID != want.ID || z.Type != want.Type || z.Year != want.Year || z.Status != want.Status || z.Always != want.Always || z.Status == "" {
			t.Errorf("%d is %+v, want %s", i, z, want.ID)
		}
		for _, one := range [][2]string{{z.Name, n.Name}, {z.Text, n.Text}, {z.Region, n.Region}} {
			checkLanguages(t, z.ID, one)
		}
		if s := z.Source; s.Quote == "" || s.Title+s.Address == "" || s.Trust != "A" && s.Trust != "B" {
			t.Errorf("%s: %+v names no source", z.ID, s)
		}
	}
}

// checkLanguages wants a text in Chinese, and another in English.
func checkLanguages(t *testing.T, what string, text [2]string) {
	t.Helper()
	han := func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	}
	if !han(text[0]) || text[1] == "" || text[0] == text[1] {
		t.Errorf("%s: %q, %q", what, text[0], text[1])
	}
}
