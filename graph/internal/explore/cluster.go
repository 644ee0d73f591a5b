package explore

import (
	"cmp"
	"slices"
)

// sweeps bounds the passes of cluster; a county settles in fewer than ten.
const sweeps = 24

// cluster places rows and columns so that like stands next to like, by the barycentre method of Sugiyama, Tagawa and
// Toda (1981): rows are sorted by the mean place of the columns they meet, then columns by that of their rows, until
// nothing moves. Ties keep the order the snapshot gave, so the result is one for one snapshot.
func cluster(cells map[[2]int]*Cell, rows, columns int) (rowAt, columnAt []int) {
	ofRow, ofColumn := make([][]int, rows), make([][]int, columns)
	for at := range cells {
		ofRow[at[0]] = append(ofRow[at[0]], at[1])
		ofColumn[at[1]] = append(ofColumn[at[1]], at[0])
	}
	rowAt, columnAt = identity(rows), identity(columns)
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
	places := make([]int, len(meets))
	for place, i := range order {
		places[i] = place
	}
	return places
}
