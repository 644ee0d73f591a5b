package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/graph/community"
	"gonum.org/v1/gonum/graph/simple"
)

// louvain are the communities of the graph of likenesses (Blondel et al. 2008). It knows no number of groups: of the
// resolutions tried, that one is taken which comes closest to k, and of those the one nearest to the usual 1.
func louvain(worth [][]float64, k int) []int {
	g := simple.NewWeightedUndirectedGraph(0, 0)
	for i := range worth {
		g.AddNode(simple.Node(i))
	}
	for j := range worth {
		for i := range j {
			if worth[i][j] > 0 {
				g.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(i), T: simple.Node(j), W: worth[i][j]})
			}
		}
	}
	if g.Edges().Len() == 0 {
		return agglomerate(worth, k)
	}
	var best []int
	off, far := math.MaxInt, math.Inf(1)
	for step := -16; step <= 16; step++ {
		resolution := math.Pow(2, float64(step)/4)
		groups := communities(g, resolution)
		d, f := len(groups)-k, math.Abs(float64(step))
		if d < 0 {
			d = -d
		}
		if d < off || d == off && f < far {
			best, off, far = numbered(groups, len(worth)), d, f
		}
	}
	return best
}

func communities(g *simple.WeightedUndirectedGraph, resolution float64) [][]int {
	var out [][]int
	for _, nodes := range community.Modularize(g, resolution, rand.NewPCG(1, 1)).Communities() {
		var group []int
		for _, n := range nodes {
			group = append(group, int(n.ID()))
		}
		slices.Sort(group)
		out = append(out, group)
	}
	return out
}
