package main

import (
	"fmt"
	"slices"
	"strings"
)

// total is how a method does over several trials.
type total struct {
	Over      string  `json:"over"`
	Method    string  `json:"method"`
	Trials    int     `json:"trials"`
	Precision float64 `json:"precision"` // these three of the pairs of all trials together
	Recall    float64 `json:"recall"`
	PooledF1  float64 `json:"pooledF1"`
	F1        float64 `json:"f1"` // the rest are means over the trials
	Rand      float64 `json:"adjustedRand"`
	Mean      float64 `json:"meanReciprocalRank"`
}

// softWeight is what a soft answer counts beside one that the source says.
const softWeight = 0.5

func (a answer) weight() float64 {
	if a.Soft {
		return softWeight
	}
	return 1
}

// counts says whether a case of some trust may count: only those of C and D, given in so many words, count for nothing.
func counts(trust string) bool {
	grade := graded(trust)
	return grade != "C" && grade != "D"
}

// graded is a trust as written, whatever its case and width.
func graded(trust string) string { return strings.ToUpper(folded(trust)) }

// totals sum up what the sources say, and that with soft answers at half weight; where nothing counts, all there is. The
// notes say why a sum is not there.
func totals(answers []answer) (out []total, notes []string) {
	counted := slices.DeleteFunc(slices.Clone(answers), func(a answer) bool { return !counts(a.Trust) })
	hard := slices.DeleteFunc(slices.Clone(counted), func(a answer) bool { return a.Soft })
	sums := func(over string, of []answer) {
		for _, method := range methods {
			out = append(out, sum(over, method, of))
		}
	}
	switch {
	case len(answers) == 0:
	case len(counted) == 0:
		notes = append(notes, uncounted(answers, func(a answer) string { return a.Trust }))
		sums("all, none counts", answers)
	case len(hard) == 0:
		notes = append(notes, "no stated answer counts, only inferred ones")
		sums("with soft ×½", counted)
	default:
		sums("stated", hard)
		sums("with soft ×½", counted)
	}
	return out, notes
}

// uncounted says why none of some cases counts.
func uncounted[T any](of []T, trust func(T) string) string {
	c := 0
	for _, x := range of {
		c += one(graded(trust(x)) == "C")
	}
	var why []string
	if c > 0 {
		why = append(why, fmt.Sprintf("%d of trust C", c))
	}
	if d := len(of) - c; d > 0 {
		why = append(why, fmt.Sprintf("%d of trust D", d))
	}
	return "no case counts: " + strings.Join(why, ", ") + "; the means are over all of them"
}

func sum(over, method string, answers []answer) total {
	t := total{Over: over, Method: method, Trials: len(answers)}
	var both, proposed, real, all float64
	for _, a := range answers {
		w := a.weight()
		r := a.Results[slices.IndexFunc(a.Results, func(r result) bool { return r.Method == method })]
		all += w
		t.F1 += w * r.F1
		t.Rand += w * r.Rand
		t.Mean += w * r.Mean
		both += w * float64(r.Both)
		proposed += w * float64(r.Proposed)
		real += w * float64(r.Real)
	}
	t.F1, t.Rand, t.Mean = share(t.F1, all), share(t.Rand, all), share(t.Mean, all)
	t.Precision, t.Recall, t.PooledF1 = share(both, proposed), share(both, real), share(2*both, proposed+real)
	return t
}
