package reform

import (
	"context"
	"math/bits"

	"tiaokuai/internal/gov"
)

// Budget of the exact programme: atoms of one component (its tables then stay below 256 MiB), and pairs of a subset and
// a group in it that are looked at.
const (
	ExactAtoms = 21
	exactSteps = 650_000_000
)

// table is f of every subset of a component, impossible where the rules forbid it, with the allowed subsets by their
// first atoms. Place i is bit len−1−i.
type table struct {
	n      int
	f      []gov.Micro
	lists  [][]uint32 // allowed subsets by highest bit, from the largest
	counts []int
}

// tabulate computes f of every subset: what is forbidden stays so as organs are added.
func (p *component) tabulate(ctx context.Context) (*table, error) {
	n := len(p.atoms)
	t := &table{n: n, f: make([]gov.Micro, 1<<n), counts: make([]int, n)}
	apart, organs := make([]uint32, n), make([]mask, n)
	for b := range n {
		organs[b] = p.core.atoms[p.atoms[n-1-b]]
		for c := range n {
			if p.core.apart[p.atoms[n-1-b]].has(p.atoms[n-1-c]) {
				apart[b] |= 1 << c
			}
		}
	}
	for s := uint32(1); s < 1<<n; s++ {
		if s&0xfff == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		low := bits.TrailingZeros32(s)
		rest := s & (s - 1)
		if (rest|1<<low)&apart[low] != 0 || rest != 0 && t.f[rest] >= impossible {
			t.f[s] = impossible
			continue
		}
		all := organs[low]
		for r := rest; r != 0; r &= r - 1 {
			all |= organs[bits.TrailingZeros32(r)]
		}
		if !p.fits(all) {
			t.f[s] = impossible
			continue
		}
		t.f[s] = p.terms(all).Sum()
		t.counts[bits.Len32(s)-1]++
	}
	return t, nil
}

// steps is how many pairs of a subset and a group in it the programme looks at, and by which walk for each highest bit.
func (t *table) steps() (sum float64, listed []bool) {
	listed = make([]bool, t.n)
	power := 1.0
	for b := range t.n {
		subsets := float64(uint64(1) << b)
		if b == t.n-1 {
			subsets, power = 1, float64(uint64(1)<<b)
		}
		lists := subsets * float64(t.counts[b])
		listed[b] = lists < power
		sum += min(lists, power)
		power *= 3
	}
	return sum, listed
}

func (t *table) fillLists(listed []bool) {
	t.lists = make([][]uint32, t.n)
	for b, yes := range listed {
		for s := uint32(2<<b) - 1; yes && s >= 1<<b; s-- {
			if t.f[s] < impossible {
				t.lists[b] = append(t.lists[b], s)
			}
		}
	}
}

// programme is best[R][k]: the least cost of a partition of R into k groups, for every R without the first atom.
type programme struct {
	*table
	best   []gov.Micro // rows of stride n
	listed []bool
}

// solve gives the best partition into every number of groups.
func (t *table) solve(ctx context.Context, listed []bool) ([]gov.Micro, *programme, error) {
	t.fillLists(listed)
	p := &programme{table: t, best: make([]gov.Micro, t.n<<(t.n-1)), listed: listed}
	for i := range p.best {
		p.best[i] = impossible
	}
	p.best[0] = 0
	half := uint32(1) << (t.n - 1)
	for r := uint32(1); r < half; r++ {
		if r&0xff == 0 && ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
		p.fill(r, p.row(r))
	}
	last := make([]gov.Micro, t.n+1)
	for i := range last {
		last[i] = impossible
	}
	p.fill(2*half-1, last)
	return last, p, nil
}

func (p *programme) row(r uint32) []gov.Micro { return p.best[int(r)*p.n : int(r+1)*p.n] }

// fill computes a row from the rows of smaller sets: the group of the highest bit is chosen first.
func (p *programme) fill(r uint32, row []gov.Micro) {
	top := bits.Len32(r) - 1
	if p.listed[top] {
		for _, s := range p.lists[top] {
			if s&^r == 0 {
				p.take(r^s, p.f[s], row)
			}
		}
		return
	}
	rest := r ^ 1<<top
	for s := rest; ; s = (s - 1) & rest {
		if f := p.f[s|1<<top]; f < impossible {
			p.take(rest^s, f, row)
		}
		if s == 0 {
			return
		}
	}
}

// take offers one group with every partition of what it leaves.
func (p *programme) take(left uint32, f gov.Micro, row []gov.Micro) {
	from := p.row(left)[:bits.OnesCount32(left)+1]
	row = row[1 : len(from)+1]
	for k, v := range from {
		row[k] = min(row[k], v+f)
	}
}

// groups are the first of the best partitions of a set into k groups: at each step the largest number of the groups that
// cost no more has the first atom in which they differ.
func (p *programme) groups(r uint32, k int, cost gov.Micro) []uint32 {
	var out []uint32
	for r != 0 {
		top := uint32(1) << (bits.Len32(r) - 1)
		for s := r; s&top != 0; s = (s - 1) & r {
			if f := p.f[s]; f < impossible && p.row(r ^ s)[k-1]+f == cost {
				out, cost, r, k = append(out, s), cost-f, r^s, k-1
				break
			}
		}
	}
	return out
}
