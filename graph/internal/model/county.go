package model

import (
	"context"
	"time"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/search"
)

// CountySummary is a county in a list of counties.
type CountySummary struct{ atlas.CountyBrief }

// Code is the county's code.
func (s CountySummary) Code() string { return s.Head.County }

// Name is the county's name.
func (s CountySummary) Name() string { return s.Brief.Name }

// Regions are the levels above it.
func (s CountySummary) Regions() []gov.Region { return s.Brief.Regions }

// Revision counts its commits.
func (s CountySummary) Revision() int64 { return s.Head.Revision }

// UpdatedAt is when the head was recorded.
func (s CountySummary) UpdatedAt() time.Time { return s.Head.RecordedAt }

// Metrics are its counts and costs.
func (s CountySummary) Metrics() Metrics { return NewMetrics(s.Brief.Summary) }

// NewMetrics shows a summary's counts and costs.
func NewMetrics(s overlap.Summary) Metrics {
	m := Metrics{
		Townships: s.Townships, Organs: s.Organs, Stations: s.Stations, Leaders: s.Leaders, Departments: s.Departments, Duties: s.Duties,
		Overlaps: s.Overlaps, StructureCost: s.Cost.Float(), ReducibleCost: (s.Cost - s.Irreducible).Float(), ByKind: make([]KindCount, len(s.Kinds)),
	}
	for i, k := range s.Kinds {
		m.ByKind[i] = KindCount{Kind: k.Kind, Count: k.Count, Cost: k.Cost.Float()}
	}
	return m
}

// SearchHit is a name found, with a way to the object itself.
type SearchHit struct {
	search.Hit
	Find func(context.Context) (Node, error)
}

// Kind is the kind of node found.
func (h SearchHit) Kind() gov.NodeKind { return h.Entry.Kind }

// Key is its key.
func (h SearchHit) Key() string { return h.Entry.Key }

// Name is its name.
func (h SearchHit) Name() string { return h.Entry.Names[0] }

// Township is the name of its township; empty where it is in none.
func (h SearchHit) Township() string { return h.Entry.Township }

// Node is the object itself.
func (h SearchHit) Node(ctx context.Context) (Node, error) { return h.Find(ctx) }
