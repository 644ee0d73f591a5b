package snapshot

import (
	"cmp"
	"slices"

	"tiaokuai/internal/gov"
)

// relation is the edges of one kind in one part, joined both ways by the indexes of their ends.
type relation[E any] struct {
	edges []E     // in order of (from, to)
	from  []int32 // index of each edge's first end
	to    []int32 // index of each edge's second end
	out   []int32 // edges that leave i: edges[out[i]:out[i+1]]
	in    []int32 // edges that reach j: arriving[in[j]:in[j+1]]
	// arriving holds edge indexes in order of (to, from).
	arriving []int32
}

// link joins edges whose ends are found by the two look-ups (−1 = missing) among froms first ends and tos second ends.
// An edge with a missing end is reported and left out.
func link[E gov.Edge](edges []E, froms, tos int, from, to func(key string) int32) (relation[E], gov.Problems) {
	type joined struct {
		edge     E
		from, to int32
	}
	var problems gov.Problems
	all := make([]joined, 0, len(edges))
	for _, e := range edges {
		a, b := e.Ends()
		j := joined{e, from(a), to(b)}
		if j.from < 0 || j.to < 0 {
			problems = append(problems, dangling(e))
			continue
		}
		all = append(all, j)
	}
	slices.SortFunc(all, func(a, b joined) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	n := len(all)
	indexes := make([]int32, 3*n+froms+tos+2)
	r := relation[E]{edges: make([]E, n)}
	r.from, indexes = indexes[:n:n], indexes[n:]
	r.to, indexes = indexes[:n:n], indexes[n:]
	r.arriving, indexes = indexes[:n:n], indexes[n:]
	r.out, r.in = indexes[:froms+1:froms+1], indexes[froms+1:]
	for i, j := range all {
		r.edges[i], r.from[i], r.to[i] = j.edge, j.from, j.to
		r.out[j.from+1]++
		r.in[j.to+1]++
	}
	accumulate(r.out)
	accumulate(r.in)
	next := slices.Clone(r.in)
	for i := range all {
		to := r.to[i]
		r.arriving[next[to]] = int32(i)
		next[to]++
	}
	return r, problems
}

func accumulate(counts []int32) {
	for i := 1; i < len(counts); i++ {
		counts[i] += counts[i-1]
	}
}

// leaving is the range of the edges that leave i.
func (r *relation[E]) leaving(i int32) (first, end int32) { return r.out[i], r.out[i+1] }

// reaching are the edges that reach j, as edge indexes.
func (r *relation[E]) reaching(j int32) []int32 { return r.arriving[r.in[j]:r.in[j+1]] }

// between is the edge from i to j; false if there is none.
func between[E gov.Edge](r *relation[E], i, j int32) (gov.Edge, bool) {
	first, end := r.leaving(i)
	if k, ok := slices.BinarySearch(r.to[first:end], j); ok {
		return r.edges[int(first)+k], true
	}
	return nil, false
}
