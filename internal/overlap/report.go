package overlap

import (
	"slices"
	"sync"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Report is every overlap of a county with its sums. It is shared and must not be changed.
type Report struct {
	// All are the county's own findings, then each township's in the order of the townships; within these by kind in
	// the order of [Detectors], then in the order of the snapshot.
	All       []Overlap
	Total     gov.Micro   // the county's structure cost: exactly the sum of the costs of All
	ByKind    []KindCount // every kind, in the order of [Detectors]
	townships map[string]span
	places    func() map[string]int // fingerprint → place in All, made at the first use
}

// KindCount is how often a kind was found and what that costs.
type KindCount struct {
	Kind        gov.OverlapKind `json:"kind"`
	Count       int             `json:"count"`
	Cost        gov.Micro       `json:"cost"`
	Irreducible gov.Micro       `json:"irreducible,omitempty"`
}

type span struct{ first, end int }

// Of is the report of a county, computed once per snapshot from the findings kept with its parts.
func Of(c *snapshot.County) *Report {
	return snapshot.Derive(c.Cell(), "overlap report", func() *Report { return newReport(c) })
}

// OfTownship are the overlaps of a township, kept with its part of the snapshot. They must not be changed.
func OfTownship(t snapshot.Township) []Overlap {
	return snapshot.Derive(t.Cell(), cellName(t.County()), func() []Overlap {
		fs := newFindings(t.Key)
		for i := range detectors {
			detectors[i].inTownship(t, fs)
		}
		return slices.Clone(fs.overlaps)
	})
}

// OfCounty are the overlaps of the county's own nodes, found once per county. They must not be changed.
func OfCounty(c *snapshot.County) []Overlap {
	return snapshot.Derive(c.BaseCell(), cellName(c), func() []Overlap {
		fs := newFindings("")
		for i := range detectors {
			detectors[i].inCounty(c, fs)
		}
		return slices.Clone(fs.overlaps)
	})
}

func newReport(c *snapshot.County) *Report {
	r := &Report{townships: map[string]span{}}
	own := OfCounty(c)
	parts, at := [][]Overlap{own}, len(own)
	r.townships[""] = span{0, at}
	for _, t := range c.Townships() {
		found := OfTownship(t)
		parts = append(parts, found)
		r.townships[t.Key] = span{at, at + len(found)}
		at += len(found)
	}
	r.All = slices.Concat(parts...)
	r.Total, r.ByKind = Cost(r.All), CountKinds(r.All)
	r.places = sync.OnceValue(func() map[string]int {
		places := make(map[string]int, len(r.All))
		for i := range r.All {
			places[r.All[i].Fingerprint] = i
		}
		return places
	})
	return r
}

// ByTownship are the overlaps of the township with a key, those of the county itself for an empty key.
func (r *Report) ByTownship(key string) []Overlap {
	s := r.townships[key]
	return r.All[s.first:s.end]
}

// Find is the overlap with a fingerprint; false if there is none.
func (r *Report) Find(fingerprint string) (Overlap, bool) {
	i, ok := r.places()[fingerprint]
	if !ok {
		return Overlap{}, false
	}
	return r.All[i], true
}

// Cost is the structure cost of some overlaps: exactly the sum of their costs.
func Cost(os []Overlap) gov.Micro {
	var sum gov.Micro
	for i := range os {
		sum += os[i].Cost
	}
	return sum
}

// CountKinds counts overlaps by kind; every kind is there, in the order of [Detectors].
func CountKinds(os []Overlap) []KindCount {
	counts := make([]KindCount, len(detectors))
	for i := range detectors {
		counts[i].Kind = detectors[i].Kind
	}
	for i := range os {
		for j := range counts {
			if counts[j].Kind == os[i].Kind {
				counts[j].Count++
				counts[j].Cost += os[i].Cost
				counts[j].Irreducible += os[i].Irreducible
			}
		}
	}
	return counts
}
