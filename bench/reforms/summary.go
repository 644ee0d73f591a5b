package main

import "slices"

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

// counted says whether a case may count: those of trust C and D are shown, but count for nothing.
func (a answer) counted() bool { return a.Trust == "A" || a.Trust == "B" }

// totals sum up: what the sources say, and that with soft answers at half weight.
func totals(answers []answer) []total {
	counted := slices.DeleteFunc(slices.Clone(answers), func(a answer) bool { return !a.counted() })
	hard := slices.DeleteFunc(slices.Clone(counted), func(a answer) bool { return a.Soft })
	var out []total
	for _, method := range methods {
		out = append(out, sum("stated", method, hard))
	}
	for _, method := range methods {
		out = append(out, sum("with soft ×½", method, counted))
	}
	return out
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
