package snapshot_test

import (
	"encoding/json"
	"runtime"
	"testing"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// loaded is the graph as a store gives it: every string read anew from bytes.
func loaded(tb testing.TB) gov.Graph {
	raw, err := json.Marshal(countytest.Large(countytest.FullSize))
	if err != nil {
		tb.Fatal(err)
	}
	var g gov.Graph
	if err := json.Unmarshal(raw, &g); err != nil {
		tb.Fatal(err)
	}
	return g
}

func build(tb testing.TB, g gov.Graph) *snapshot.County {
	c, err := snapshot.Build(g, snapshot.Meta{Revision: 1})
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

// liveBytes is what the heap holds.
func liveBytes() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// A linked county of full size takes at most 2 MiB, its text included.
func TestCountySize(t *testing.T) {
	const counties, most = 3, 2 << 20
	held := make([]*snapshot.County, counties)
	before := liveBytes()
	for i := range held {
		held[i] = build(t, loaded(t))
	}
	each := (liveBytes() - before) / counties
	estimate := 0
	for _, size := range held[0].Parts() {
		estimate += size
	}
	t.Logf("one linked county: %d KiB measured, %d KiB estimated by Parts", each>>10, estimate>>10)
	if each > most {
		t.Errorf("%d bytes, want at most %d", each, most)
	}
	if int64(estimate) < each/2 || int64(estimate) > 3*each {
		t.Errorf("Parts estimates %d bytes of %d", estimate, each)
	}
	runtime.KeepAlive(held)
}

func BenchmarkBuild(b *testing.B) {
	g := loaded(b)
	b.ReportAllocs()
	for b.Loop() {
		build(b, g)
	}
}

// BenchmarkApply is one edit of one organ, which rebuilds one township of fifteen.
func BenchmarkApply(b *testing.B) {
	c := build(b, loaded(b))
	before := c.Organs()[0].Organ
	after := *before
	after.Staff++
	delta := gov.Delta{Nodes: []gov.NodeChange{{Before: before, After: gov.Normalize(&after)}}}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Apply(delta, snapshot.Meta{Revision: 2}); err != nil {
			b.Fatal(err)
		}
	}
}
