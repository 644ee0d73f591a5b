package main

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/namebook"
	"tiaokuai/internal/reform"
)

// perCase bounds how long the frontier of one case may take.
const perCase = 30 * time.Second

// result is how one method answers one trial.
type result struct {
	Method string     `json:"method"`
	Groups [][]string `json:"groups,omitempty"` // the partition; none of random ones
	agreement
	Precision float64   `json:"precision"`
	Recall    float64   `json:"recall"`
	F1        float64   `json:"f1"`
	Ranks     []float64 `json:"ranks,omitempty"` // of the best pair of each real merger among all pairs
	Mean      float64   `json:"meanReciprocalRank"`
	Gap       gov.Micro `json:"gap,omitempty"`      // of the optimum, where it is not proven
	Cheapest  int       `json:"cheapest,omitempty"` // the number of organs that costs least, given none
}

// answer is what all methods make of a trial.
type answer struct {
	Case    string     `json:"case"`
	Place   string     `json:"place"`
	Trust   string     `json:"trust"`
	Soft    bool       `json:"soft,omitempty"`
	Organs  int        `json:"organsBefore"`
	After   int        `json:"organsAfter"`
	Real    [][]string `json:"real"`
	Left    []string   `json:"leftOut,omitempty"`
	Results []result   `json:"results"`
}

// The methods, in the order of the table.
const (
	methodOptimum = "optimum"
	methodLinkage = "linkage" // the same catalogue, joined greedily by likeness
	methodLouvain = "louvain" // the same catalogue, communities of the graph of likenesses
	methodNames   = "names"   // no catalogue: characters in common
	methodRandom  = "random"
)

var methods = []string{methodOptimum, methodLinkage, methodLouvain, methodNames, methodRandom}

// compare answers a trial by all methods.
func compare(ctx context.Context, t trial, book *namebook.Book, s setting) (answer, error) {
	a := answer{Case: t.name(), Place: t.Place, Trust: t.Trust, Soft: t.Soft, Organs: len(t.Organs), After: t.groups(), Left: t.Left}
	a.Real = t.named(t.Group)
	best, err := optimum(ctx, t, problem(t, book, s))
	if err != nil {
		return a, err
	}
	p := problem(t, book, s)
	alike := matrix(len(t.Organs), func(i, j int) float64 { return likeness(p, i, j) })
	names := similar(t)
	a.Results = []result{
		best,
		t.result(methodLinkage, agglomerate(alike, t.groups()), alike),
		t.result(methodLouvain, louvain(alike, t.groups()), alike),
		t.result(methodNames, agglomerate(names, t.groups()), names),
		t.random(),
	}
	return a, nil
}

// result is a partition compared with the real one, with the ranks by what pairs are worth.
func (t trial) result(method string, groups []int, worth [][]float64) result {
	a := agree(t, groups)
	r := result{Method: method, Groups: t.named(groups), agreement: a, Precision: a.precision(), Recall: a.recall(), F1: a.f1()}
	if worth != nil {
		r.Ranks = rank(t, worth)
		r.Mean = reciprocal(r.Ranks)
	}
	return r
}

// random is the mean of random partitions and orders.
func (t trial) random() result {
	dice := rand.New(rand.NewPCG(1, 2))
	mean := result{Method: methodRandom}
	for range draws {
		worth := matrix(len(t.Organs), func(int, int) float64 { return 0 })
		for j := range worth {
			for i := range j {
				worth[i][j] = dice.Float64()
			}
		}
		r := t.result("", drawn(len(t.Organs), t.groups(), dice), worth)
		mean.Precision += r.Precision / draws
		mean.Recall += r.Recall / draws
		mean.F1 += r.F1 / draws
		mean.Rand += r.Rand / draws
		mean.Mean += r.Mean / draws
	}
	return mean
}

// named are the names of the organs of each group, in the order of the first.
func (t trial) named(groups []int) [][]string {
	var out [][]string
	at := map[int]int{}
	for i, g := range groups {
		n, ok := at[g]
		if !ok {
			n = len(out)
			at[g] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], t.Organs[i].Name)
	}
	return out
}

// optimum is the frontier's plan at the real number of organs.
func optimum(ctx context.Context, t trial, p reform.Problem) (result, error) {
	ctx, cancel := context.WithTimeout(ctx, perCase)
	defer cancel()
	points, err := reform.Solver{}.Frontier(ctx, p)
	if err != nil {
		return result{}, err
	}
	worth, err := gains(p)
	if err != nil {
		return result{}, err
	}
	cheapest := points[0]
	for _, point := range points {
		if point.Objective < cheapest.Objective {
			cheapest = point
		}
	}
	for _, point := range points {
		if point.Organs == t.groups() && point.Groups != nil {
			r := t.result(methodOptimum, groupsOf(point, p), worth)
			r.Gap, r.Cheapest = point.Gap, cheapest.Organs
			return r, nil
		}
	}
	return result{}, errors.New("no partition into as many organs was found")
}

// groupsOf is the group of each organ in a point.
func groupsOf(point reform.Point, p reform.Problem) []int {
	at := map[string]int{}
	for g, keys := range point.Groups {
		for _, key := range keys {
			at[key] = g
		}
	}
	out := make([]int, len(p.Organs))
	for i, o := range p.Organs {
		out[i] = at[o.Key]
	}
	return out
}

// gains are what merging two organs, and nothing else, takes off the objective.
func gains(p reform.Problem) ([][]float64, error) {
	apart := make([][]string, len(p.Organs))
	for i, o := range p.Organs {
		apart[i] = []string{o.Key}
	}
	now, err := p.Evaluate(apart)
	if err != nil {
		return nil, err
	}
	out := matrix(len(apart), func(i, j int) float64 {
		groups := [][]string{{p.Organs[i].Key, p.Organs[j].Key}}
		for k, o := range p.Organs {
			if k != i && k != j {
				groups = append(groups, []string{o.Key})
			}
		}
		then, e := p.Evaluate(groups)
		if e != nil {
			err = e
		}
		return (now.Objective - then.Objective).Float()
	})
	return out, err
}
