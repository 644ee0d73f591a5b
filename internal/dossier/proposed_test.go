package dossier_test

import (
	"strings"
	"testing"

	"tiaokuai/internal/dossier"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/scenario"
)

// TestAPlanMadeOfRealProposals takes up the merger that the source document itself recommends, as the ladder proposes it,
// beside everything else that the ladder proposes for the township.
func TestAPlanMadeOfRealProposals(t *testing.T) {
	c := head(t)
	scope := proposal.Scope{Township: "township/大金店镇"}
	all, err := proposal.New().Propose(t.Context(), c, scope, proposal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var taken *proposal.Proposal
	for i, p := range all {
		if p.Kind == proposal.KindMergeOrgans && len(p.Edits) > 0 && taken == nil {
			taken = &all[i]
		}
	}
	if taken == nil {
		t.Fatalf("no merger among %d proposals", len(all))
	}
	s, err := scenario.New(scenario.Outline{
		Title: taken.Title.ZH, Scope: scope, Base: c.Revision(), Steps: []scenario.Step{{Title: taken.Title.ZH, Edits: taken.Edits}},
		Origin: scenario.Origin{Proposals: []string{taken.Key}},
	}, scenario.By{Actor: "张三", Time: now})
	if err != nil {
		t.Fatal(err)
	}
	after, _, err := s.Result(c, "s1")
	if err != nil {
		t.Fatal(err)
	}
	in := dossier.Input{ID: "s1", Scenario: s, Before: c, After: after, Proposals: all, Language: gov.LanguageZH, Now: now}
	for _, l := range dossier.Of(in).Missing() {
		if l.Kind != dossier.LackRejection { // which rivals the ladder has is its own affair
			t.Errorf("the proposal leaves something to be supplied: %v", l.Text)
		}
	}
	text := soundPage(t, page(t, in))
	for _, p := range all {
		if !strings.Contains(text, p.Title.ZH) {
			t.Errorf("%q is not among the options", p.Title.ZH)
		}
	}
	for _, k := range taken.Checks {
		if !strings.Contains(text, k.Text.ZH) || !strings.Contains(text, k.Source.ZH) {
			t.Errorf("rule %s is not told with its source", k.Rule)
		}
	}
	for _, want := range []string{taken.Rationale.ZH, "拟选"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
	wellFormed(t, document(t, in))
}
