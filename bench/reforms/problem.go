package main

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/namebook"
	"tiaokuai/internal/reform"
)

// setting is what a plan is made with besides names: the objective's weights, and how the names are read.
type setting struct {
	Weights reform.Weights `json:"weights"`
	// System is what facing a whole system 口 counts, a department being one.
	System gov.Micro `json:"system"`
	// Limit is how many departments and systems together one organ may face.
	Limit int `json:"limit"`
}

// A function of weight w is w² ninths of a whole one: touched, a ninth; regular, four; outright, all. So much of a point
// is faced, the first ninths first, and so many features stand for it: two organs share what the lesser of them has.
const ninths = namebook.Full * namebook.Full

// steps of a unit: what weight 1, then 2, then 3 adds to what is faced of it.
func steps(unit gov.Micro) [namebook.Full]gov.Micro {
	ninth := unit / ninths
	return [namebook.Full]gov.Micro{ninth, 3 * ninth, unit - 4*ninth}
}

// problem is the optimiser's question for a trial, of names alone. Departments and systems are what organs face, each
// graded by weight; duties of full weight are led; all together, by weight, are the features. No rule holds but that
// a trial may ask for offices and institutions apart.
func problem(t trial, book *namebook.Book, s setting) reform.Problem {
	p := reform.Problem{Weights: s.Weights, Constraints: reform.Constraints{MixKinds: true, MixBranches: true}}
	place := reform.Place{Townships: []string{t.ID}, Limit: s.Limit}
	points, duties, features := map[string]int{}, map[string]int{}, map[feature]int32{}
	for i, o := range t.Organs {
		f := reform.Function{Organ: i}
		for _, function := range book.Infer(o.Name, o.Plates) {
			name := string(function.Kind) + ":" + function.Code
			for ninth := range function.Weight * function.Weight {
				f.Features = append(f.Features, number(features, feature{name, ninth}))
			}
			if function.Kind == namebook.KindDuty {
				if function.Weight == namebook.Full {
					f.Duties = append(f.Duties, number(duties, name))
				}
				continue
			}
			first, known := points[name]
			if !known {
				unit := gov.One
				if function.Kind == namebook.KindSystem {
					unit = s.System
				}
				first = len(place.Points)
				points[name] = first
				for _, step := range steps(unit) {
					place.Points = append(place.Points, reform.Interface{Department: len(points), Weight: step})
				}
			}
			for step := range function.Weight {
				f.Points = append(f.Points, first+step)
			}
		}
		slices.Sort(f.Points)
		slices.Sort(f.Features)
		place.Organs = append(place.Organs, f)
		p.Organs = append(p.Organs, reform.Organ{Key: o.Name, Name: o.Name, Kind: officeOr(o)})
	}
	p.Places = []reform.Place{place}
	return p
}

type feature struct {
	name  string
	ninth int
}

func number[K comparable, V int | int32](of map[K]V, k K) V {
	n, ok := of[k]
	if !ok {
		n = V(len(of))
		of[k] = n
	}
	return n
}

// kindOf is an organ's recorded kind, else what the end of its name says, as far as the optimiser may move it.
func kindOf(o named) (gov.OrganKind, bool) {
	switch o.Kind {
	case "行政":
		return gov.OrganOffice, true
	case "事业":
		return gov.OrganInstitution, true
	}
	kind, ok := namebook.KindOf(o.Name)
	return kind, ok && reform.Eligible(kind)
}

// officeOr is an organ's kind, OFFICE where nothing tells.
func officeOr(o named) gov.OrganKind {
	if kind, ok := kindOf(o); ok {
		return kind
	}
	return gov.OrganOffice
}

// likeness is the Jaccard of two organs' features in the problem.
func likeness(p reform.Problem, i, j int) float64 {
	organs := p.Places[0].Organs
	alike, _ := organs[i].Features.Jaccard(organs[j].Features)
	return alike.Float()
}
