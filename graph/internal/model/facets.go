package model

import (
	"cmp"
	"context"
	"slices"

	"tiaokuai/graph/internal/fault"
	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// tally counts values by how often they occur, most first.
type tally map[string]int

func (t tally) facets(label func(string) string) []FacetCount {
	out := make([]FacetCount, 0, len(t))
	for v, n := range t {
		out = append(out, FacetCount{Value: v, Label: label(v), Count: n})
	}
	slices.SortFunc(out, func(a, b FacetCount) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value)) })
	return out
}

// count tallies a value of each row; an empty one is not counted.
func count[T any, V ~string](rows []T, value func(T) V) tally {
	t := tally{}
	for _, r := range rows {
		if v := value(r); v != "" {
			t[string(v)]++
		}
	}
	return t
}

// countEach tallies several values of each row.
func countEach[T any, V ~string](rows []T, values func(T) []V) tally {
	t := tally{}
	for _, r := range rows {
		for _, v := range values(r) {
			t[string(v)]++
		}
	}
	return t
}

func itself(v string) string { return v }

func words(l gov.Language) func(string) string {
	return func(v string) string { return Word(v).In(l) }
}

// OrganConnection is a page of organs with facets.
type OrganConnection struct {
	page.Connection[snapshot.Organ]
}

// Facets count the organs of all pages.
func (c OrganConnection) Facets(ctx context.Context) OrganFacets {
	l, all := fault.LanguageFrom(ctx), c.All()
	return OrganFacets{
		Kinds:       count(all, func(o snapshot.Organ) gov.OrganKind { return o.Kind }).facets(words(l)),
		Managements: count(all, func(o snapshot.Organ) gov.Management { return o.Management }).facets(words(l)),
		Townships:   count(all, func(o snapshot.Organ) string { return o.Township().Key }).facets(nameIn(all, snapshot.Organ.County)),
	}
}

// nameIn labels a key by the name it has in the rows' snapshot.
func nameIn[T any](rows []T, county func(T) *snapshot.County) func(string) string {
	return func(key string) string {
		if n, ok := county(rows[0]).Node(key); ok {
			return n.NodeName()
		}
		return key
	}
}

// DutyConnection is a page of duties with facets.
type DutyConnection struct {
	page.Connection[snapshot.Duty]
}

// Facets count the duties of all pages.
func (c DutyConnection) Facets(ctx context.Context) DutyFacets {
	all := c.All()
	lists := func(d snapshot.Duty) []gov.DutyList {
		out := make([]gov.DutyList, len(d.Listings))
		for i, l := range d.Listings {
			out[i] = l.List
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	return DutyFacets{
		Aspects: count(all, func(d snapshot.Duty) string { return d.Aspect }).facets(itself),
		Domains: count(all, func(d snapshot.Duty) string { return d.Domain }).facets(itself),
		Lists:   countEach(all, lists).facets(words(fault.LanguageFrom(ctx))),
	}
}

// Facets count the findings of all pages.
func (c OverlapConnection) Facets() OverlapFacets { return OverlapFacets{c.All()} }

// OverlapFacets count findings, each facet only where it is asked for: a county has a thousand findings.
type OverlapFacets struct{ all []Overlap }

// All are the findings that are counted.
func (f OverlapFacets) All() []Overlap { return f.all }

// Kinds count them by kind.
func (f OverlapFacets) Kinds(ctx context.Context) []FacetCount {
	l := fault.LanguageFrom(ctx)
	return count(f.all, func(o Overlap) gov.OverlapKind { return o.Kind }).facets(func(v string) string {
		d, _ := overlap.Lookup(gov.OverlapKind(v))
		return d.Name.In(l)
	})
}

// Classes count them by class.
func (f OverlapFacets) Classes(ctx context.Context) []FacetCount {
	return count(f.all, func(o Overlap) overlap.Class { return o.Class }).facets(words(fault.LanguageFrom(ctx)))
}

// Severities count them by band of cost.
func (f OverlapFacets) Severities(ctx context.Context) []FacetCount {
	return count(f.all, func(o Overlap) overlap.Severity { return o.Severity }).facets(words(fault.LanguageFrom(ctx)))
}

// Townships count them by township.
func (f OverlapFacets) Townships() []FacetCount {
	return count(f.all, func(o Overlap) string { return o.Overlap.Township }).facets(nameIn(f.all, Overlap.County))
}
