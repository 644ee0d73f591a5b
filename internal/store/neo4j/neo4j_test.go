package neo4j_test

import (
	"testing"

	"tiaokuai/internal/neo4jtest"
	"tiaokuai/internal/store"
	"tiaokuai/internal/store/neo4j"
	"tiaokuai/internal/store/storetest"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }

func open(tb testing.TB, uri string) *neo4j.Store {
	tb.Helper()
	s, err := neo4j.Open(tb.Context(), neo4j.Config{URI: uri})
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

func TestConformance(t *testing.T) {
	storetest.Run(t, func(tb testing.TB) func() store.Store {
		uri := neo4jtest.Shared(t).URI()
		return func() store.Store { return open(tb, uri) }
	})
}

func BenchmarkStore(b *testing.B) {
	storetest.Benchmark(b, func(tb testing.TB) func() store.Store {
		uri := neo4jtest.Shared(b).URI()
		return func() store.Store { return open(tb, uri) }
	})
}
