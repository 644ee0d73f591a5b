package model

import (
	"context"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// Coverage is one measure of coverage, of the county or of one township.
type Coverage struct {
	overlap.Coverage
	c *snapshot.County
}

// Gauge is the measure's code.
func (v Coverage) Gauge() string { return string(v.Coverage.Gauge) }

// Label is what the measure counts.
func (v Coverage) Label(ctx context.Context, language *gov.Language) string {
	for _, g := range overlap.Gauges() {
		if g.Gauge == v.Coverage.Gauge {
			return In(ctx, language, g.Name)
		}
	}
	return v.Gauge()
}

// Township is nil for the county as a whole.
func (v Coverage) Township() *snapshot.Township { return townshipIn(v.c, v.Coverage.Township) }

// Sufficient says whether it is at or above the county's coverage floor.
func (v Coverage) Sufficient() bool { return v.Percent() >= v.c.Settings.Coverage() }

// NotAssessable is what can't be judged, and what to collect.
type NotAssessable struct {
	overlap.NotAssessable
	c *snapshot.County
}

// Township is nil for the county.
func (n NotAssessable) Township() *snapshot.Township {
	return townshipIn(n.c, n.NotAssessable.Township)
}

// Reason is why it can't be judged.
func (n NotAssessable) Reason(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, n.NotAssessable.Reason)
}

// Collect is what to collect.
func (n NotAssessable) Collect(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, n.NotAssessable.Collect)
}

// DataConflict is some statements that contradict each other.
type DataConflict struct {
	overlap.Conflict
	c *snapshot.County
}

// Entities are what states it.
func (d DataConflict) Entities() []snapshot.Entity {
	out := make([]snapshot.Entity, 0, len(d.Keys))
	for _, key := range d.Keys {
		if e, ok := d.c.Entity(key); ok {
			out = append(out, e)
		}
	}
	return out
}

// Text says how they contradict each other.
func (d DataConflict) Text(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, d.Conflict.Text)
}

// UnfacedSections are sections of a department that no organ of a township faces (对口空白).
type UnfacedSections struct {
	Township   snapshot.Township
	Department snapshot.Department
	Sections   []snapshot.Section
}

// NewQuality shows a report on data quality.
func NewQuality(c *snapshot.County, q *overlap.Quality) DataQuality {
	var out DataQuality
	for _, v := range q.Coverage {
		out.Coverage = append(out.Coverage, Coverage{v, c})
	}
	for _, n := range q.NotAssessable {
		out.NotAssessable = append(out.NotAssessable, NotAssessable{n, c})
	}
	for _, conflict := range q.Conflicts {
		out.Conflicts = append(out.Conflicts, DataConflict{conflict, c})
	}
	for _, u := range q.Unfaced {
		t, _ := snapshot.Lookup[snapshot.Township](c, u.Township)
		d, _ := snapshot.Lookup[snapshot.Department](c, u.Department)
		shown := UnfacedSections{Township: t, Department: d}
		for _, key := range u.Sections {
			s, _ := snapshot.Lookup[snapshot.Section](c, key)
			shown.Sections = append(shown.Sections, s)
		}
		out.Unfaced = append(out.Unfaced, shown)
	}
	return out
}

func townshipIn(c *snapshot.County, key string) *snapshot.Township {
	t, ok := snapshot.Lookup[snapshot.Township](c, key)
	if !ok {
		return nil
	}
	return &t
}
