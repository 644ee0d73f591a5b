// Package queries holds the questions that are measured. The documents are fixed; what is asked of the n-th county of the
// dataset follows from n.
package queries

import (
	"embed"
	"encoding/json"

	"tiaokuai/bench/dataset"
	"tiaokuai/internal/gov"
)

//go:embed *.graphql
var documents embed.FS

// Query is one question with what it is asked of.
type Query struct {
	Name     string
	Document string  // file name
	Floor    float64 // least requests/s as a multiple of the Cypher peer's; 0 for a query that the peer does not answer
	Single   bool    // it is about all counties, so that there is one request and not one for each
	subject  func(n int) Subject
	kinds    []gov.OverlapKind
}

// Subject is what a request is about, as the Cypher peer takes it.
type Subject struct{ County, Township, Organ string }

// All are the queries in the order of the report. The lists of overlaps are asked for one kind, which a handler with
// hand-written Cypher can be held to, and for all kinds, which it can't.
func All() []Query {
	many := []gov.OverlapKind{gov.OverlapManyToOne}
	return []Query{
		{Name: "organ", Document: "organ.graphql", Floor: 2, subject: organ},
		{Name: "township_page", Document: "township_page.graphql", Floor: 1, subject: township},
		{Name: "township_overlaps", Document: "township_overlaps.graphql", Floor: 2, subject: township, kinds: many},
		{Name: "county_overlaps", Document: "county_overlaps.graphql", Floor: 3, subject: county, kinds: many},
		{Name: "overlap_counts", Document: "overlap_counts.graphql", Floor: 50, subject: county, Single: true},
		{Name: "township_overlaps_all_kinds", Document: "township_overlaps.graphql", subject: township},
		{Name: "county_overlaps_all_kinds", Document: "county_overlaps.graphql", subject: county},
	}
}

// Variants is how many different requests there are over a number of counties.
func (q Query) Variants(counties int) int {
	if q.Single {
		return 1
	}
	return counties
}

// Subject is what the n-th request is about: another township and organ of each county.
func (q Query) Subject(n int) Subject { return q.subject(n) }

// Body is the n-th request as it is posted.
func (q Query) Body(n int) ([]byte, error) {
	text, err := documents.ReadFile(q.Document)
	if err != nil {
		return nil, err
	}
	return json.Marshal(map[string]any{"query": string(text), "variables": q.variables(n)})
}

func (q Query) variables(n int) map[string]any {
	s := q.Subject(n)
	switch {
	case q.Single:
		return map[string]any{}
	case s.Organ != "":
		return map[string]any{"id": gov.GlobalID{Type: "Organ", County: s.County, Key: s.Organ}.String()}
	case s.Township != "":
		return q.withKinds(map[string]any{"id": gov.GlobalID{Type: "Township", County: s.County, Key: s.Township}.String()})
	}
	return q.withKinds(map[string]any{"code": s.County})
}

func (q Query) withKinds(variables map[string]any) map[string]any {
	if len(q.kinds) > 0 {
		variables["kinds"] = q.kinds
	}
	return variables
}

func county(n int) Subject { return Subject{County: dataset.Code(n)} }

func township(n int) Subject {
	return Subject{County: dataset.Code(n), Township: dataset.TownshipKey(n, n%dataset.Townships)}
}

func organ(n int) Subject {
	s := township(n)
	s.Organ = dataset.OrganKey(n, n%dataset.Townships, n%dataset.Organs)
	return s
}
