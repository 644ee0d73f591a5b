package proposal_test

import (
	"testing"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
	"tiaokuai/seed"
)

// head is the seed's head, whole.
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

// documented is the seed's head as its DOCUMENT nodes and edges alone tell it.
func documented(t testing.TB) *snapshot.County {
	t.Helper()
	return head(t).Filter([]gov.Basis{gov.BasisDocument}, "bDOCUMENT")
}

func firstMerger(t *testing.T, c *snapshot.County, scope proposal.Scope) proposal.Proposal {
	t.Helper()
	all, err := proposal.New().Propose(t.Context(), c, scope, proposal.Options{Kinds: []proposal.Kind{proposal.KindMergeOrgans}})
	if err != nil || len(all) == 0 {
		t.Fatalf("%v: %d mergers, %v", scope, len(all), err)
	}
	return all[0]
}

func TestGoldenMerger(t *testing.T) {
	for _, c := range []*snapshot.County{documented(t), head(t)} {
		for _, township := range c.Townships() {
			p := firstMerger(t, c, proposal.Scope{Township: township.Key})
			t.Log(p.Title, p.Gain, p.Price, p.Units)
		}
		for _, size := range []gov.Size{gov.SizeLarge, gov.SizeMedium} {
			p := firstMerger(t, c, proposal.Scope{Class: size})
			t.Log(p.Title, p.Gain, p.Price, p.Units)
		}
	}
}
