package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"text/tabwriter"
	"time"
)

// The floors of issue 3 on what a county costs.
const (
	mostLinkedBytes = 2 << 20
	mostBuild       = 5 * time.Millisecond
	mostOverlaps    = 5 * time.Millisecond
)

// report is the figures of a run.
type report struct {
	Go          string   `json:"go"`
	CPUs        int      `json:"cpus"`
	Counties    int      `json:"counties"`
	Seed        uint64   `json:"seed"`
	Concurrency int      `json:"concurrency"`
	LoadSeconds float64  `json:"loadSeconds"` // of the dataset into Neo4j; next to nothing where it was there
	Memory      memory   `json:"county"`
	Queries     []figure `json:"queries"`

	took map[string]map[string][]answered // by query, peer and round
}

// figure is one query: its floor and its peers.
type figure struct {
	Query string           `json:"query"`
	Bytes int              `json:"bytes"` // of the first answer
	Floor float64          `json:"floor,omitempty"`
	Ratio float64          `json:"ratio,omitempty"` // the product's requests/s over those of the Cypher peer
	Peers map[string]speed `json:"peers"`
}

// speed is how a peer answers: over all rounds, requests/s is the median of the rounds.
type speed struct {
	PerSecond float64 `json:"requestsPerSecond"`
	P50       float64 `json:"p50Milliseconds"`
	P99       float64 `json:"p99Milliseconds"`
}

func newReport() report {
	return report{Go: runtime.Version(), CPUs: runtime.NumCPU(), took: map[string]map[string][]answered{}}
}

// add takes in what one round measured of a task.
func (r *report) add(t task, took answered) {
	of := r.took[t.query.Name]
	if of == nil {
		of = map[string][]answered{}
		r.took[t.query.Name] = of
		r.Queries = append(r.Queries, figure{Query: t.query.Name, Bytes: len(t.requests[0].want), Floor: t.query.Floor})
	}
	of[t.peer] = append(of[t.peer], took)
	f := &r.Queries[slices.IndexFunc(r.Queries, func(f figure) bool { return f.Query == t.query.Name })]
	f.sum(of)
}

func (f *figure) sum(of map[string][]answered) {
	f.Peers = map[string]speed{}
	for name, rounds := range of {
		var rates []float64
		var all []time.Duration
		for _, round := range rounds {
			rates = append(rates, float64(len(round.each))/round.all.Seconds())
			all = append(all, round.each...)
		}
		slices.Sort(rates)
		slices.Sort(all)
		f.Peers[name] = speed{rates[len(rates)/2], milliseconds(quantile(all, 0.50)), milliseconds(quantile(all, 0.99))}
	}
	if c := f.Peers[cypher]; c.PerSecond > 0 {
		f.Ratio = f.Peers[product].PerSecond / c.PerSecond
	}
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// missed names the floors that were missed.
func (r report) missed() []string {
	var out []string
	for _, f := range r.Queries {
		if f.Floor > 0 && f.Ratio < f.Floor {
			out = append(out, fmt.Sprintf("%s %.2f× < %g×", f.Query, f.Ratio, f.Floor))
		}
	}
	m := r.Memory
	if m.LinkedBytes > mostLinkedBytes {
		out = append(out, fmt.Sprintf("a linked county takes %d bytes", m.LinkedBytes))
	}
	if m.Build > mostBuild {
		out = append(out, fmt.Sprintf("a county is built in %v", m.Build))
	}
	if m.Overlaps > mostOverlaps {
		out = append(out, fmt.Sprintf("its overlaps are found in %v", m.Overlaps))
	}
	return out
}

// print writes the figures as the table of README.md.
func (r report) print(w io.Writer) {
	fmt.Fprintf(w, "%s, %d CPUs, %d counties, concurrency %d, dataset loaded into Neo4j in %.0f s\n\n", r.Go, r.CPUs, r.Counties, r.Concurrency, r.LoadSeconds)
	t := tabwriter.NewWriter(w, 0, 0, 1, ' ', 0)
	fmt.Fprintln(t, "| query\t| bytes\t| product/s\t| p50 ms\t| p99 ms\t| Cypher/s\t| p50 ms\t| p99 ms\t| static/s\t| ratio\t| floor\t|")
	fmt.Fprintln(t, "| ---\t| ---:\t| ---:\t| ---:\t| ---:\t| ---:\t| ---:\t| ---:\t| ---:\t| ---:\t| ---:\t|")
	for _, f := range r.Queries {
		p, c, s := f.Peers[product], f.Peers[cypher], f.Peers[static]
		fmt.Fprintf(t, "| %s\t| %d\t| %.0f\t| %.2f\t| %.2f\t", f.Query, f.Bytes, p.PerSecond, p.P50, p.P99)
		if f.Floor > 0 {
			fmt.Fprintf(t, "| %.0f\t| %.2f\t| %.2f\t| %.0f\t| %.2f×\t| ≥ %g×\t|\n", c.PerSecond, c.P50, c.P99, s.PerSecond, f.Ratio, f.Floor)
		} else {
			fmt.Fprintf(t, "|\t|\t|\t| %.0f\t|\t|\t|\n", s.PerSecond)
		}
	}
	_ = t.Flush()
	m := r.Memory
	fmt.Fprintf(w, "\na linked county: %.2f MiB (≤ 2), its overlaps %.2f MiB more; built in %v (≤ 5 ms), all overlaps found in %v (≤ 5 ms)\n",
		float64(m.LinkedBytes)/(1<<20), float64(m.OverlapsBytes)/(1<<20), m.Build.Round(time.Microsecond), m.Overlaps.Round(time.Microsecond))
	for _, missed := range r.missed() {
		fmt.Fprintln(w, "MISSED:", missed)
	}
}

func write(report any, path string) error {
	data, err := json.MarshalIndent(report, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(data, '\n'), 0o644)
}
