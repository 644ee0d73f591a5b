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

// TestRangesHold asks the same question at weights within the ranges that the first merger tells and just beyond: it is the
// first with a net gain within, and not beyond.
func TestRangesHold(t *testing.T) {
	finite, beyond := 0, 0
	rapid.Check(t, func(r *rapid.T) {
		c := countytest.Parse(t, facingAtRandom(r))
		w := reform.WeightsOf(c)
		w.Integration = gov.Micro(rapid.IntRange(0, 3000).Draw(r, "integration")) * 1001
		w.Interfaces = gov.Micro(rapid.IntRange(0, 8).Draw(r, "interfaces")) * gov.One / 4
		first, ok := firstAt(t, c, w, 2)
		if !ok {
			return
		}
		if len(first.Sensitivity) != 4 {
			r.Fatalf("%d ranges", len(first.Sensitivity))
		}
		for _, one := range first.Sensitivity {
			at := func(v gov.Micro) bool {
				p, ok := firstAt(t, c, changed(w, one.Weight, v), 2)
				return ok && p.Key == first.Key
			}
			within := []gov.Micro{one.Low, one.Now, (one.Low + one.Now) / 2}
			if one.High >= 0 {
				within = append(within, one.High, (one.High+one.Now)/2)
			} else {
				within = append(within, 1000*gov.One)
			}
			for _, v := range within {
				if !at(v) {
					r.Fatalf("%s at %s of %s to %s: %s is not the first", one.Weight, v, one.Low, one.High, first.Title)
				}
			}
			if one.Low > 0 && at(max(0, one.Low-gov.One/1000)) || one.High >= 0 && one.High < 1000*gov.One && at(one.High+gov.One/1000) {
				r.Fatalf("%s beyond %s to %s: %s is still the first", one.Weight, one.Low, one.High, first.Title)
			}
			if one.High >= 0 {
				finite++
				if one.Low > 0 {
					beyond++
				}
			}
		}
	})
	t.Logf("%d upper ends, %d with a lower end", finite, beyond)
	if finite == 0 || beyond == 0 {
		t.Error("no range had two ends")
	}
}

// TestRangesAmongLargerGroups lets organs be merged in groups of any size: within the ranges nothing comes before the first
// but groups of three or more that were not there.
func TestRangesAmongLargerGroups(t *testing.T) {
	told := 0
	rapid.Check(t, func(r *rapid.T) {
		c := countytest.Parse(t, facingAtRandom(r))
		w := reform.WeightsOf(c)
		first, ok := firstAt(t, c, w, 0)
		if !ok || len(first.Sensitivity) == 0 {
			return
		}
		told++
		for _, one := range first.Sensitivity {
			for _, v := range []gov.Micro{one.Low, max(one.Low, one.High)} {
				for _, p := range mergersAt(t, c, changed(w, one.Weight, v), 0) {
					if p.Key == first.Key {
						break
					}
					if len(p.Subjects) == 2 {
						r.Fatalf("%s at %s of %s to %s: %s comes before %s", one.Weight, v, one.Low, one.High, p.Title, first.Title)
					}
				}
			}
		}
	})
	if told == 0 {
		t.Error("no range was told")
	}
}

// changed are weights with another one.
func changed(w reform.Weights, name string, v gov.Micro) reform.Weights {
	switch name {
	case "interfaces":
		w.Interfaces = v
	case "duties":
		w.Duties = v
	case "span":
		w.Span = v
	case "integration":
		w.Integration = v
	}
	return w
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

// mergersAt are the mergers at some weights of the planner's, in groups of at most so many organs.
func mergersAt(t *testing.T, c *snapshot.County, w reform.Weights, largest int) []proposal.Proposal {
	t.Helper()
	all, err := proposal.New().Propose(t.Context(), c, proposal.Scope{Township: c.Townships()[0].Key}, proposal.Options{
		Weights: &w, Constraints: reform.Constraints{LargestGroup: largest}, Kinds: []proposal.Kind{proposal.KindMergeOrgans},
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// firstAt is the first merger, if its net gain is above 0.
func firstAt(t *testing.T, c *snapshot.County, w reform.Weights, largest int) (proposal.Proposal, bool) {
	t.Helper()
	all := mergersAt(t, c, w, largest)
	if len(all) == 0 || all[0].Net() <= 0 {
		return proposal.Proposal{}, false
	}
	return all[0], true
}
