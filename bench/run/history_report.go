package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

// The bounds of issue 4 on reading the past: warm as a multiple of a read of now, cold in milliseconds.
const (
	mostWarm      = 2.0
	mostColdBolt  = 50.0
	mostColdNeo4j = 150.0
)

// historyReport is the figures of a run over commits and the past.
type historyReport struct {
	Commits []commitFigure `json:"commits"`
	At      []atFigure     `json:"at"`
}

// commitFigure is commits per second: medians over the rounds.
type commitFigure struct {
	Store   string  `json:"store"`
	Writers int     `json:"writers"`
	Product float64 `json:"perSecond"`
	Floor   float64 `json:"floorPerSecond"`
	Ratio   float64 `json:"ratio"`

	product, floor []float64 // by round
}

// atFigure is reading one county of a long log.
type atFigure struct {
	Store     string `json:"store"`
	Revisions int64  `json:"revisions"`
	Current   spread `json:"current"` // a request for the county as it is
	Revision  spread `json:"revision"`
	Day       spread `json:"day"`
	Cold      spread `json:"cold"`
	ColdByDay spread `json:"coldByDay"`
	// of the best of three reads of each revision
	ColdBest      spread  `json:"coldBest"`
	ColdByDayBest spread  `json:"coldByDayBest"`
	Bound         float64 `json:"bound"`
	Head          spread  `json:"head"`               // the newest revision, cold
	Bare          float64 `json:"withoutCheckpoints"` // the first read of a log that has none
	Heal          float64 `json:"heal"`               // until all were written, in milliseconds
}

// spread is how long something takes, in milliseconds.
type spread struct {
	P50 float64 `json:"p50"`
	P99 float64 `json:"p99"`
	Max float64 `json:"max"`
}

func spreadOf(took []time.Duration) spread {
	slices.Sort(took)
	if len(took) == 0 {
		return spread{}
	}
	return spread{milliseconds(quantile(took, 0.50)), milliseconds(quantile(took, 0.99)), milliseconds(took[len(took)-1])}
}

// add takes in one round of one store.
func (r *historyReport) add(store string, writers int, product, floor float64) {
	i := slices.IndexFunc(r.Commits, func(f commitFigure) bool { return f.Store == store && f.Writers == writers })
	if i < 0 {
		i = len(r.Commits)
		r.Commits = append(r.Commits, commitFigure{Store: store, Writers: writers})
	}
	f := &r.Commits[i]
	f.product, f.floor = append(f.product, product), append(f.floor, floor)
}

// sum makes medians of the rounds.
func (r *historyReport) sum() {
	for i := range r.Commits {
		f := &r.Commits[i]
		slices.Sort(f.product)
		slices.Sort(f.floor)
		f.Product, f.Floor = f.product[len(f.product)/2], f.floor[len(f.floor)/2]
		f.Ratio = f.Product / f.Floor
	}
}

// missed names the bounds that were passed: warm by the median, cold by the slowest revision at the best of three reads.
func (r historyReport) missed() []string {
	var out []string
	for _, f := range r.At {
		for what, s := range map[string]spread{"revision": f.Revision, "day": f.Day} {
			if s.P50 > mostWarm*f.Current.P50 {
				out = append(out, fmt.Sprintf("%s: a read at a %s takes %.2f× one of now", f.Store, what, s.P50/f.Current.P50))
			}
		}
		for what, s := range map[string]spread{"revision": f.ColdBest, "day": f.ColdByDayBest} {
			if s.Max > f.Bound {
				out = append(out, fmt.Sprintf("%s: a cold %s takes %.0f ms > %.0f", f.Store, what, s.Max, f.Bound))
			}
		}
		if f.Head.P50 > f.Bound {
			out = append(out, fmt.Sprintf("%s: the newest revision, cold, takes %.0f ms > %.0f", f.Store, f.Head.P50, f.Bound))
		}
	}
	slices.Sort(out)
	return out
}

// print writes the figures as the tables of README.md.
func (r historyReport) print(w io.Writer) {
	t := tabwriter.NewWriter(w, 0, 0, 1, ' ', 0)
	fmt.Fprintln(t, "| store\t| writers\t| commits/s\t| floor/s\t| ratio\t|")
	fmt.Fprintln(t, "| ---\t| ---:\t| ---:\t| ---:\t| ---:\t|")
	for _, f := range r.Commits {
		fmt.Fprintf(t, "| %s\t| %d\t| %.0f\t| %.0f\t| %.2f×\t|\n", f.Store, f.Writers, f.Product, f.Floor, f.Ratio)
	}
	_ = t.Flush()
	fmt.Fprintln(w)
	fmt.Fprintln(t, "| store\t| revisions\t| now p50 ms\t| warm revision\t| warm day\t| cold: p50 ms\t| p99\t| best of 3 p50\t| max\t| by day: p50\t| p99\t| best of 3 max\t| bound\t| cold now p50\t| no checkpoints\t| all rewritten\t|")
	fmt.Fprintln(t, "| ---\t"+strings.Repeat("| ---:\t", 15)+"|")
	for _, f := range r.At {
		fmt.Fprintf(t, "| %s\t| %d\t| %.3f\t| %.2f×\t| %.2f×\t| %.1f\t| %.1f\t| %.1f\t| %.1f\t| %.1f\t| %.1f\t| %.1f\t| ≤ %.0f\t| %.1f\t| %.0f ms\t| %.1f s\t|\n", f.Store, f.Revisions, f.Current.P50,
			f.Revision.P50/f.Current.P50, f.Day.P50/f.Current.P50,
			f.Cold.P50, f.Cold.P99, f.ColdBest.P50, f.ColdBest.Max, f.ColdByDay.P50, f.ColdByDay.P99, f.ColdByDayBest.Max, f.Bound, f.Head.P50, f.Bare, f.Heal/1000)
	}
	_ = t.Flush()
	for _, missed := range r.missed() {
		fmt.Fprintln(w, "MISSED:", missed)
	}
}
