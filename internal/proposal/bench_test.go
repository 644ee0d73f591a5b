package proposal_test

import (
	"runtime"
	"testing"

	"tiaokuai/bench/dataset"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
)

// thirty is a generated county of thirty townships: those of two counties under the departments and duties of one.
func thirty(t testing.TB) *snapshot.County {
	t.Helper()
	first, second := dataset.County(1, 0), dataset.County(1, 1)
	of := map[string]string{}
	for _, n := range second.Nodes {
		switch n := n.(type) {
		case *gov.Township:
			of[n.Key] = n.Key
		case *gov.Organ:
			of[n.Key] = n.Township
		case *gov.Leader:
			of[n.Key] = n.Township
		default:
			continue
		}
		first.Nodes = append(first.Nodes, n)
	}
	for _, e := range second.Edges {
		if from, to := e.Ends(); of[from] != "" || of[to] != "" {
			first.Edges = append(first.Edges, e)
		}
	}
	c, err := snapshot.Build(first, snapshot.Meta{Revision: 1, Effective: dataset.Day})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(c.Townships()); n != 30 {
		t.Fatalf("%d townships", n)
	}
	return c
}

func BenchmarkPropose(b *testing.B) {
	g := thirty(b).Graph()
	b.Run("30 townships", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			c, err := snapshot.Build(g, snapshot.Meta{Revision: 1, Effective: dataset.Day})
			if err != nil {
				b.Fatal(err)
			}
			runtime.GC()
			b.StartTimer()
			all, err := proposal.New().Propose(b.Context(), c, proposal.Scope{}, proposal.Options{})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(len(all)), "proposals")
		}
	})
	large, err := snapshot.Build(g, snapshot.Meta{Revision: 1, Effective: dataset.Day})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("class of 24", func(b *testing.B) {
		for b.Loop() {
			if _, err := proposal.New().Propose(b.Context(), large, proposal.Scope{Class: gov.SizeMedium}, proposal.Options{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("frontier", func(b *testing.B) {
		for b.Loop() {
			if _, err := proposal.New().FrontierOf(b.Context(), large, proposal.Scope{Township: large.Townships()[0].Key}, proposal.Options{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	c := head(b)
	b.Run("seed", func(b *testing.B) {
		for b.Loop() {
			if _, err := proposal.New().Propose(b.Context(), c, proposal.Scope{}, proposal.Options{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
