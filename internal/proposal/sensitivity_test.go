package proposal_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/reform"
	"tiaokuai/internal/snapshot"
)

// TestRangesHold takes counties without leaders, and the weights to values within and beyond the ranges that the first
// merger tells: it is the first within, and not beyond.
func TestRangesHold(t *testing.T) {
	finite := 0
	rapid.Check(t, func(r *rapid.T) {
		text := facingAtRandom(r)
		now := gov.Micro(rapid.IntRange(1, 8).Draw(r, "weight")) * gov.One / 4
		first, ok := firstAt(t, text, now, gov.One)
		if !ok {
			return
		}
		for _, one := range first.Sensitivity {
			at := func(v gov.Micro) bool {
				var p proposal.Proposal
				var ok bool
				switch one.Weight {
				case "interfaces":
					p, ok = firstAt(t, text, v, gov.One)
				case "integration":
					p, ok = firstAt(t, text, now, v)
				default:
					return true
				}
				return ok && p.Key == first.Key
			}
			step := gov.One / 500
			within := []gov.Micro{one.Low, one.Now, (one.Low + one.Now) / 2}
			if one.High >= 0 {
				within = append(within, one.High)
			}
			for _, v := range within {
				if !at(v) {
					r.Fatalf("%s at %s of %s to %s: %s is not the first\n%s", one.Weight, v, one.Low, one.High, first.Title, text)
				}
			}
			if one.Weight != "interfaces" && one.Weight != "integration" {
				continue
			}
			if one.Low > step && at(one.Low-step) || one.High >= 0 && at(one.High+step) {
				r.Fatalf("%s beyond %s to %s: %s is still the first\n%s", one.Weight, one.Low, one.High, first.Title, text)
			}
			if one.Low > 0 && one.High >= 0 {
				finite++
			}
		}
	})
	if finite == 0 {
		t.Error("no range had two ends")
	}
}

func facingAtRandom(r *rapid.T) string {
	var b strings.Builder
	b.WriteString("county 1 县 limit=9\n")
	for d := range 5 {
		fmt.Fprintf(&b, "department 局%d\n", d)
	}
	b.WriteString("township 镇\n")
	for o := range 5 {
		var to []string
		for d := range 5 {
			if rapid.Bool().Draw(r, "faces") {
				to = append(to, fmt.Sprintf("局%d", d))
			}
		}
		fmt.Fprintf(&b, "organ 办%d OFFICE", o)
		if len(to) > 0 {
			fmt.Fprintf(&b, " -> %s", strings.Join(to, ", "))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// firstAt is the first merger at a county's weight of MANY_TO_ONE and a weight of integration.
func firstAt(t *testing.T, text string, interfaces, integration gov.Micro) (proposal.Proposal, bool) {
	t.Helper()
	c := countytest.Parse(t, text)
	g := c.Graph()
	for i, n := range g.Nodes {
		if county, ok := n.(*gov.County); ok {
			changed := *county
			changed.Settings.Weights = []gov.Weight{{Kind: gov.OverlapManyToOne, Weight: interfaces}}
			g.Nodes[i] = &changed
		}
	}
	c, err := snapshot.Build(g, c.Meta())
	if err != nil {
		t.Fatal(err)
	}
	w := reform.WeightsOf(c)
	w.Integration = integration
	all, err := proposal.New().Propose(t.Context(), c, proposal.Scope{Township: c.Townships()[0].Key}, proposal.Options{
		Weights: &w, Constraints: reform.Constraints{LargestGroup: 2}, Kinds: []proposal.Kind{proposal.KindMergeOrgans},
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 || all[0].Net() <= 0 {
		return proposal.Proposal{}, false
	}
	return all[0], true
}
