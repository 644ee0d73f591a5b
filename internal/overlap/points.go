package overlap

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// PointWeights are the weights of a department's points in the order of its sections, in millionths that sum to
// exactly 1,000,000: equal shares, the remainder to the point first in key order. A department without sections is its
// own one point.
func PointWeights(d snapshot.Department) []gov.Micro {
	n := d.SectionCount()
	if n == 0 {
		return []gov.Micro{gov.One}
	}
	weights := make([]gov.Micro, n)
	first, least := 0, ""
	i := 0
	for s := range d.EachSection() {
		weights[i] = gov.One / gov.Micro(n)
		if i == 0 || s.Key < least {
			first, least = i, s.Key
		}
		i++
	}
	weights[first] += gov.One % gov.Micro(n)
	return weights
}

// crowd is who stands at each point of one department: organs or leaders, by their places in the township.
type crowd struct {
	weights []gov.Micro
	at      [][]int // sorted, without repeats
}

// newCrowd has one point where every counterpart is of the whole department, for then all points are alike, and the
// weights of all points sum to one unit.
func newCrowd(d snapshot.Department, faced []snapshot.Counterpart) crowd {
	weights := []gov.Micro{gov.One}
	if slices.ContainsFunc(faced, func(e snapshot.Counterpart) bool { return len(e.Counterpart.Sections) > 0 }) {
		weights = PointWeights(d)
	}
	return crowd{weights, make([][]int, len(weights))}
}

// stand puts someone at the points that a counterpart faces.
func (c crowd) stand(who int, e snapshot.Counterpart) {
	if len(e.Counterpart.Sections) == 0 {
		for p := range c.at {
			c.at[p] = insert(c.at[p], who)
		}
		return
	}
	first := firstSection(e.Department())
	for _, s := range e.Sections() {
		p := s.Index() - first
		c.at[p] = insert(c.at[p], who)
	}
}

func firstSection(d snapshot.Department) int {
	for s := range d.EachSection() {
		return s.Index()
	}
	return 0
}

// over is Σ over the points of weight × what of(those at the point) counts.
func (c crowd) over(of func([]int) int) gov.Micro {
	var sum gov.Micro
	for p, who := range c.at {
		sum += c.weights[p] * gov.Micro(max(0, of(who)))
	}
	return sum
}

// excess is Σ over the points of weight × (k − 1), points where nobody stands left out.
func (c crowd) excess() gov.Micro { return c.over(func(who []int) int { return len(who) - 1 }) }

// all are those who stand anywhere, sorted.
func (c crowd) all() []int { return c.where(1) }

// together are those who share a point with another, sorted.
func (c crowd) together() []int { return c.where(2) }

// where are those at points where at least so many stand.
func (c crowd) where(least int) []int {
	var out []int
	for _, who := range c.at {
		if len(who) < least {
			continue
		}
		for _, w := range who {
			out = insert(out, w)
		}
	}
	return out
}

func insert(sorted []int, v int) []int {
	i, found := slices.BinarySearch(sorted, v)
	if found {
		return sorted
	}
	return slices.Insert(sorted, i, v)
}
