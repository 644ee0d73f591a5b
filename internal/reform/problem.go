package reform

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
)

// MaxOrgans is the most organs that one problem may have.
const MaxOrgans = 64

// Problem is a set of organs to be partitioned, with all that the cost of a partition is read from. It is plain data:
// solving reads nothing else, and changes nothing of it.
type Problem struct {
	Organs      []Organ     `json:"organs"` // in the snapshot's order, which breaks ties
	Places      []Place     `json:"places"` // where they stand; costs are summed over the places
	Weights     Weights     `json:"weights"`
	Constraints Constraints `json:"constraints"`
}

// Organ is one organ to be decided about; in a size class, the same-named organs of its townships.
type Organ struct {
	Key       string        `json:"key"` // the organ's key; its name in a size class
	Name      string        `json:"name"`
	Members   []string      `json:"members,omitempty"` // keys of the organs it stands for, where these are several townships'
	Kind      gov.OrganKind `json:"kind"`
	Branch    gov.Branch    `json:"branch,omitempty"` // empty: unknown, goes with either
	Mandatory bool          `json:"mandatory,omitempty"`
	// Integrating organs serve many departments by their nature; one that is so in some township counts here.
	Integrating bool `json:"integrating,omitempty"`
}

// Place is one township, or several in which the same organs have the same functions.
type Place struct {
	Townships []string `json:"townships"` // keys; each counts once in every sum
	// Points are the points of the departments that anyone here faces; a department's weigh one unit together.
	Points []Interface `json:"points,omitempty"`
	Limit  int         `json:"limit"` // departments that one organ may face before its span costs
	Organs []Function  `json:"organs,omitempty"`
	Fixed  []Function  `json:"fixed,omitempty"` // stations and statutory organs: part of what is shared, not of the question
}

// Interface is a point at which organs face a department.
type Interface struct {
	Department int       `json:"department"` // any number that tells departments of one place apart
	Weight     gov.Micro `json:"weight"`
}

// Function is what one organ does in one place.
type Function struct {
	Organ       int              `json:"organ"`              // index in Problem.Organs; of no meaning for a fixed one
	Points      []int            `json:"points,omitempty"`   // indexes in Place.Points, sorted
	Duties      []int            `json:"duties,omitempty"`   // numbers of the duties it leads, universal ones left out
	Features    overlap.Features `json:"features,omitempty"` // what its likeness to others is read from
	Integrating bool             `json:"integrating,omitempty"`
	Posts       int              `json:"posts,omitempty"` // authorised posts of all types
}

// Point is the best partition into one number of organs.
type Point struct {
	Organs int `json:"organs"`
	// Groups are keys of organs in the problem's order, the groups in the order of their first organs. In a problem too
	// large for the exact programme they may be absent: no partition into as many was found, nor shown to be impossible;
	// the objective is then the proven bound on it, without terms.
	Groups    [][]string `json:"groups"`
	Objective gov.Micro  `json:"objective"` // the sum of Terms
	Terms     Terms      `json:"terms"`
	// Gap is how much less another partition into as many organs might cost at most: 0 is a proven optimum.
	Gap gov.Micro `json:"gap,omitempty"`
}

// Bound is the proven least cost of any partition into as many organs.
func (p Point) Bound() gov.Micro { return p.Objective - p.Gap }

// Terms are the terms of the objective, weighted.
type Terms struct {
	Interfaces  gov.Micro `json:"interfaces"`
	Duties      gov.Micro `json:"duties"`
	Span        gov.Micro `json:"span"`
	Integration gov.Micro `json:"integration"`
}

// Sum is the objective.
func (t Terms) Sum() gov.Micro { return t.Interfaces + t.Duties + t.Span + t.Integration }

// Structure is the part of the objective that is structure cost, up to [Problem.Base].
func (t Terms) Structure() gov.Micro { return t.Interfaces + t.Duties + t.Span }

func (t Terms) plus(u Terms) Terms {
	return Terms{t.Interfaces + u.Interfaces, t.Duties + u.Duties, t.Span + u.Span, t.Integration + u.Integration}
}

// Check refuses a problem that is not well formed.
func (p Problem) Check() error {
	if len(p.Organs) == 0 {
		return gov.Errorf(gov.CodeInvalid, "范围内没有可合并的机构", "there is no organ to decide about").
			Advise("党政机构和事业单位参与测算，派驻站所和纪委、人大、武装部、群团不参与",
				"offices and institutions are eligible, stations and statutory organs are not")
	}
	if len(p.Organs) > MaxOrgans {
		return gov.Errorf(gov.CodeTooComplex, "机构超过 %[1]d 个（%[2]d）", "there are more than %[1]d organs (%[2]d)", MaxOrgans, len(p.Organs))
	}
	seen := map[string]bool{}
	for i, o := range p.Organs {
		if o.Key == "" || seen[o.Key] {
			return gov.Errorf(gov.CodeInvalid, "机构编号为空或重复", "an organ's key is empty or given twice").At("organs", i, "key")
		}
		seen[o.Key] = true
	}
	for i, place := range p.Places {
		if err := place.check(len(p.Organs)); err != nil {
			return err.At("places", i)
		}
	}
	return p.Weights.Check().Err()
}

func (p Place) check(organs int) *gov.Error {
	wrong := gov.Errorf(gov.CodeInvalid, "机构职能的编号超出范围或重复", "a function's numbers are out of range or given twice")
	seen := map[int]bool{}
	for i, f := range p.Organs {
		if f.Organ < 0 || f.Organ >= organs || seen[f.Organ] {
			return wrong.At("organs", i, "organ")
		}
		seen[f.Organ] = true
	}
	for i, f := range slices.Concat(p.Organs, p.Fixed) {
		for _, point := range f.Points {
			if point < 0 || point >= len(p.Points) {
				return wrong.At("organs", i, "points")
			}
		}
	}
	return nil
}

// departments are the departments that some points belong to.
func (p Place) departments(points []int) []int {
	var out []int
	for _, i := range points {
		out = append(out, p.Points[i].Department)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
