package model

import (
	"context"
	"slices"
	"sync"

	"tiaokuai/graph/internal/explore"
	"tiaokuai/graph/internal/fault"
	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// ChangeKind is what became of something between two versions.
type ChangeKind string

// The kinds of change. What was dissolved and lives on as a former is REMOVED.
const (
	ChangeAdded   ChangeKind = "ADDED"
	ChangeRemoved ChangeKind = "REMOVED"
	ChangeChanged ChangeKind = "CHANGED"
	ChangeKept    ChangeKind = "KEPT"
)

// Diff is what lies between two versions of a county.
type Diff struct {
	effect
	nodes func() []EntityChange // all, the kept ones too, by kind and key
	edges func() []RelationChange
	edits func() []change.Edit
}

// NewDiff is the way from one version to another; before is nil where the county was not yet there.
func NewDiff(before, after *snapshot.County) Diff {
	delta := sync.OnceValue(func() gov.Delta { return snapshot.Diff(before, after) })
	return Diff{
		effect: effect{before, after},
		nodes:  sync.OnceValue(func() []EntityChange { return entityChanges(before, after, delta()) }),
		edges:  sync.OnceValue(func() []RelationChange { return relationChanges(before, after, delta()) }),
		edits:  sync.OnceValue(func() []change.Edit { return change.Between(before, after) }),
	}
}

// From is the older version; nil where the county was not yet there.
func (d Diff) From() *snapshot.County { return d.before }

// To is the newer version.
func (d Diff) To() *snapshot.County { return d.after }

// Entities are the entities that changed as asked.
func (d Diff) Entities(keys []string, kinds []gov.NodeKind, changes []ChangeKind, first *int, after *string) (EntityChangeConnection, error) {
	rows := chosen(d.nodes(), changes, func(c EntityChange) (bool, ChangeKind) {
		return among(keys, c.Key()) && among(kinds, c.Kind()), c.Change()
	})
	found, err := page.Paginate(rows, entityChangeOrder, page.Args{First: first, After: after})
	return EntityChangeConnection{found}, err
}

// Relations are the relations that changed as asked.
func (d Diff) Relations(of []string, kinds []explore.Relation, changes []ChangeKind, first *int, after *string) (RelationChangeConnection, error) {
	rows := chosen(d.edges(), changes, func(c RelationChange) (bool, ChangeKind) {
		from, to := c.edge().Ends()
		return (among(of, from) || among(of, to)) && among(kinds, c.Relation()), c.Change()
	})
	found, err := page.Paginate(rows, relationChangeOrder, page.Args{First: first, After: after})
	return RelationChangeConnection{found}, err
}

// chosen are the rows of the kinds and changes asked for; without changes all but what was kept.
func chosen[T any](rows []T, changes []ChangeKind, read func(T) (bool, ChangeKind)) []T {
	if len(changes) == 0 {
		changes = []ChangeKind{ChangeAdded, ChangeRemoved, ChangeChanged}
	}
	var out []T
	for _, r := range rows {
		if ok, c := read(r); ok && slices.Contains(changes, c) {
			out = append(out, r)
		}
	}
	return out
}

func among[K comparable](asked []K, k K) bool { return len(asked) == 0 || slices.Contains(asked, k) }

// Counts are how many of each kind were added, removed, changed and kept.
func (d Diff) Counts(ctx context.Context) []ChangeCount {
	l := fault.LanguageFrom(ctx)
	var out []ChangeCount
	for _, n := range d.nodes() {
		out = counted(out, string(n.Kind()), n.Change(), l)
	}
	for _, e := range d.edges() {
		out = counted(out, string(e.Relation()), e.Change(), l)
	}
	return out
}

// counted adds one to the count of its kind; the kinds come one after the other.
func counted(out []ChangeCount, kind string, c ChangeKind, l gov.Language) []ChangeCount {
	if len(out) == 0 || out[len(out)-1].Kind != kind {
		out = append(out, ChangeCount{Kind: kind, Label: Word(kind).In(l)})
	}
	last := &out[len(out)-1]
	switch c {
	case ChangeAdded:
		last.Added++
	case ChangeRemoved:
		last.Removed++
	case ChangeChanged:
		last.Changed++
	case ChangeKept:
		last.Kept++
	}
	return out
}

// EditCount is how many edits lead from one version to the other.
func (d Diff) EditCount() int { return len(d.edits()) }

// Edits lead from one version to the other.
func (d Diff) Edits(first *int) ([]Edit, error) {
	return newEdits(d.edits(), change.NamesIn(d.before, d.after), first)
}
