package main

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"time"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/namebook"
	"tiaokuai/internal/reform"
)

// perCase bounds how long the frontier of one case may take: far longer than any takes, so that the figures are the same on
// slow machines.
const perCase = 10 * time.Minute

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
	Gap       gov.Micro `json:"gap,omitempty"` // of the optimum, where it is not proven
	// Cheapest is the number of organs that costs least; of more than the exact programme takes, only the real number is solved.
	Cheapest int `json:"cheapest,omitempty"`
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
	Notes   []string   `json:"notes,omitempty"`
	Results []result   `json:"results"`
}

// The methods, in the order of the table.
const (
	methodOptimum = "optimum" // with the weights fitted
	methodDefault = "default" // the optimum with the product's default weights
	methodLinkage = "linkage" // the same catalogue, joined greedily by likeness
	methodLouvain = "louvain" // the same catalogue, communities of the graph of likenesses
	methodNames   = "names"   // no catalogue: characters in common
	methodRandom  = "random"
)

var methods = []string{methodOptimum, methodDefault, methodLinkage, methodLouvain, methodNames, methodRandom}

// compare answers a trial by all methods.
func compare(ctx context.Context, t trial, book *namebook.Book, s setting) (answer, error) {
	a := answer{Case: t.name(), Place: t.Place, Trust: t.Trust, Soft: t.Soft, Organs: len(t.Organs), After: t.groups(), Left: t.Left, Notes: t.Notes}
	a.Real = t.named(t.Group)
	best, err := optimum(ctx, t, book, s)
	if err != nil {
		return a, err
	}
	usual, err := optimum(ctx, t, book, defaults())
	if err != nil {
		return a, err
	}
	usual.Method = methodDefault
	byLikeness := t.greedy(methodLinkage, agglomerate, func(u trial) [][]float64 { return alike(u, book, s) })
	byCommunity := t.greedy(methodLouvain, louvain, func(u trial) [][]float64 { return alike(u, book, s) })
	a.Results = []result{best, usual, byLikeness, byCommunity, t.greedy(methodNames, agglomerate, similar), t.random()}
	return a, nil
}

// alike are the likenesses of the organs' functions.
func alike(t trial, book *namebook.Book, s setting) [][]float64 {
	p := problem(t, book, s)
	return matrix(len(t.Organs), func(i, j int) float64 { return likeness(p, i, j) })
}

// answered is what a method makes of a question: the group of each organ, and what each pair is worth.
type answered struct {
	groups []int
	worth  [][]float64
}

// each puts the answers to the parts of a trial together. Pairs that belong to different parts are worth nothing at all.
func (t trial) each(answer func(trial) (answered, error)) (answered, error) {
	whole := answered{make([]int, len(t.Organs)), matrix(len(t.Organs), func(int, int) float64 { return math.Inf(-1) })}
	before := 0
	parts, organs := t.apart()
	for n, u := range parts {
		a, err := answer(u)
		if err != nil {
			return whole, err
		}
		for x, i := range organs[n] {
			whole.groups[i] = before + a.groups[x]
			for y, j := range organs[n] {
				whole.worth[i][j] = a.worth[x][y]
			}
		}
		before += len(u.Organs)
	}
	return whole, nil
}

// greedy is the result of a method that goes by what pairs are worth.
func (t trial) greedy(method string, join func(worth [][]float64, k int) []int, worth func(trial) [][]float64) result {
	a, _ := t.each(func(u trial) (answered, error) {
		w := worth(u)
		return answered{join(w, u.groups()), w}, nil
	})
	return t.result(method, a)
}

// result is a partition compared with the real one, with the ranks by what pairs are worth.
func (t trial) result(method string, given answered) result {
	a, ranks := agree(t, given.groups), rank(t, given.worth)
	return result{
		Method: method, Groups: t.named(given.groups), agreement: a, Precision: a.precision(), Recall: a.recall(), F1: a.f1(),
		Ranks: ranks, Mean: reciprocal(ranks),
	}
}

// random is the mean of random partitions and orders.
func (t trial) random() result {
	dice := rand.New(rand.NewPCG(1, 2))
	mean := result{Method: methodRandom}
	for range draws {
		a, _ := t.each(func(u trial) (answered, error) {
			worth := matrix(len(u.Organs), func(int, int) float64 { return dice.Float64() })
			return answered{drawn(len(u.Organs), u.groups(), dice), worth}, nil
		})
		r := t.result("", a)
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
func optimum(ctx context.Context, t trial, book *namebook.Book, s setting) (result, error) {
	ctx, cancel := context.WithTimeout(ctx, perCase)
	defer cancel()
	var gap gov.Micro
	cheapest := 0
	a, err := t.each(func(u trial) (answered, error) {
		p := problem(u, book, s)
		if len(p.Organs) >= reform.ExactAtoms {
			p.Constraints.MinOrgans, p.Constraints.MaxOrgans = u.groups(), u.groups() // the whole frontier would take long
		}
		points, err := reform.Solver{}.Frontier(ctx, p)
		if err != nil {
			return answered{}, err
		}
		least := points[0]
		at := slices.IndexFunc(points, func(x reform.Point) bool { return x.Organs == u.groups() && x.Groups != nil })
		if at < 0 {
			return answered{}, errors.New("no partition into as many organs was found")
		}
		for _, x := range points {
			if x.Objective < least.Objective {
				least = x
			}
		}
		gap += points[at].Gap
		cheapest += least.Organs
		worth, err := gains(p)
		return answered{groupsOf(points[at], p), worth}, err
	})
	if err != nil {
		return result{}, err
	}
	r := t.result(methodOptimum, a)
	r.Gap, r.Cheapest = gap, cheapest
	return r, nil
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
