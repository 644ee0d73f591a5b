package neo4j_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/neo4jtest"
	"tiaokuai/internal/snapshot"
	"tiaokuai/internal/store"
	"tiaokuai/internal/store/neo4j"
	"tiaokuai/internal/store/storetest"
)

// Random edits in commits of random size: the snapshot is the replayed log is the graph loaded from Neo4j. 100,000
// edits with TIAOKUAI_SOAK=1, else 2,000.
func TestSoakEdits(t *testing.T) {
	t.Parallel()
	edits := 2_000
	if soak() {
		edits = 100_000
	}
	s := open(t, neo4jtest.Shared(t).URI())
	defer s.Close(t.Context())
	done, commits, counties := 0, 0, 0
	for ; done < edits; counties++ {
		n, c := editCounty(t, s, rand.New(rand.NewPCG(2, uint64(counties))), min(400, edits-done))
		done, commits = done+n, commits+c
	}
	t.Logf("%d edits in %d commits on %d counties", done, commits, counties)
}

// editCounty makes a random county, edits it and compares.
func editCounty(t *testing.T, s *neo4j.Store, dice *rand.Rand, edits int) (done, commits int) {
	t.Helper()
	first := renamed(countytest.RandomGraph(dice), neo4jtest.UniqueCounty(t))
	now, err := snapshot.Build(first, snapshot.Meta{Revision: 1})
	if err != nil {
		t.Fatal(err)
	}
	record(t, s, now, storetest.Creation(first))
	for done < edits {
		some := countytest.RandomEdits(dice, now, 1+dice.IntN(30))
		next, delta, err := change.Apply(now, some, snapshot.Meta{Revision: now.Revision() + 1})
		if err != nil {
			t.Fatal(err)
		}
		record(t, s, next, delta)
		if now, done, commits = next, done+len(some), commits+1; commits%10 == 0 {
			compare(t, s, now)
		}
	}
	compare(t, s, now)
	return done, commits
}

func record(t *testing.T, s *neo4j.Store, c *snapshot.County, d gov.Delta) {
	t.Helper()
	commit := gov.Commit{
		ID: fmt.Sprintf("%s/%d", c.Key, c.Revision()), County: c.Key, Revision: c.Revision(), Delta: d,
		RecordedAt: time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC), Effective: "2024-03-01", Actor: "测试员",
	}
	patiently(t, func() error {
		_, err := s.Append(t.Context(), store.Append{Commit: commit}) // its id makes it safe to send again
		return err
	})
}

// patiently does something again while a Neo4j on a machine with much else to do is too slow to answer.
func patiently(t *testing.T, do func() error) {
	t.Helper()
	err := do()
	for range 5 {
		if gov.CodeOf(err) != gov.CodeUnavailable || t.Context().Err() != nil {
			break
		}
		err = do()
	}
	if err != nil {
		t.Fatal(err)
	}
}

func compare(t *testing.T, s *neo4j.Store, c *snapshot.County) {
	t.Helper()
	var head gov.Head
	var loaded, replayed, observed gov.Graph
	var left []store.Unreadable
	patiently(t, func() (err error) {
		if head, loaded, err = s.Load(t.Context(), c.Key); err != nil {
			return err
		}
		if _, replayed, err = store.At(t.Context(), s, c.Key, c.Revision()); err != nil {
			return err
		}
		_, observed, left, err = s.Observe(t.Context(), c.Key)
		return err
	})
	if head.Revision != c.Revision() {
		t.Fatalf("revision %d of %d", head.Revision, c.Revision())
	}
	if want := c.Graph(); !gov.SameGraph(want, loaded) || !gov.SameGraph(want, replayed) {
		t.Fatalf("revision %d: loaded %v, replayed %v", c.Revision(), gov.SameGraph(want, loaded), gov.SameGraph(want, replayed))
	}
	if left != nil || !gov.SameGraph(observed, loaded) {
		t.Fatalf("observed otherwise than loaded: %v", left)
	}
}

// renamed gives a county a key of its own.
func renamed(g gov.Graph, key string) gov.Graph {
	for i, n := range g.Nodes {
		if c, ok := n.(*gov.County); ok {
			county := *c
			county.Key = key
			g.Nodes[i] = &county
		}
	}
	g.Sort()
	return g
}
