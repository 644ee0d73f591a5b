package main

import (
	"context"
	"fmt"
	"time"

	"tiaokuai/bench/dataset"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/store/neo4j"
)

// open opens the store and the living state over it, and refuses a database that holds other counties too: they would be
// in the counts.
func open(ctx context.Context, o options) (*neo4j.Store, *atlas.Atlas, error) {
	s, err := neo4j.Open(ctx, neo4j.Config{URI: o.neo4j})
	if err != nil {
		return nil, nil, err
	}
	a := atlas.New(atlas.Config{Store: s, CacheBytes: 2 << 30})
	if err := a.Sync(ctx); err != nil {
		return nil, nil, err
	}
	v, err := a.View()
	if err != nil {
		return nil, nil, err
	}
	ours := map[string]bool{}
	for n := range o.counties {
		ours[dataset.Code(n)] = true
	}
	for _, code := range v.Counties() {
		if !ours[code] {
			return nil, nil, fmt.Errorf("%s holds county %s, which is not of the dataset", o.neo4j, code)
		}
	}
	return s, a, nil
}

// load commits what is missing of the dataset.
func load(ctx context.Context, o options) (time.Duration, error) {
	start := time.Now()
	s, a, err := open(ctx, o)
	if err != nil {
		return 0, err
	}
	defer func() { _ = s.Close(ctx) }()
	err = dataset.Load(ctx, a, o.seed, o.counties)
	return time.Since(start), err
}
