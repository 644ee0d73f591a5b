package gov

import (
	"reflect"
	"slices"
	"unique"
)

// Normalize brings a node or edge into its one canonical form: sets sorted and free of repeats, empty slices nil. It
// changes its argument, so it is called once, when the value is made.
func Normalize[T interface{ normalize() }](v T) T {
	v.normalize()
	return v
}

// Equal says whether two normalised nodes (or edges) say the same; nil equals nil alone.
func Equal(a, b any) bool { return reflect.DeepEqual(a, b) }

func (p *Provenance) normalize() {
	p.Sources = sortedSet(p.Sources)
	p.Attributes = slices.Clone(p.Attributes)
	for i := range p.Attributes {
		p.Attributes[i].Sources = sortedSet(p.Attributes[i].Sources)
	}
	slices.SortStableFunc(p.Attributes, func(a, b AttributeBasis) int { return compareStrings(a.Attribute, b.Attribute) })
	p.Attributes = trimEmpty(slices.CompactFunc(p.Attributes, func(a, b AttributeBasis) bool { return a.Attribute == b.Attribute }))
}

// intern gives equal strings one copy: thousands of edges name the same few hundred keys.
func intern[S ~string](s S) S { return S(unique.Make(string(s)).Value()) }

func trimEmpty[T any](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	return s
}

func sortedSet[S ~string](s []S) []S {
	if len(s) == 0 {
		return nil
	}
	out := slices.Clone(s)
	for i := range out {
		out[i] = intern(out[i])
	}
	slices.Sort(out)
	return slices.Compact(out)
}
