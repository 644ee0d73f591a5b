package main

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/namebook"
	"tiaokuai/internal/reform"
)

// fit is what weights fitted on some cases do on others.
type fit struct {
	Grid    int       `json:"grid"`    // settings tried
	Default score     `json:"default"` // at the product's defaults
	Best    setting   `json:"best"`    // on all cases
	Inside  score     `json:"inSample"`
	Outside score     `json:"leftOut"` // each case with the weights that are best on the others
	Cases   []leftOut `json:"cases"`
	// Alone is how the score moves with one weight, the others at their best.
	Alone []varied  `json:"alone"`
	Notes []string  `json:"notes,omitempty"`
	None  []refused `json:"notUsable"`
}

// score is the weighted mean over trials, soft ones at half weight.
type score struct {
	F1   float64 `json:"f1"`
	Rand float64 `json:"adjustedRand"`
}

// worth is what is fitted: the mean of the two.
func (s score) worth() float64 { return (s.F1 + s.Rand) / 2 }

type leftOut struct {
	Case    string  `json:"case"`
	Setting setting `json:"setting"` // best on the other cases
	Default score   `json:"default"`
	Inside  score   `json:"inSample"`
	Outside score   `json:"leftOut"`
}

type varied struct {
	Setting setting `json:"setting"`
	Score   score   `json:"score"`
}

// fullGrid are the settings that are tried. w1 is the unit. β is not among them, which at a given number of organs is the
// same for every partition; nor is w2, which changed no plan between 0 and 1.
func fullGrid() []setting {
	return grid([]float64{0.1, 0.25, 0.5, 1, 2, 3, 4}, []float64{1}, []float64{0, 0.25, 0.5}, []float64{0.5, 1, 2})
}

func grid(alphas, duties, spans, systems []float64) []setting {
	var out []setting
	for _, a := range alphas {
		for _, d := range duties {
			for _, w := range spans {
				for _, s := range systems {
					out = append(out, setting{
						Weights: reform.Weights{Interfaces: gov.One, Duties: micro(d), Span: micro(w), Integration: micro(a)},
						System:  micro(s), Limit: gov.DefaultDepartmentLimit,
					})
				}
			}
		}
	}
	return out
}

// leaveOneOut fits the weights on the trials that count, on all and with the trials of one case left out; where none
// counts, on all there are.
func leaveOneOut(ctx context.Context, trials []trial, none []refused, book *namebook.Book, settings []setting) (fit, error) {
	var notes []string
	if counted := slices.DeleteFunc(slices.Clone(trials), func(t trial) bool { return !counts(t.Trust) }); len(counted) > 0 {
		trials = counted
	} else if len(trials) > 0 {
		notes = append(notes, uncounted(trials, func(t trial) string { return t.Trust }))
	} else {
		return fit{None: none, Notes: []string{"no case is usable: nothing to fit"}}, nil
	}
	scores, err := scoresOf(ctx, trials, book, append(slices.Clone(settings), defaults()))
	if err != nil {
		return fit{}, err
	}
	usual := scores[len(settings)]
	all := func(trial) bool { return true }
	best := fittest(scores[:len(settings)], trials, all)
	f := fit{Notes: notes, None: none, Grid: len(settings), Best: settings[best], Inside: mean(scores[best], trials, all), Default: mean(usual, trials, all)}
	var outside []score
	for i, t := range trials {
		on := fittest(scores[:len(settings)], trials, func(u trial) bool { return u.family() != t.family() })
		outside = append(outside, scores[on][i])
		f.Cases = append(f.Cases, leftOut{t.name(), settings[on], usual[i], scores[best][i], scores[on][i]})
	}
	f.Outside = mean(outside, trials, all)
	for i, s := range settings {
		if differ(s, f.Best) == 1 {
			f.Alone = append(f.Alone, varied{s, mean(scores[i], trials, all)})
		}
	}
	return f, nil
}

// scoresOf are the scores of each setting on each trial.
func scoresOf(ctx context.Context, trials []trial, book *namebook.Book, settings []setting) ([][]score, error) {
	out := make([][]score, len(settings))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.NumCPU())
	for i, s := range settings {
		out[i] = make([]score, len(trials))
		g.Go(func() error {
			for j, t := range trials {
				r, err := optimum(ctx, t, book, s)
				if err != nil {
					return fmt.Errorf("%s: %w", t.name(), err)
				}
				out[i][j] = score{r.F1, r.Rand}
			}
			return nil
		})
	}
	return out, g.Wait()
}

// fittest is the number of the setting with the best mean over some trials; of equals the middle one, since the edge of
// a plateau is where the next case falls off.
func fittest(scores [][]score, trials []trial, on func(trial) bool) int {
	const same = 1e-9
	var best []int
	top := -1.0
	for i := range scores {
		switch w := mean(scores[i], trials, on).worth(); {
		case w > top+same:
			best, top = []int{i}, w
		case w > top-same:
			best = append(best, i)
		}
	}
	return best[len(best)/2]
}

func mean(scores []score, trials []trial, on func(trial) bool) score {
	var out score
	all := 0.0
	for i, t := range trials {
		if !on(t) {
			continue
		}
		w := answer{Soft: t.Soft}.weight()
		out.F1 += w * scores[i].F1
		out.Rand += w * scores[i].Rand
		all += w
	}
	return score{share(out.F1, all), share(out.Rand, all)}
}

// differ is how many of the fitted numbers differ.
func differ(s, t setting) int {
	return one(s.Weights.Integration != t.Weights.Integration) + one(s.Weights.Duties != t.Weights.Duties) +
		one(s.Weights.Span != t.Weights.Span) + one(s.System != t.System)
}

func (f fit) print(w io.Writer) {
	printNotes(w, f.Notes)
	if len(f.Cases) > 0 {
		f.printCases(w)
	}
	printNone(w, f.None)
}

func (f fit) printCases(w io.Writer) {
	fmt.Fprintf(w, "%d settings; best on all cases: %s\n\n", f.Grid, f.Best)
	fmt.Fprintln(w, "| case | default: F1 | adjusted Rand | in sample: F1 | adjusted Rand | left out: F1 | adjusted Rand | weights fitted on the others |")
	fmt.Fprintln(w, "| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |")
	line := func(name string, a, b, c score, note string) {
		fmt.Fprintf(w, "| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %s |\n", name, a.F1, a.Rand, b.F1, b.Rand, c.F1, c.Rand, note)
	}
	for _, c := range f.Cases {
		line(c.Case, c.Default, c.Inside, c.Outside, c.Setting.String())
	}
	line("mean", f.Default, f.Inside, f.Outside, "")
	fmt.Fprintln(w, "\none weight moved from the best:")
	for _, v := range f.Alone {
		fmt.Fprintf(w, "  %.3f %.3f  %s\n", v.Score.F1, v.Score.Rand, v.Setting)
	}
}
