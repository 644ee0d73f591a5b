package reform

import "tiaokuai/internal/gov"

// Unlikeness is what the integration term of a group is read from, whatever the weights: by place, its pairs of organs.
type Unlikeness []unlikeIn

type unlikeIn struct {
	times  gov.Micro
	unlike []gov.Micro // 1 − likeness of each pair
	others gov.Micro   // organs beyond the first
}

// UnlikenessOf reads the functions of some organs, by their keys.
func (p Problem) UnlikenessOf(keys []string) Unlikeness {
	var organs []int
	for _, key := range keys {
		if at := p.find(key); at >= 0 {
			organs = append(organs, at)
		}
	}
	var out Unlikeness
	for _, place := range p.Places {
		one := unlikeIn{times: gov.Micro(len(place.Townships)), others: -1}
		here := place.of(organs)
		for i, f := range here {
			one.others++
			for _, g := range here[:i] {
				likeness, _ := f.Features.Jaccard(g.Features)
				one.unlike = append(one.unlike, gov.One-likeness)
			}
		}
		if one.others > 0 {
			out = append(out, one)
		}
	}
	return out
}

// Integration is the group's integration term at some weights, rounded as in [Problem.Evaluate].
func (u Unlikeness) Integration(w Weights) gov.Micro {
	var all gov.Micro
	for _, place := range u {
		var unlike gov.Micro
		for _, one := range place.unlike {
			unlike += w.Integration.Times(one)
		}
		pairs := gov.Micro(len(place.unlike))
		all += place.times * ((2*unlike*place.others+pairs)/(2*pairs) + w.Dissolution*place.others)
	}
	return all
}
