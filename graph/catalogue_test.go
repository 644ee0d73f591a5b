package graph_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/overlap"
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
	return b.String()
}
