package storetest

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// Benchmark measures an engine: small commits by one and by eight writers, and a county of DESIGN's measure written and
// loaded.
func Benchmark(b *testing.B, f Factory) {
	s := f(b)()
	defer s.Close(background(b))
	bench := &bench{Store: s}
	b.Run("CommitsOfOneWriter", func(b *testing.B) { writeSmall(b, bench, 1) })
	b.Run("CommitsOfEightWriters", func(b *testing.B) { writeSmall(b, bench, 8) })
	b.Run("MakeCounty", func(b *testing.B) {
		for b.Loop() {
			bench.makeCounty(b)
		}
	})
	b.Run("LoadCounty", func(b *testing.B) {
		county := bench.makeCounty(b)
		for b.Loop() {
			bench.load(b, county)
		}
	})
}

// makeCounty appends a county of 3,975 nodes and edges in one commit.
func (b *bench) makeCounty(t tb) string {
	county := b.county(t)
	b.put(t, commit(county, 1, Creation(County(county, 15, 12, 163))))
	return county
}

// writeSmall shares commits of one new duty out among writers, each with a county of its own.
func writeSmall(b *testing.B, bench *bench, writers int) {
	prefix := bench.county(b)
	var left atomic.Int64
	left.Store(int64(b.N))
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			county := fmt.Sprintf("%s-%d", prefix, w)
			node := gov.Node(&gov.County{Key: county, Name: "甲县"})
			for r := int64(1); left.Add(-1) >= 0; r++ {
				c := commit(county, r, gov.Delta{Nodes: []gov.NodeChange{{After: node}}})
				if _, err := bench.Append(b.Context(), store.Append{Commit: c}); err != nil {
					b.Error(err)
				}
				node = &gov.Duty{Key: fmt.Sprintf("duty/%d", r), Name: "新职责"}
			}
		})
	}
	wg.Wait()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "commits/s")
}
