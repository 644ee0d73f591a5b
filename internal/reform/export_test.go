package reform

import (
	"context"
	"fmt"
	"slices"
)

// SiftedAndNot are the best partitions of a problem's components by the exact programme, from sifted tables and whole ones.
func SiftedAndNot(p Problem) (sifted, whole []string, groups, left int, err error) {
	rules, err := p.Rules()
	if err != nil {
		return nil, nil, 0, 0, err
	}
	ctx := context.Background()
	for _, part := range compile(p, rules).split() {
		t, err := part.tabulate(ctx)
		if err != nil {
			return nil, nil, 0, 0, err
		}
		for _, n := range t.counts {
			groups += n
		}
		few := *t
		few.f, few.counts = slices.Clone(t.f), slices.Clone(t.counts)
		if err := part.sift(ctx, &few); err != nil {
			return nil, nil, 0, 0, err
		}
		for _, n := range few.counts {
			left += n
		}
		for _, of := range []struct {
			t   *table
			out *[]string
		}{{t, &whole}, {&few, &sifted}} {
			_, listed := of.t.steps()
			costs, best, err := of.t.solve(ctx, listed)
			if err != nil {
				return nil, nil, 0, 0, err
			}
			for k, cost := range costs {
				if cost < impossible {
					*of.out = append(*of.out, fmt.Sprint(k, cost, best.groups(1<<t.n-1, k, cost)))
				}
			}
		}
	}
	return sifted, whole, groups, left, nil
}
