package storetest

import (
	"fmt"
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
	g := County(bench.county(b), 15, 12, 163)
	b.Run("CommitsOfOneWriter", func(b *testing.B) { writeSmall(b, bench, 1) })
	b.Run("CommitsOfEightWriters", func(b *testing.B) { writeSmall(b, bench, 8) })
	b.Run("MakeCounty", func(b *testing.B) {
		for b.Loop() {
			bench.put(b, commit(bench.county(b), 1, Creation(g)))
		}
		b.ReportMetric(float64(Creation(g).Size()), "primitives")
	})
	b.Run("LoadCounty", func(b *testing.B) {
		county := bench.county(b)
		bench.put(b, commit(county, 1, Creation(g)))
		for b.Loop() {
			bench.load(b, county)
		}
	})
}

// writeSmall appends commits of one new duty, each writer to its own county.
func writeSmall(b *testing.B, bench *bench, writers int) {
	var counties atomic.Int64
	prefix := bench.county(b)
	b.SetParallelism((writers + 1) / 2) // times GOMAXPROCS, two on the machine of reference
	b.RunParallel(func(pb *testing.PB) {
		county := fmt.Sprintf("%s-%d", prefix, counties.Add(1))
		root := &gov.County{Key: county, Name: "甲县"}
		if _, err := bench.Append(b.Context(), store.Append{Commit: commit(county, 1, gov.Delta{Nodes: []gov.NodeChange{{After: root}}})}); err != nil {
			b.Error(err)
			return
		}
		for r := int64(2); pb.Next(); r++ {
			d := gov.Delta{Nodes: []gov.NodeChange{{After: duty(r)}}}
			if _, err := bench.Append(b.Context(), store.Append{Commit: commit(county, r, d)}); err != nil {
				b.Error(err)
				return
			}
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "commits/s")
}

func duty(n int64) *gov.Duty { return &gov.Duty{Key: fmt.Sprintf("duty/%d", n), Name: "新职责"} }
