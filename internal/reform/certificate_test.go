package reform_test

import (
	"context"
	"testing"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/reform"
)

func certified(t *testing.T, p reform.Problem, point reform.Point) reform.Certificate {
	t.Helper()
	cert, err := reform.Certify(context.Background(), p, point)
	if err != nil {
		t.Fatal(err)
	}
	if err := reform.Verify(context.Background(), p, point, cert); err != nil {
		t.Fatalf("%d organs: %v", point.Organs, err)
	}
	return cert
}

func TestCertificates(t *testing.T) {
	tight, all := 0, 0
	for seed := range uint64(300) {
		d := dice(seed + 30_000)
		p := randomProblem(d, 1+d.IntN(9))
		for _, point := range solved(t, p) {
			if cert := certified(t, p, point); cert.Bound == point.Objective {
				tight++
			}
			all++
		}
	}
	t.Logf("%d of %d proven by prices alone", tight, all)
	for _, p := range []reform.Problem{freeProblem(12, 0), freeProblem(16, 3)} {
		for _, point := range solved(t, p) {
			certified(t, p, point)
		}
	}
}

// TestSpoiled spoils a true point and its certificate, one thing at a time.
func TestSpoiled(t *testing.T) {
	p := freeProblem(9, 0)
	points := solved(t, p)
	for i := 1; i < len(points)-1; i++ {
		point := points[i]
		cert := certified(t, p, point)
		worse, _ := p.Evaluate(otherGroups(point.Groups))
		for name, spoil := range map[string]func(*reform.Problem, *reform.Point, *reform.Certificate){
			"objective":     func(_ *reform.Problem, q *reform.Point, _ *reform.Certificate) { q.Objective-- },
			"terms":         func(_ *reform.Problem, q *reform.Point, _ *reform.Certificate) { q.Terms.Span++; q.Terms.Duties-- },
			"number":        func(_ *reform.Problem, q *reform.Point, _ *reform.Certificate) { q.Organs++ },
			"another point": func(_ *reform.Problem, _ *reform.Point, c *reform.Certificate) { *c = certified(t, p, points[i-1]) },
			"prices":        func(_ *reform.Problem, _ *reform.Point, c *reform.Certificate) { clear(c.Prices) },
			"a bound":       func(_ *reform.Problem, _ *reform.Point, c *reform.Certificate) { c.Bound++ },
			"no prices":     func(_ *reform.Problem, _ *reform.Point, c *reform.Certificate) { c.Prices = nil },
			"groups":        func(_ *reform.Problem, q *reform.Point, _ *reform.Certificate) { *q = worse },
			"a group less":  func(_ *reform.Problem, q *reform.Point, _ *reform.Certificate) { q.Groups = q.Groups[1:] },
			"a stranger": func(_ *reform.Problem, q *reform.Point, _ *reform.Certificate) {
				q.Groups = append(q.Groups[1:], []string{"x"})
			},
			"the rules":   func(r *reform.Problem, _ *reform.Point, _ *reform.Certificate) { r.Constraints.MinOrgans = 9 },
			"the weights": func(r *reform.Problem, _ *reform.Point, _ *reform.Certificate) { r.Weights.Integration += 1000 },
			"gap":         func(_ *reform.Problem, q *reform.Point, _ *reform.Certificate) { q.Gap = -1 },
		} {
			r, q, c := p, point, cert
			c.Prices = append([]gov.Micro(nil), cert.Prices...)
			spoil(&r, &q, &c)
			if err := reform.Verify(context.Background(), r, q, c); gov.CodeOf(err) != gov.CodeInvalid {
				t.Errorf("%d organs: spoiled %s is let through: %v", point.Organs, name, err)
			}
		}
	}
}

// otherGroups moves one organ to the next group.
func otherGroups(groups [][]string) [][]string {
	var out [][]string
	for _, g := range groups {
		out = append(out, append([]string(nil), g...))
	}
	for i, g := range out {
		if len(g) > 1 {
			to := (i + 1) % len(out)
			out[i], out[to] = g[1:], append(out[to], g[0])
			return out
		}
	}
	return out
}

// TestBadPricesAreNoProofButHonest shows that prices only make the proof short: with prices of nothing and the bound that
// they give, all partitions are looked through, so a point that is no optimum is refused all the same.
func TestBadPricesAreNoProofButHonest(t *testing.T) {
	p := freeProblem(7, 0)
	for _, point := range solved(t, p)[1:5] {
		cert := reform.Certificate{Organs: point.Organs, Prices: make([]gov.Micro, 7)}
		cert.Bound = boundWithoutPrices(p, point.Organs)
		if err := reform.Verify(context.Background(), p, point, cert); err != nil {
			t.Error(err)
		}
		worse, _ := p.Evaluate(otherGroups(point.Groups))
		if err := reform.Verify(context.Background(), p, worse, cert); gov.CodeOf(err) != gov.CodeInvalid {
			t.Errorf("a worse point is let through: %v", err)
		}
	}
}

// boundWithoutPrices is the least cost of the first organ's groups and the k − 1 cheapest of the others'.
func boundWithoutPrices(p reform.Problem, k int) gov.Micro {
	var first gov.Micro
	var rest []gov.Micro
	for i := range p.Organs {
		least := gov.Micro(1) << 60
		for s := range 1 << len(p.Organs) {
			if s>>i&1 == 1 && s&(1<<i-1) == 0 {
				least = min(least, naiveCost(p, s).Sum())
			}
		}
		if i == 0 {
			first = least
		} else {
			rest = append(rest, least)
		}
	}
	for range k - 1 {
		at := 0
		for i := range rest {
			if rest[i] < rest[at] {
				at = i
			}
		}
		first += rest[at]
		rest = append(rest[:at], rest[at+1:]...)
	}
	return first
}
