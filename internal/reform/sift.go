package reform

import (
	"context"
	"math/bits"
)

// siftedSteps is from how many steps of the exact programme on it pays to sift first, by so many steps of the prices.
const (
	siftedSteps = 20_000_000
	siftSteps   = 6
)

// sift forbids the groups of a table that are part of no best partition, whatever the number of groups: by prices, every
// partition that they are part of costs more than one that is known. All best partitions remain, so that the programme
// finds the first in order as before.
func (p *component) sift(ctx context.Context, t *table) error {
	known, start, err := p.good(ctx, span{1, t.n})
	if err != nil || start == nil {
		return err
	}
	q := p.pricing()
	all := t.allowed()
	u := shares(t.n, q.local(start), q.cost)
	kept := make([]bool, 1<<t.n)
	for k := t.n; k > 0 && !p.tooFew(k); k-- {
		if known[k].groups == nil {
			return nil
		}
		x := relaxation{n: t.n, k: k, target: known[k].cost}
		if u, _, err = all.prices(ctx, x, u, siftSteps, 4*siftSteps); err != nil {
			return err
		}
		all.within(u, k, known[k].cost-sum(u), func(_ int, r reduced) bool {
			kept[t.subset(r.group)] = true
			return true
		})
	}
	for s := range kept {
		if s > 0 && !kept[s] && t.f[s] < impossible {
			t.f[s] = impossible
			t.counts[bits.Len32(uint32(s))-1]--
		}
	}
	return nil
}

// allowed are the groups of a table.
func (t *table) allowed() allowed {
	out := make(allowed, t.n)
	for i := range out {
		out[i] = make([]grouped, 0, t.counts[t.n-1-i])
	}
	for s, cost := range t.f {
		if s > 0 && cost < impossible {
			first := t.n - bits.Len32(uint32(s))
			out[first] = append(out[first], grouped{mask(bits.Reverse32(uint32(s)) >> (32 - t.n)), cost})
		}
	}
	return out
}

// subset is the bits of a table that stand for some places.
func (t *table) subset(places mask) uint32 { return bits.Reverse32(uint32(places)) >> (32 - t.n) }
