package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tiaokuai/bench/dataset"
	"tiaokuai/bench/history"
	"tiaokuai/graph"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
	"tiaokuai/internal/store/bolt"
	"tiaokuai/internal/store/neo4j"
)

const (
	manyWriters = 8
	longCounty  = manyWriters // the county after those that the writers have, which gets the long log
)

// engine is a store under test with the floor of its commits.
type engine struct {
	name  string
	store store.Checkpointed
	atlas *atlas.Atlas
	bound float64 // of a cold read, in milliseconds
	floor func(ctx context.Context, writer int) error
}

// runHistory measures commits and reads of the past on both stores in one run.
func runHistory(ctx context.Context, o options, stdout, stderr io.Writer) (err error) {
	dir, err := os.MkdirTemp("", "tiaokuai-bench-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	file, err := bolt.Open(filepath.Join(dir, "tiaokuai.db"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close(ctx)) }()
	least, err := history.NewBoltFloor(filepath.Join(dir, "floor.db"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, least.Close()) }()
	database, err := neo4j.Open(ctx, neo4j.Config{URI: o.neo4j})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, database.Close(ctx)) }()
	bare, err := driver.NewDriverWithContext(o.neo4j, driver.NoAuth())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, bare.Close(ctx)) }()
	return measureHistory(ctx, o, stdout, stderr, []*engine{
		{name: "bolt", store: file, bound: mostColdBolt, floor: least.Write},
		{name: "neo4j", store: database, bound: mostColdNeo4j, floor: history.Neo4jFloor{Driver: bare}.Write},
	})
}

func measureHistory(ctx context.Context, o options, stdout, stderr io.Writer, engines []*engine) error {
	var r historyReport
	for _, e := range engines {
		e.atlas = atlas.New(atlas.Config{Store: e.store})
		if err := dataset.Load(ctx, e.atlas, o.seed, manyWriters); err != nil {
			return err
		}
		start := time.Now()
		if err := history.Fill(ctx, e.store, o.seed, longCounty, o.head()); err != nil {
			return err
		}
		fmt.Fprintf(stderr, "%s: a log of %d commits (%v)\n", e.name, o.head(), time.Since(start).Round(time.Second))
	}
	for round := range o.rounds {
		for _, e := range engines {
			for _, writers := range []int{1, manyWriters} {
				if err := e.commits(ctx, o, &r, writers); err != nil {
					return err
				}
			}
		}
		fmt.Fprintf(stderr, "commits: round %d of %d\n", round+1, o.rounds)
	}
	for _, e := range engines {
		f, err := e.past(ctx, o)
		if err != nil {
			return err
		}
		r.At = append(r.At, f)
		fmt.Fprintf(stderr, "%s: read the past\n", e.name)
	}
	r.sum()
	r.print(stdout)
	return o.conclude(r, r.missed())
}

// head is the revision of the long county: a day after the last that is read as the past. The newest revision is measured
// apart.
func (o options) head() int64 { return o.revisions + history.PerDay }

// commits measures one round of some writers, floor and product one after the other.
func (e *engine) commits(ctx context.Context, o options, r *historyReport, writers int) error {
	if err := e.atlas.Sync(ctx); err != nil {
		return err
	}
	crew := make([]*history.Writer, writers)
	for w := range crew {
		var err error
		if crew[w], err = history.NewWriter(ctx, e.atlas, dataset.Code(w)); err != nil {
			return err
		}
	}
	floor, err := history.Rate(ctx, writers, o.measure, e.floor)
	if err != nil {
		return err
	}
	product, err := history.Rate(ctx, writers, o.measure, func(ctx context.Context, w int) error { return crew[w].Commit(ctx) })
	if err != nil {
		return err
	}
	r.add(e.name, writers, product, floor)
	return nil
}

// past measures reading the long county as it was.
func (e *engine) past(ctx context.Context, o options) (atFigure, error) {
	f := atFigure{Store: e.name, Revisions: o.revisions, Bound: e.bound}
	if err := e.store.Settled(ctx); err != nil {
		return f, err
	}
	revisions := history.Some(o.samples, o.revisions)
	for _, byDay := range []bool{false, true} { // cold is what this program holds; the store has answered such questions before
		if _, err := history.Cold(ctx, e.store, longCounty, revisions[:min(20, len(revisions))], byDay); err != nil {
			return f, err
		}
	}
	var err error
	if f.Cold, f.ColdBest, err = e.cold(ctx, revisions, false); err != nil {
		return f, err
	}
	if f.ColdByDay, f.ColdByDayBest, err = e.cold(ctx, revisions, true); err != nil {
		return f, err
	}
	took, err := history.Cold(ctx, e.store, longCounty, slices.Repeat([]int64{o.head()}, 1+o.samples/10), false)
	if err != nil {
		return f, err
	}
	f.Head = spreadOf(took)
	if err := e.warm(ctx, o, &f, revisions[:min(32, len(revisions))]); err != nil {
		return f, err
	}
	return f, e.heal(ctx, o, &f)
}

// cold reads each revision three times, in three passes, and gives all times and the least of each revision: what else
// runs on the machine slows one read, what a revision costs slows all three.
func (e *engine) cold(ctx context.Context, revisions []int64, byDay bool) (all, best spread, err error) {
	var every, least []time.Duration
	for range 3 {
		took, err := history.Cold(ctx, e.store, longCounty, revisions, byDay)
		if err != nil {
			return all, best, err
		}
		every = append(every, took...)
		if least == nil {
			least = slices.Clone(took)
		}
		for i := range took {
			least[i] = min(least[i], took[i])
		}
	}
	return spreadOf(every), spreadOf(least), nil
}

// warm asks for the county as it is, at revisions and at days in turn, all of which are in the cache.
func (e *engine) warm(ctx context.Context, o options, f *atFigure, revisions []int64) error {
	if err := e.atlas.Sync(ctx); err != nil {
		return err
	}
	h := graph.New(graph.Config{Atlas: e.atlas, Reference: func() string { return "bench" }})
	var current, revision, day []time.Duration
	round := func() error {
		for _, r := range revisions {
			for _, q := range []struct {
				at   map[string]any
				took *[]time.Duration
			}{{nil, &current}, {map[string]any{"revision": r}, &revision}, {map[string]any{"time": history.Day(r)}, &day}} {
				took, err := ask(h, history.Request(longCounty, q.at))
				if err != nil {
					return err
				}
				*q.took = append(*q.took, took)
			}
		}
		return ctx.Err()
	}
	if err := round(); err != nil { // for the cache
		return err
	}
	current, revision, day = nil, nil, nil
	for end := time.Now().Add(o.measure); len(current) == 0 || time.Now().Before(end); {
		if err := round(); err != nil {
			return err
		}
	}
	f.Current, f.Revision, f.Day = spreadOf(current), spreadOf(revision), spreadOf(day)
	return nil
}

func ask(h http.Handler, r *http.Request) (time.Duration, error) {
	start := time.Now()
	err := history.Ask(h, r)
	return time.Since(start), err
}

// heal takes all checkpoints away and reads the last revision of the past, which writes them again.
func (e *engine) heal(ctx context.Context, o options, f *atFigure) error {
	for revision := o.head(); ; revision-- {
		at, _, err := e.store.Checkpoint(ctx, dataset.Code(longCounty), revision)
		if err != nil {
			return err
		}
		if revision = at; at == 0 {
			break
		}
		if err := e.store.PutCheckpoint(ctx, dataset.Code(longCounty), at, gov.Graph{}); err != nil {
			return err
		}
	}
	start := time.Now()
	if _, err := history.Cold(ctx, e.store, longCounty, []int64{o.revisions}, false); err != nil {
		return err
	}
	f.Bare = milliseconds(time.Since(start))
	start = time.Now()
	err := e.store.Settled(ctx)
	f.Heal = milliseconds(time.Since(start))
	return err
}
