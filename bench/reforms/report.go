package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"tiaokuai/internal/namebook"
)

// report is the figures of a run.
type report struct {
	Setting setting   `json:"setting"`
	Notes   []string  `json:"notes,omitempty"` // why a total is missing
	Totals  []total   `json:"totals"`
	Answers []answer  `json:"cases"`
	None    []refused `json:"notUsable"`
}

func reportOf(ctx context.Context, trials []trial, none []refused, s setting) (report, error) {
	r := report{Setting: s, None: none}
	answers, errs := make([]answer, len(trials)), make([]error, len(trials))
	var g errgroup.Group
	g.SetLimit(runtime.NumCPU())
	for i, t := range trials {
		g.Go(func() error {
			answers[i], errs[i] = compare(ctx, t, namebook.Default(), s)
			return nil
		})
	}
	_ = g.Wait()
	for i, t := range trials {
		switch err := errs[i]; {
		case err == nil:
			r.Answers = append(r.Answers, answers[i])
		case errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil:
			r.None = append(r.None, refused{t.name(), "not answered within " + perCase.String()})
		case ctx.Err() == nil:
			r.None = append(r.None, refused{t.name(), err.Error()})
		default:
			return r, fmt.Errorf("%s: %w", t.name(), err)
		}
	}
	r.Totals, r.Notes = totals(r.Answers)
	switch {
	case len(r.Answers) > 0:
	case len(r.None) > 0:
		r.Notes = append(r.Notes, "no case is usable: see below")
	default:
		r.Notes = append(r.Notes, "no cases: the file has none")
	}
	return r, nil
}

func (r report) print(w io.Writer) {
	fmt.Fprintf(w, "weights: %s\n\n", r.Setting)
	printNotes(w, r.Notes)
	if len(r.Answers) > 0 {
		r.printTotals(w)
		r.printCases(w)
	}
	for _, a := range r.Answers {
		a.print(w)
	}
	printNone(w, r.None)
}

func printNotes(w io.Writer, notes []string) {
	for _, n := range notes {
		fmt.Fprintf(w, "%s\n\n", n)
	}
}

func printNone(w io.Writer, none []refused) {
	fmt.Fprintln(w, "\nnot usable:")
	for _, n := range none {
		fmt.Fprintf(w, "  %-6s %s\n", n.ID, n.Reason)
	}
}

// stated is a trust as given, – where none is.
func stated(trust string) string { return cmp.Or(strings.TrimSpace(trust), "–") }

func (s setting) String() string {
	w := s.Weights
	return fmt.Sprintf("w1 %s, w2 %s, w3 %s, α %s, β %s; system %s, limit %d", w.Interfaces, w.Duties, w.Span, w.Integration, w.Dissolution, s.System, s.Limit)
}

func (r report) printTotals(w io.Writer) {
	fmt.Fprintln(w, "| over | cases | method | pair precision | recall | F1 pooled | F1 mean | adjusted Rand | reciprocal rank |")
	fmt.Fprintln(w, "| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
	for _, t := range r.Totals {
		pooled := fmt.Sprintf("%.2f | %.2f | %.2f", t.Precision, t.Recall, t.PooledF1)
		if t.Method == methodRandom {
			pooled = " |  | "
		}
		fmt.Fprintf(w, "| %s | %d | %s | %s | %.2f | %.2f | %.2f |\n", t.Over, t.Trials, t.Method, pooled, t.F1, t.Rand, t.Mean)
	}
}

func (r report) printCases(w io.Writer) {
	fmt.Fprintln(w, "\n| case | trust | organs | F1: "+strings.Join(methods, " | ")+" | adjusted Rand: "+strings.Join(methods, " | ")+" | ranks | cheapest |")
	fmt.Fprintln(w, "| --- | --- | --- |"+strings.Repeat(" ---: |", 2*len(methods))+" --- | ---: |")
	for _, a := range r.Answers {
		fmt.Fprintf(w, "| %s | %s | %d → %d |", a.Case, stated(a.Trust), a.Organs, a.After)
		for _, m := range a.Results {
			fmt.Fprintf(w, " %.2f |", m.F1)
		}
		for _, m := range a.Results {
			fmt.Fprintf(w, " %.2f |", m.Rand)
		}
		fmt.Fprintf(w, " %s of %d | %d |\n", spaced(a.Results[0].Ranks), a.Organs*(a.Organs-1)/2, a.Results[0].Cheapest)
	}
}

func spaced(ranks []float64) string { return strings.Trim(fmt.Sprint(ranks), "[]") }

// print shows what was made one in the reform, and what the optimum makes one instead.
func (a answer) print(w io.Writer) {
	fmt.Fprintf(w, "\n%s %s (%s)\n", a.Case, a.Place, stated(a.Trust))
	optimum := a.Results[0].Groups
	for _, g := range several(a.Real) {
		mark := " "
		if slices.ContainsFunc(optimum, func(h []string) bool { return slices.Equal(g, h) }) {
			mark = "✓"
		}
		fmt.Fprintf(w, "  %s real      %s\n", mark, strings.Join(g, " + "))
	}
	for _, g := range several(optimum) {
		if !slices.ContainsFunc(a.Real, func(h []string) bool { return slices.Equal(g, h) }) {
			fmt.Fprintf(w, "  ✗ proposed  %s\n", strings.Join(g, " + "))
		}
	}
	if len(a.Left) > 0 {
		fmt.Fprintf(w, "    left out  %s\n", strings.Join(a.Left, ", "))
	}
	for _, n := range a.Notes {
		fmt.Fprintf(w, "    note      %s\n", n)
	}
	if gap := a.Results[0].Gap; gap > 0 {
		fmt.Fprintf(w, "    not proven: up to %s less\n", gap)
	}
}

func several(groups [][]string) [][]string {
	return slices.DeleteFunc(slices.Clone(groups), func(g []string) bool { return len(g) < 2 })
}
