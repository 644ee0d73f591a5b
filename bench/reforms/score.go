package main

import "slices"

// agreement is how a partition compares with the real one, counted in pairs of organs.
type agreement struct {
	Both     int `json:"both"`     // pairs joined in both
	Proposed int `json:"proposed"` // joined in the proposal
	Real     int `json:"real"`     // joined in the reform
	// Rand is the adjusted Rand index (Hubert and Arabie 1985): 1 the same, 0 what chance gives, may be negative.
	Rand float64 `json:"adjustedRand"`
}

// agree compares a proposal, given as the group of each organ, with a trial.
func agree(t trial, proposal []int) agreement {
	a := agreement{Rand: adjustedRand(t.Group, proposal)}
	for j := range proposal {
		for i := range j {
			if t.Loose[[2]int{i, j}] {
				continue
			}
			proposed, real := proposal[i] == proposal[j], t.joined(i, j)
			a.Proposed += one(proposed)
			a.Real += one(real)
			a.Both += one(proposed && real)
		}
	}
	return a
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// precision is the share of the proposed pairs that are real, 0 where none is proposed.
func (a agreement) precision() float64 { return share(float64(a.Both), float64(a.Proposed)) }

// recall is the share of the real pairs that are proposed.
func (a agreement) recall() float64 { return share(float64(a.Both), float64(a.Real)) }

// f1 is the harmonic mean of precision and recall.
func (a agreement) f1() float64 { return share(2*float64(a.Both), float64(a.Proposed+a.Real)) }

func share(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return part / whole
}

// adjustedRand of two partitions; 1 where chance leaves nothing to tell them apart by (both all alone, or all together).
func adjustedRand(a, b []int) float64 {
	both := map[[2]int]int{}
	ofA, ofB := map[int]int{}, map[int]int{}
	for i := range a {
		both[[2]int{a[i], b[i]}]++
		ofA[a[i]]++
		ofB[b[i]]++
	}
	same, inA, inB := 0, pairsOf(ofA), pairsOf(ofB)
	for _, n := range both {
		same += n * (n - 1) / 2
	}
	all := float64(len(a)*(len(a)-1)) / 2
	if all == 0 {
		return 1
	}
	expected, most := float64(inA)*float64(inB)/all, float64(inA+inB)/2
	if most == expected {
		return 1
	}
	return (float64(same) - expected) / (most - expected)
}

func pairsOf(sizes map[int]int) int {
	sum := 0
	for _, n := range sizes {
		sum += n * (n - 1) / 2
	}
	return sum
}

// rank is where the best pair of each real merger stands among all pairs ranked by worth, the best first. Pairs of equal
// worth share the middle of their places, so that knowing nothing is no better than chance.
func rank(t trial, worth [][]float64) []float64 {
	var all []float64
	for j := range t.Organs {
		for i := range j {
			all = append(all, worth[i][j])
		}
	}
	var out []float64
	for _, m := range t.mergers() {
		best := float64(len(all)) + 1
		for y, j := range m {
			for _, i := range m[:y] {
				best = min(best, place(all, worth[i][j]))
			}
		}
		out = append(out, best)
	}
	slices.Sort(out)
	return out
}

func place(all []float64, worth float64) float64 {
	better, equal := 0, 0
	for _, w := range all {
		better += one(w > worth)
		equal += one(w == worth)
	}
	return float64(better) + float64(equal+1)/2
}

// reciprocal is the mean of 1/rank: 1 where every real merger has a pair that ranks first.
func reciprocal(ranks []float64) float64 {
	sum := 0.0
	for _, r := range ranks {
		sum += 1 / r
	}
	return share(sum, float64(len(ranks)))
}
