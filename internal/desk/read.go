package desk

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
)

// Scenarios are a county's scenarios, those written last first.
func (d *Desk) Scenarios(ctx context.Context, v *atlas.View, county string) ([]Record, error) {
	documents, err := v.Documents(ctx, county, scenario.Document, 0)
	if err != nil {
		return nil, err
	}
	out := make([]Record, len(documents))
	for i, one := range documents {
		if out[i], err = d.record(one); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(out, func(a, b Record) int { return cmp.Or(b.Time.Compare(a.Time), cmp.Compare(a.ID, b.ID)) })
	return out, nil
}

// Scenario is one scenario; NOT_FOUND if there is none.
func (d *Desk) Scenario(ctx context.Context, v *atlas.View, county, id string) (Record, error) {
	documents, err := v.Documents(ctx, county, scenario.Document, 0)
	if err != nil {
		return Record{}, err
	}
	i, found := slices.BinarySearchFunc(documents, id, func(one atlas.Document, id string) int { return cmp.Compare(one.ID, id) })
	if !found {
		return Record{}, noScenario(id)
	}
	return d.record(documents[i])
}

func noScenario(id string) *gov.Error {
	return gov.Errorf(gov.CodeNotFound, "没有编号为 %q 的模拟方案，可能已删除", "there is no scenario %q; it may have been deleted", id)
}

// record is a document read as a scenario, decoded once.
func (d *Desk) record(one atlas.Document) (Record, error) {
	s, err := d.records.get(versionKey{one.County, one.ID, one.Version}, one.Body)
	if err != nil {
		return Record{}, err
	}
	return Record{s, one.ID, one.County, one.Version, one.Actor, one.Time}, nil
}

// Result is what a scenario stands on and what it leads to. The result has the world s<id>; the base that of its
// revision, or the head's.
func (d *Desk) Result(ctx context.Context, v *atlas.View, county, id string) (base, result *snapshot.County, err error) {
	r, err := d.Scenario(ctx, v, county, id)
	if err != nil {
		return nil, nil, err
	}
	return d.ResultOf(ctx, v, r)
}

// ResultOf is Result of a scenario that was read already. What it stands on is where its first phase began, if it is
// carried out in phases.
func (d *Desk) ResultOf(ctx context.Context, v *atlas.View, r Record) (base, result *snapshot.County, err error) {
	if base, err = d.base(ctx, v, r.County, r.Base); err != nil {
		return nil, nil, err
	}
	if result, err = d.resultOn(base, r); err != nil {
		return nil, nil, err
	}
	if r.From() != r.Base {
		base, err = d.base(ctx, v, r.County, r.From())
	}
	return base, result, err
}

// base is a county at a revision, in the world of the head where it is that. A view older than the scenario is
// exchanged for a new one.
func (d *Desk) base(ctx context.Context, v *atlas.View, county string, revision int64) (*snapshot.County, error) {
	h, err := v.Head(county)
	if err != nil {
		return nil, err
	}
	if h.Revision < revision {
		if v, err = d.fresh(ctx); err != nil {
			return nil, err
		}
		if h, err = v.Head(county); err != nil {
			return nil, err
		}
	}
	if h.Revision == revision {
		revision = 0
	}
	return v.At(ctx, county, atlas.Version{Revision: revision})
}

// fresh is a view that has everything written before it was asked for.
func (d *Desk) fresh(ctx context.Context) (*atlas.View, error) {
	if err := d.atlas.Sync(ctx); err != nil {
		return nil, err
	}
	return d.atlas.View()
}

// resultOn is the result of a version, computed where it is not kept; many who ask at once share one.
func (d *Desk) resultOn(base *snapshot.County, r Record) (*snapshot.County, error) {
	return d.once(resultKey{versionKey{r.County, r.ID, r.Version}, ""}, func() (*snapshot.County, error) {
		c, _, err := r.Scenario.Result(base, r.ID)
		return c, err
	})
}

// once gives a snapshot from the cache, else computes it.
func (d *Desk) once(key resultKey, compute func() (*snapshot.County, error)) (*snapshot.County, error) {
	if c, ok := d.results.Get(key); ok {
		return c, nil
	}
	c, err, _ := d.flights.Do(fmt.Sprint(key), func() (any, error) {
		if c, ok := d.results.Get(key); ok {
			return c, nil
		}
		c, err := compute()
		if err != nil {
			return nil, err
		}
		d.results.Put(key, c)
		return c, nil
	})
	if err != nil {
		return nil, err
	}
	return c.(*snapshot.County), nil
}

// At is a county in any version, a scenario's result among them.
func (d *Desk) At(ctx context.Context, v *atlas.View, county string, version atlas.Version) (*snapshot.County, error) {
	if version.Scenario == "" {
		return v.At(ctx, county, version)
	}
	r, err := d.Scenario(ctx, v, county, version.Scenario)
	if err != nil {
		return nil, err
	}
	_, whole, err := d.ResultOf(ctx, v, r)
	if err != nil || len(version.Bases) == 0 {
		return whole, err
	}
	key := resultKey{versionKey{r.County, r.ID, r.Version}, string(version.World())}
	return d.once(key, func() (*snapshot.County, error) { return whole.Filter(version.Bases, version.World()), nil })
}

// Check is what a scenario leaves incomplete, errors first.
func (d *Desk) Check(ctx context.Context, v *atlas.View, county, id string) ([]scenario.Issue, error) {
	r, err := d.Scenario(ctx, v, county, id)
	if err != nil {
		return nil, err
	}
	base, result, err := d.ResultOf(ctx, v, r)
	if err != nil {
		return nil, err
	}
	return scenario.Check(base, result, r.Scenario.Scope), nil
}

// Compare sets scenarios of one county side by side with a baseline: what they all stand on, or the county's head where
// they stand on different revisions. Paths of its problems start with "scenarios" and the index.
func (d *Desk) Compare(ctx context.Context, v *atlas.View, county string, ids ...string) (scenario.Comparison, error) {
	baseline, err := v.County(ctx, county)
	if err != nil {
		return scenario.Comparison{}, err
	}
	many := make([]scenario.Named, len(ids))
	bases := map[int64]*snapshot.County{}
	for i, id := range ids {
		r, err := d.Scenario(ctx, v, county, id)
		if err != nil {
			return scenario.Comparison{}, at(err, "scenarios", i)
		}
		base, result, err := d.ResultOf(ctx, v, r)
		if err != nil {
			return scenario.Comparison{}, err
		}
		if bases[r.From()] = base; len(bases) == 1 {
			baseline = base
		} else if baseline, err = v.County(ctx, county); err != nil {
			return scenario.Comparison{}, err
		}
		many[i] = scenario.Named{ID: r.ID, Title: r.Title, County: result, Edits: r.Whole()}
	}
	return scenario.Compare(baseline, many), nil
}

// validID says whether an id is written as scenarios' are.
func validID(id string) bool {
	return id != "" && len(id) <= 64 && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}
