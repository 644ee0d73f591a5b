package proposal_test

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
)

// costIn is what a scope costs, with the county's own findings.
func costIn(c *snapshot.County, s proposal.Scope) gov.Micro {
	r := overlap.Of(c)
	if s == (proposal.Scope{}) {
		return r.Total
	}
	var sum gov.Micro
	for _, t := range c.Townships() {
		if t.Key == s.Township || s.Class != "" && t.Size == s.Class {
			sum += overlap.Cost(r.ByTownship(t.Key))
		}
	}
	return sum + overlap.Cost(r.ByTownship(""))
}

// checkGain applies a proposal to the whole county, not the lens it was simulated on, and computes its gain anew.
func checkGain(t testing.TB, c *snapshot.County, p proposal.Proposal) {
	t.Helper()
	if got := costIn(c, p.Scope) - costIn(applied(t, c, p.Edits), p.Scope); got != p.Gain {
		t.Fatalf("%s %s: gain %s said, %s found", p.Kind, p.Title, p.Gain, got)
	}
}

// TestProposalsHold holds every proposal of random counties to what it says.
func TestProposalsHold(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		c := countytest.Random(countytest.Rapid(r))
		scopes := []proposal.Scope{{}}
		for _, township := range c.Townships() {
			if township.Size != "" {
				scopes = append(scopes, proposal.Scope{Class: township.Size})
				break
			}
		}
		for _, scope := range scopes {
			all := propose(t, c, scope)
			again := propose(t, c, scope)
			if diff := cmp.Diff(keysOf(all), keysOf(again)); diff != "" {
				r.Fatalf("twice the same is not the same:\n%s", diff)
			}
			for i, p := range all {
				if i > 0 && p.Net() > all[i-1].Net() {
					r.Fatalf("%s ranks below %s", p.Title, all[i-1].Title)
				}
				holds(t, c, p)
			}
			justify(t, c, scope)
		}
	})
}

func keysOf(all []proposal.Proposal) []string {
	var out []string
	seen := map[string]bool{}
	for _, p := range all {
		key := p.Key
		if seen[key] {
			key += " twice"
		}
		seen[key] = true
		out = append(out, key)
	}
	return out
}

func holds(t *testing.T, c *snapshot.County, p proposal.Proposal) {
	t.Helper()
	if len(p.Edits) == 0 && p.Request == (gov.Text{}) {
		t.Fatalf("%s: neither edits nor a request", p.Title)
	}
	if len(p.Edits) == 0 && p.Gain != 0 {
		t.Fatalf("%s: a request gains %s", p.Title, p.Gain)
	}
	if p.Gain != p.Before.Cost-p.After.Cost {
		t.Fatalf("%s: %s to %s gains %s", p.Title, p.Before.Cost, p.After.Cost, p.Gain)
	}
	if p.Title.ZH == "" || p.Title.EN == "" || p.Rationale.ZH == "" || p.Rationale.EN == "" {
		t.Fatalf("%s %s: a text is missing", p.Kind, p.Key)
	}
	checkGain(t, c, p)
	moved := overlap.Cost(p.Resolves) - overlap.Cost(p.Introduces)
	r := overlap.Of(applied(t, c, p.Edits))
	for _, o := range p.Lowers {
		now, ok := r.Find(o.Fingerprint)
		if !ok {
			t.Fatalf("%s: what it lowers is gone", p.Title)
		}
		moved += o.Cost - now.Cost
	}
	before := overlap.Of(c)
	for _, o := range p.Raises {
		was, ok := before.Find(o.Fingerprint)
		if !ok {
			t.Fatalf("%s: what it raises was not there", p.Title)
		}
		moved += was.Cost - o.Cost
	}
	if moved != p.Gain {
		t.Fatalf("%s: its findings come to %s, it gains %s", p.Title, moved, p.Gain)
	}
}

// justify checks that what is justified is proposed nothing for.
func justify(t *testing.T, c *snapshot.County, scope proposal.Scope) {
	t.Helper()
	o := proposal.Options{Justified: map[string]bool{}}
	for _, f := range overlap.Of(c).All {
		o.Justified[f.Fingerprint] = true
	}
	left, err := proposal.New().Propose(t.Context(), c, scope, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range left {
		t.Fatalf("%s: proposed for what is justified", p.Title)
	}
}

// TestCancelled ends with the context.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := proposal.New().Propose(ctx, head(t), proposal.Scope{}, proposal.Options{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
