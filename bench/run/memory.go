package main

import (
	"context"
	"runtime"
	"slices"
	"time"

	"tiaokuai/bench/dataset"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// memory is what a county costs the product: bytes of heap after a collection, and the median time of building it.
type memory struct {
	LinkedBytes   int64         `json:"linkedBytes"`   // a linked county as it was loaded from the store
	OverlapsBytes int64         `json:"overlapsBytes"` // its overlaps besides
	Build         time.Duration `json:"buildNanoseconds"`
	Overlaps      time.Duration `json:"overlapsNanoseconds"`
}

// weigh loads every county, then finds all overlaps, and looks at the heap before and after.
func weigh(ctx context.Context, a *atlas.Atlas, o options) (memory, error) {
	var m memory
	v, err := a.View()
	if err != nil {
		return m, err
	}
	counties := make([]*snapshot.County, o.counties)
	empty := heap()
	for n := range counties {
		if counties[n], err = v.County(ctx, dataset.Code(n)); err != nil {
			return m, err
		}
	}
	linked := heap()
	for _, c := range counties {
		overlap.Of(c)
	}
	m.LinkedBytes, m.OverlapsBytes = (linked-empty)/int64(o.counties), (heap()-linked)/int64(o.counties)
	runtime.KeepAlive(counties)
	return m, m.clock(o)
}

// clock builds counties that nobody has asked yet.
func (m *memory) clock(o options) error {
	const times = 51
	var build, overlaps []time.Duration
	for n := range times {
		g := dataset.County(o.seed, n)
		start := time.Now()
		c, err := snapshot.Build(g, snapshot.Meta{Revision: 1})
		if err != nil {
			return err
		}
		linked := time.Now()
		overlap.Of(c)
		build, overlaps = append(build, linked.Sub(start)), append(overlaps, time.Since(linked))
	}
	m.Build, m.Overlaps = median(build), median(overlaps)
	return nil
}

// heap is what is alive, in bytes.
func heap() int64 {
	var s runtime.MemStats
	runtime.GC()
	runtime.GC() // what finalizers and pools let go at the first
	runtime.ReadMemStats(&s)
	return int64(s.HeapAlloc)
}

func median(ds []time.Duration) time.Duration {
	slices.Sort(ds)
	return ds[len(ds)/2]
}
