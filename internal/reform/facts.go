package reform

import (
	"reflect"
	"slices"
	"strconv"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// Eligible says whether an organ of a kind can be merged: stations and statutory organs stay as they are.
func Eligible(k gov.OrganKind) bool { return k == gov.OrganOffice || k == gov.OrganInstitution }

// OfTownship is the problem of one township's organs.
func OfTownship(t snapshot.Township, w Weights, c Constraints) Problem {
	p := Problem{Weights: w, Constraints: c}
	at := map[string]int{}
	for o := range t.EachOrgan() {
		if Eligible(o.Kind) {
			at[o.Key] = len(p.Organs)
			p.Organs = append(p.Organs, Organ{Key: o.Key, Name: o.Name, Kind: o.Kind, Branch: o.Branch, Mandatory: o.Mandatory, Integrating: o.Integrating})
		}
	}
	p.Places = []Place{placeOf(t, at)}
	return p
}

// OfClass is the problem of the organs of all townships of one size class: those of one name, kind and branch are one
// organ, mandatory or integrating if one of them is. A name that a township has twice is two organs. They stand in the
// order in which the townships, in their order, first have them.
func OfClass(county *snapshot.County, size gov.Size, w Weights, c Constraints) Problem {
	p := Problem{Weights: w, Constraints: c}
	type likeness struct {
		name   string
		kind   gov.OrganKind
		branch gov.Branch
		nth    int
	}
	items := map[likeness]int{}
	for _, t := range county.Townships() {
		if t.Size != size {
			continue
		}
		at, met := map[string]int{}, map[likeness]int{}
		for o := range t.EachOrgan() {
			if !Eligible(o.Kind) {
				continue
			}
			alike := likeness{o.Name, o.Kind, o.Branch, 0}
			alike.nth, met[alike] = met[alike], met[alike]+1
			i, ok := items[alike]
			if !ok {
				i = len(p.Organs)
				items[alike] = i
				p.Organs = append(p.Organs, Organ{Name: o.Name, Kind: o.Kind, Branch: o.Branch})
			}
			item := &p.Organs[i]
			item.Members = append(item.Members, o.Key)
			item.Mandatory, item.Integrating = item.Mandatory || o.Mandatory, item.Integrating || o.Integrating
			at[o.Key] = i
		}
		p.Places = addPlace(p.Places, placeOf(t, at))
	}
	nameKeys(p.Organs)
	return p
}

// nameKeys gives each organ its name as key, with a number where an earlier one has it.
func nameKeys(organs []Organ) {
	times := map[string]int{}
	for i := range organs {
		o := &organs[i]
		o.Key = o.Name
		if times[o.Name]++; times[o.Name] > 1 {
			o.Key += "~" + strconv.Itoa(times[o.Name])
		}
	}
}

// addPlace adds a township to a place of the same functions, if there is one.
func addPlace(places []Place, p Place) []Place {
	for i, q := range places {
		q.Townships, q.Limit = p.Townships, p.Limit
		if reflect.DeepEqual(q, p) {
			places[i].Townships = append(places[i].Townships, p.Townships...)
			return places
		}
	}
	return append(places, p)
}

// placeOf is what the organs of a township do; at gives the number of an eligible one.
func placeOf(t snapshot.Township, at map[string]int) Place {
	p := Place{Townships: []string{t.Key}, Limit: t.County().Settings.Departments()}
	points := pointsOf(t, &p)
	for o := range t.EachOrgan() {
		f := Function{Features: overlap.FeaturesOf(o), Integrating: o.Integrating}
		for e := range o.EachCounterpart() {
			if e.Nature == gov.NatureBusiness {
				f.Points = append(f.Points, faced(e, points[e.Department().Index()])...)
			}
		}
		slices.Sort(f.Points)
		for e := range o.EachAssignment() {
			if d := e.Duty(); e.Role == gov.AssignmentLead && !d.Universal {
				f.Duties = append(f.Duties, d.Index())
			}
		}
		for _, n := range o.Posts {
			f.Posts += n.Count
		}
		if i, ok := at[o.Key]; ok {
			f.Organ = i
			p.Organs = append(p.Organs, f)
		} else {
			p.Fixed = append(p.Fixed, f)
		}
	}
	slices.SortFunc(p.Organs, func(a, b Function) int { return a.Organ - b.Organ })
	return p
}

// pointsOf lays out the points of every department that the township faces by BUSINESS: one where all face the whole of
// it. It gives the first point of each department and their number.
func pointsOf(t snapshot.Township, p *Place) map[int]stretch {
	out := map[int]stretch{}
	for d := range t.County().EachDepartment() {
		business, narrowed := false, false
		for _, e := range t.Facing(d) {
			if e.Nature == gov.NatureBusiness {
				business, narrowed = true, narrowed || len(e.Counterpart.Sections) > 0
			}
		}
		if !business {
			continue
		}
		weights := []gov.Micro{gov.One}
		if narrowed {
			weights = overlap.PointWeights(d)
		}
		out[d.Index()] = stretch{len(p.Points), len(weights)}
		for _, w := range weights {
			p.Points = append(p.Points, Interface{Department: d.Index(), Weight: w})
		}
	}
	return out
}

type stretch struct{ first, count int }

// faced are the points that a counterpart faces.
func faced(e snapshot.Counterpart, at stretch) []int {
	var out []int
	if len(e.Counterpart.Sections) == 0 {
		for i := range at.count {
			out = append(out, at.first+i)
		}
		return out
	}
	sections := e.Department().Sections()
	for _, s := range e.Sections() {
		out = append(out, at.first+s.Index()-sections[0].Index())
	}
	return out
}
