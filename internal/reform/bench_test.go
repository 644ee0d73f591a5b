package reform_test

import (
	"context"
	"fmt"
	"runtime"
	"testing"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/reform"
)

// freeProblem has organs that all may meet, in groups of at most so many (0: any).
func freeProblem(n, largest int) reform.Problem {
	d := dice(uint64(n))
	p := reform.Problem{
		Weights:     reform.Weights{Interfaces: gov.One, Duties: gov.One, Span: gov.One / 2, Integration: gov.One},
		Constraints: reform.Constraints{LargestGroup: largest},
	}
	place := reform.Place{Townships: []string{"t"}, Limit: 5}
	for department := range 2 * n {
		place.Points = append(place.Points, reform.Interface{Department: department, Weight: gov.One})
	}
	for i := range n {
		p.Organs = append(p.Organs, reform.Organ{Key: fmt.Sprintf("o%d", i), Name: fmt.Sprintf("办%d", i), Kind: gov.OrganOffice})
		f := reform.Function{Organ: i, Points: subset(d, 2*n, 8), Duties: subset(d, 3*n, 10)}
		for _, v := range f.Points {
			f.Features = append(f.Features, overlap.Features{int32(2 * v)}...)
		}
		place.Organs = append(place.Organs, f)
	}
	p.Places = []reform.Place{place}
	return p
}

// The promises of issue 5: 12 organs ≤ 50 ms, 16 ≤ 500 ms, 20 in groups of at most 4 ≤ 4 s, each ≤ 256 MiB. The memory
// reported is what one frontier allocates in all.
func BenchmarkFrontier(b *testing.B) {
	for _, size := range []struct{ organs, largest int }{{12, 0}, {16, 0}, {20, 4}, {18, 0}, {21, 3}, {24, 4}, {24, 0}} {
		b.Run(fmt.Sprintf("%d-by-%d", size.organs, size.largest), func(b *testing.B) {
			if testing.Short() && size.organs > 16 {
				b.Skip("minutes under the race detector")
			}
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
			p := freeProblem(size.organs, size.largest)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := (reform.Solver{}).Frontier(context.Background(), p); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
