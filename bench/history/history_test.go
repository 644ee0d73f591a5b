package history

import (
	"net/http"
	"path/filepath"
	"testing"

	"tiaokuai/bench/dataset"
	"tiaokuai/graph"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/neo4jtest"
	"tiaokuai/internal/store"
	"tiaokuai/internal/store/bolt"
	"tiaokuai/internal/store/neo4j"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }

const (
	seed      = 1
	revisions = 120 // past the second checkpoint after the county's own
)

// engines are the stores, each with a county of a short log and another for a writer.
func engines(b *testing.B, use func(b *testing.B, s store.Checkpointed)) {
	for name, open := range map[string]func(b *testing.B) (store.Checkpointed, error){
		"bolt": func(b *testing.B) (store.Checkpointed, error) {
			return bolt.Open(filepath.Join(b.TempDir(), "bench.db"))
		},
		"neo4j": func(b *testing.B) (store.Checkpointed, error) {
			return neo4j.Open(b.Context(), neo4j.Config{URI: neo4jtest.Shared(b).URI()})
		},
	} {
		b.Run(name, func(b *testing.B) {
			s, err := open(b)
			if err != nil {
				b.Fatal(err)
			}
			b.Cleanup(func() { _ = s.Close(b.Context()) })
			use(b, s)
		})
	}
}

// BenchmarkCommit commits a correction of one organ through the atlas.
func BenchmarkCommit(b *testing.B) {
	engines(b, func(b *testing.B, s store.Checkpointed) {
		a := atlas.New(atlas.Config{Store: s})
		if err := dataset.Load(b.Context(), a, seed, 1); err != nil {
			b.Fatal(err)
		}
		w, err := NewWriter(b.Context(), a, dataset.Code(0))
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if err := w.Commit(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkAtCold reads a county at one revision after the other, by its number and by its day, through an atlas that
// holds nothing.
func BenchmarkAtCold(b *testing.B) {
	engines(b, func(b *testing.B, s store.Checkpointed) {
		fill(b, s)
		for name, byDay := range map[string]bool{"revision": false, "day": true} {
			b.Run(name, func(b *testing.B) {
				b.ReportAllocs()
				some := Some(64, revisions)
				for i := 0; b.Loop(); i++ {
					if _, err := Cold(b.Context(), s, 1, some[i%len(some):][:1], byDay); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	})
}

// BenchmarkAtWarm answers one question about a county as it is, at a revision and on a day.
func BenchmarkAtWarm(b *testing.B) {
	engines(b, func(b *testing.B, s store.Checkpointed) {
		fill(b, s)
		a := atlas.New(atlas.Config{Store: s})
		if err := a.Sync(b.Context()); err != nil {
			b.Fatal(err)
		}
		h := graph.New(graph.Config{Atlas: a, Reference: func() string { return "bench" }})
		for name, at := range map[string]map[string]any{"now": nil, "revision": {"revision": revisions / 2}, "day": {"time": Day(revisions / 2)}} {
			b.Run(name, func(b *testing.B) { answer(b, h, at) })
		}
	})
}

func answer(b *testing.B, h http.Handler, at map[string]any) {
	for b.Loop() {
		if err := Ask(h, Request(1, at)); err != nil {
			b.Fatal(err)
		}
	}
}

func fill(b *testing.B, s store.Checkpointed) {
	b.Helper()
	if err := Fill(b.Context(), s, seed, 1, revisions+PerDay); err != nil {
		b.Fatal(err)
	}
	if err := s.Settled(b.Context()); err != nil {
		b.Fatal(err)
	}
}
