package explore

import (
	"cmp"
	"slices"
)

// sweeps bounds the passes of barycentre; a county settles in fewer than ten.
const sweeps = 24

// cluster places rows and columns so that like stands next to like. Barycentre gives the direction; but rows of two
// kinds whose columns have the same mean place come to stand in turn, so each row is then followed by the one most like
// it, and columns go to the middle one of the rows they meet, which a few strays do not move. Ties keep the order
// before, so the result is one for one snapshot.
func cluster(cells map[[2]int]*Cell, rows, columns int) (rowAt, columnAt []int) {
	ofRow, ofColumn := make([][]int, rows), make([][]int, columns)
	for at := range cells {
		ofRow[at[0]] = append(ofRow[at[0]], at[1])
		ofColumn[at[1]] = append(ofColumn[at[1]], at[0])
	}
	rowAt, columnAt = barycentre(ofRow, ofColumn)
	rowAt = byLikeness(ofRow, ofColumn, rowAt)
	return rowAt, byMedian(ofColumn, rowAt, columnAt)
}

// barycentre is the method of Sugiyama, Tagawa and Toda (1981): rows are sorted by the mean place of the columns they
// meet, then columns by that of their rows, until nothing moves.
func barycentre(ofRow, ofColumn [][]int) (rowAt, columnAt []int) {
	rowAt, columnAt = identity(len(ofRow)), identity(len(ofColumn))
	for range sweeps {
		nextRows := byBarycentre(ofRow, columnAt)
		nextColumns := byBarycentre(ofColumn, nextRows)
		if slices.Equal(nextRows, rowAt) && slices.Equal(nextColumns, columnAt) {
			break
		}
		rowAt, columnAt = nextRows, nextColumns
	}
	return rowAt, columnAt
}

func identity(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// byBarycentre is the place of each line once lines are sorted by the mean place of what they meet. Means are compared
// as fractions, so that no rounding decides.
func byBarycentre(meets [][]int, at []int) []int {
	sums := make([]int, len(meets))
	for i, others := range meets {
		for _, o := range others {
			sums[i] += at[o]
		}
	}
	order := identity(len(meets))
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(sums[a]*len(meets[b]), sums[b]*len(meets[a]))
	})
	return places(order)
}

// byLikeness is the place of each line once every line is followed by the one left that is most like it (by Jaccard's
// index of what they meet), beginning with the line that stood first.
func byLikeness(meets, metBy [][]int, at []int) []int {
	left, order := places(at), make([]int, 0, len(meets)) // left are lines in the order before
	for len(left) > 0 {
		next := 0
		if len(order) > 0 {
			next = mostLike(meets, metBy, order[len(order)-1], left)
		}
		order = append(order, left[next])
		left = slices.Delete(left, next, next+1)
	}
	return places(order)
}

// mostLike is where among the lines left the one most like a line stands; the first of several.
func mostLike(meets, metBy [][]int, line int, left []int) int {
	shared := map[int]int{}
	for _, other := range meets[line] {
		for _, l := range metBy[other] {
			shared[l]++
		}
	}
	best, both, either := 0, 0, 1
	for i, l := range left {
		s := shared[l]
		if all := len(meets[line]) + len(meets[l]) - s; s*either > both*all {
			best, both, either = i, s, all
		}
	}
	return best
}

// byMedian is the place of each line once lines are sorted by the middle one of the places of what they meet; those with
// the same keep the order before.
func byMedian(meets [][]int, at, before []int) []int {
	middles := make([]int, len(meets))
	for i, others := range meets {
		met := make([]int, len(others))
		for j, o := range others {
			met[j] = at[o]
		}
		slices.Sort(met)
		middles[i] = met[(len(met)-1)/2]
	}
	order := places(before)
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(middles[a], middles[b]) })
	return places(order)
}

// places turns an order of lines into the place of each, and back.
func places(order []int) []int {
	out := make([]int, len(order))
	for place, i := range order {
		out[i] = place
	}
	return out
}
