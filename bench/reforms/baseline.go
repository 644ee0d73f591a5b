package main

import (
	"math/rand/v2"
	"slices"
	"strings"
)

// draws is how many random partitions are averaged.
const draws = 200

// similar are the likenesses of the organs' names: Dice's share of common character pairs, without what says only what
// sort of organ it is.
func similar(t trial) [][]float64 {
	pairs := make([]map[string]bool, len(t.Organs))
	for i, o := range t.Organs {
		pairs[i] = bigrams(o.Name)
	}
	return matrix(len(pairs), func(i, j int) float64 {
		common := 0
		for p := range pairs[i] {
			common += one(pairs[j][p])
		}
		return share(2*float64(common), float64(len(pairs[i])+len(pairs[j])))
	})
}

var endings = []string{"办公室", "管理站", "服务站", "工作站", "服务中心", "管理中心", "中心", "办", "站", "所", "队"}

func bigrams(name string) map[string]bool {
	for _, e := range endings {
		if cut, ok := strings.CutSuffix(name, e); ok && cut != "" {
			name = cut
			break
		}
	}
	out, runes := map[string]bool{}, []rune(name)
	for i := range len(runes) - 1 {
		out[string(runes[i:i+2])] = true
	}
	return out
}

func matrix(n int, at func(i, j int) float64) [][]float64 {
	out := make([][]float64, n)
	for i := range out {
		out[i] = make([]float64, n)
		for j := range n {
			if i != j {
				out[i][j] = at(min(i, j), max(i, j))
			}
		}
	}
	return out
}

// agglomerate joins the two groups most alike on average, until k are left; of equals the first.
func agglomerate(worth [][]float64, k int) []int {
	var groups [][]int
	for i := range worth {
		groups = append(groups, []int{i})
	}
	for len(groups) > k {
		a, b, best := 0, 1, -1.0
		for j := range groups {
			for i := range j {
				if mean := between(worth, groups[i], groups[j]); mean > best {
					a, b, best = i, j, mean
				}
			}
		}
		groups[a] = append(groups[a], groups[b]...)
		groups = slices.Delete(groups, b, b+1)
	}
	return numbered(groups, len(worth))
}

func between(worth [][]float64, a, b []int) float64 {
	sum := 0.0
	for _, i := range a {
		for _, j := range b {
			sum += worth[i][j]
		}
	}
	return sum / float64(len(a)*len(b))
}

// numbered is the group of each of n organs.
func numbered(groups [][]int, n int) []int {
	out := make([]int, n)
	for g, members := range groups {
		for _, i := range members {
			out[i] = g
		}
	}
	return out
}

// drawn is a random partition of n into k groups, each partition as likely as any other: by Stirling's recurrence, the
// last organ is alone in S(n−1,k−1) of the S(n,k) partitions, else in any of the k groups of the others.
func drawn(n, k int, dice *rand.Rand) []int {
	s := stirling(n)
	out := make([]int, n)
	for i := n; i > 0; i-- {
		if dice.Float64()*s[i][k] < s[i-1][k-1] {
			k--
			out[i-1] = k
		} else {
			out[i-1] = dice.IntN(k)
		}
	}
	return out
}

// stirling are the Stirling numbers of the second kind up to n.
func stirling(n int) [][]float64 {
	s := make([][]float64, n+1)
	for i := range s {
		s[i] = make([]float64, n+1)
		for k := 1; k <= i; k++ {
			s[i][k] = s[i-1][k-1] + float64(k)*s[i-1][k]
		}
		if i == 0 {
			s[0][0] = 1
		}
	}
	return s
}
