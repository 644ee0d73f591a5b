package seed_test

import (
	"slices"
	"strings"
	"testing"

	"tiaokuai/internal/gov"
	"tiaokuai/seed"
)

const title = "《关于深化基层治理体制机制创新的调研与思考》"

func TestEveryQuotationIsVerbatim(t *testing.T) {
	quoted := 0
	for _, s := range load(t).county.Sources() {
		if s.Document != title {
			continue
		}
		quoted++
		if s.Quote == "" || s.Article == "" || !strings.Contains(seed.Document(), s.Quote) {
			t.Errorf("%s does not quote the report: %q", s.Key, s.Quote)
		}
		if strings.Count(seed.Document(), s.Quote) != 1 {
			t.Errorf("%s: the report says %q more than once", s.Key, s.Quote)
		}
	}
	if quoted < 70 {
		t.Errorf("only %d sentences of the report are quoted", quoted)
	}
}

func TestOnlyTrustedMaterialIsCited(t *testing.T) {
	for _, s := range load(t).county.Sources() {
		report := s.Document == title
		if report != (s.Basis == gov.BasisDocument) {
			t.Errorf("%s is %s", s.Key, s.Basis)
		}
		if !report && s.Trust != "A" && s.Trust != "B" {
			t.Errorf("%s has trust %q", s.Key, s.Trust)
		}
	}
}

// TestEveryFactSaysWhereItComesFrom holds every revision to: a basis on every node and edge, and on what is DOCUMENT a
// sentence of the report and nothing else.
func TestEveryFactSaysWhereItComesFrom(t *testing.T) {
	for revision := range load(t).revisions {
		c := at(t, revision+1)
		report := map[string]bool{}
		for _, s := range c.Sources() {
			report[s.Key] = s.Document == title
		}
		g := c.Graph()
		for _, n := range g.Nodes {
			if n.NodeKind() != gov.NodeSource {
				checkOrigin(t, n.NodeKey(), n.Origin(), report)
			}
		}
		for _, e := range g.Edges {
			checkOrigin(t, gov.EdgeKey(e), e.Origin(), report)
		}
	}
}

func checkOrigin(t *testing.T, key string, p gov.Provenance, report map[string]bool) {
	t.Helper()
	checkSources(t, key, p.Basis, p.Sources, report)
	for _, a := range p.Attributes {
		sources := a.Sources
		if len(sources) == 0 && a.Basis != gov.BasisIllustrative {
			sources = p.Sources // it follows from what the whole rests on
		}
		checkSources(t, key+" "+a.Attribute, a.Basis, sources, report)
	}
}

func checkSources(t *testing.T, what string, basis gov.Basis, sources []string, report map[string]bool) {
	t.Helper()
	switch basis {
	case gov.BasisDocument:
		if len(sources) == 0 || slices.ContainsFunc(sources, func(s string) bool { return !report[s] }) {
			t.Errorf("%s is DOCUMENT by %q, which are not all sentences of the report", what, sources)
		}
	case gov.BasisInferred:
		if len(sources) == 0 {
			t.Errorf("%s is INFERRED from nothing", what)
		}
	case gov.BasisIllustrative:
		if slices.ContainsFunc(sources, func(s string) bool { return report[s] }) {
			t.Errorf("%s is ILLUSTRATIVE, yet cites the report", what)
		}
	default:
		t.Errorf("%s has no basis", what)
	}
}
