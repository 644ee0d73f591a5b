package proposal_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"sync"
	"testing"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/reform"
	"tiaokuai/internal/snapshot"
)

// manyOrgans is a county with one township of so many organs that all may meet, with counterparts, duties and leaders at
// random.
func manyOrgans(t testing.TB, n int) *snapshot.County {
	t.Helper()
	d := rand.New(rand.NewPCG(uint64(n), 7))
	var b strings.Builder
	b.WriteString("county 1 县\n")
	for i := range n {
		fmt.Fprintf(&b, "department 局%d\n", i)
	}
	b.WriteString("township 镇\n")
	some := func(word string, of, most int) string {
		var out []string
		for _, i := range d.Perm(of)[:d.IntN(most+1)] {
			out = append(out, fmt.Sprintf("%s%d", word, i))
		}
		return strings.Join(out, ", ")
	}
	for i := range n {
		fmt.Fprintf(&b, "organ 机构%d OFFICE", i)
		if to := some("局", n, 6); to != "" {
			b.WriteString(" -> " + to)
		}
		if to := some("职责", 2*n, 6); to != "" {
			b.WriteString(" leads " + to)
		}
		b.WriteString("\n")
	}
	for i := range 8 {
		fmt.Fprintf(&b, "leader 干部%d 副镇长 leads 机构%d, 机构%d\n", i, i, (i+8)%n)
	}
	for i := range 2 * n {
		fmt.Fprintf(&b, "duty 职责%d MANAGEMENT\n", i)
	}
	return countytest.Parse(t, b.String())
}

func frontierOf(t testing.TB, c *snapshot.County, o proposal.Options) []proposal.FrontierPoint {
	t.Helper()
	points, err := proposal.New().FrontierOf(t.Context(), c, proposal.Scope{Township: c.Townships()[0].Key}, o)
	if err != nil {
		t.Fatal(err)
	}
	return points
}

// TestLargeFrontiers asks for the frontiers of many organs: these are proven, and a proof comes when it is asked for.
func TestLargeFrontiers(t *testing.T) {
	for _, n := range []int{16, 18} {
		points := frontierOf(t, manyOrgans(t, n), proposal.Options{})
		if len(points) != n {
			t.Fatalf("%d organs: %d points", n, len(points))
		}
		one := points[n/2]
		if text, err := one.Certificate(t.Context()); err != nil || text == "" || one.Gap > 0 {
			t.Errorf("%d organs: gap %s, certificate %q, %v", n, one.Gap, text, err)
		}
	}
}

// BenchmarkLargeFrontiers asks for the frontiers of many organs: a request has 30 s. Those of forty have gaps.
func BenchmarkLargeFrontiers(b *testing.B) {
	for _, n := range []int{16, 20, 40} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			if testing.Short() && n > 16 {
				b.Skip("a minute under the race detector")
			}
			c := manyOrgans(b, n)
			for b.Loop() {
				frontierOf(b, c, proposal.Options{})
			}
		})
	}
}

// TestCertificateOnDemand makes a certificate once, for as long as its request waits.
func TestCertificateOnDemand(t *testing.T) {
	points := frontierOf(t, manyOrgans(t, 10), proposal.Options{})
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	for _, p := range points {
		if _, err := p.Certificate(ended); !errors.Is(err, context.Canceled) {
			t.Errorf("%d organs: %v", p.Organs, err)
		}
	}
	var wait sync.WaitGroup
	for _, p := range append(points, points...) {
		wait.Go(func() {
			text, err := p.Certificate(t.Context())
			if err != nil {
				t.Errorf("%d organs: %v", p.Organs, err)
				return
			}
			var cert reform.Certificate
			if err := json.Unmarshal([]byte(text), &cert); err != nil {
				t.Error(err)
			} else if err := reform.Verify(t.Context(), p.Problem, p.Point, cert); err != nil {
				t.Errorf("%d organs: %v", p.Organs, err)
			}
		})
	}
	wait.Wait()
	if text, err := points[0].Certificate(ended); text == "" || err != nil {
		t.Errorf("one that is there takes no time: %q, %v", text, err)
	}
}

// TestTooManyToCertify says what to do where a proven point has no short proof.
func TestTooManyToCertify(t *testing.T) {
	c := manyOrgans(t, 24)
	points := frontierOf(t, c, proposal.Options{Constraints: reform.Constraints{MinOrgans: 24}})
	if _, err := points[0].Certificate(t.Context()); gov.CodeOf(err) != gov.CodeTooComplex {
		t.Errorf("gap %s: %v", points[0].Gap, err)
	}
}
