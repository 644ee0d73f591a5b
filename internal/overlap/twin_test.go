package overlap_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/neo4jtest"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
	"tiaokuai/internal/store"
	"tiaokuai/internal/store/neo4j"
	"tiaokuai/internal/store/storetest"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }

// row is what a recipe gives for one finding.
type row struct {
	Township, Subject, Topic string
	Participants             []string
}

// TestTwins holds every detector against its Cypher twin on a real Neo4j, on the counties of all fixtures and on random
// ones. All counties stand in one database, so a twin that looks beyond its county is found out too.
func TestTwins(t *testing.T) {
	graph := newNeo4j(t)
	var counties []*snapshot.County
	fixtures := fixtureCounties(t)
	for _, name := range slices.Sorted(maps.Keys(fixtures)) {
		counties = append(counties, named(t, name, dated(t, fixtures[name])))
	}
	for seed := range uint64(24) {
		counties = append(counties, named(t, fmt.Sprintf("random/%d", seed), randomCounty(rand.New(rand.NewPCG(seed, 1)))))
	}
	graph.load(t, counties)
	for _, r := range overlap.Cookbook() {
		t.Run(string(r.Detector.Kind), func(t *testing.T) {
			found := 0
			for _, c := range counties {
				want := expected(c, r.Detector.Kind)
				found += len(want)
				got := graph.run(t, r.Query, overlap.RecipeParameters(c))
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s, day %q (-Go +Cypher):\n%s", c.Name, c.Effective(), diff)
				}
			}
			if found == 0 {
				t.Error("nothing to compare")
			}
		})
	}
}

// expected is what the detector finds, in the form and order of a recipe's rows.
func expected(c *snapshot.County, kind gov.OverlapKind) []row {
	var out []row
	for _, o := range overlap.Of(c).All {
		if o.Kind == kind {
			out = append(out, row{o.Township, o.Subject, o.Topic, slices.Sorted(slices.Values(o.Participants))})
		}
	}
	slices.SortFunc(out, compareRows)
	return out
}

func compareRows(a, b row) int {
	return slices.Compare(append([]string{a.Township, a.Subject, a.Topic}, a.Participants...), append([]string{b.Township, b.Subject, b.Topic}, b.Participants...))
}

// neo4jGraph is the test binary's database with the store that fills it.
type neo4jGraph struct {
	store  store.Store
	driver driver.DriverWithContext
}

func newNeo4j(t *testing.T) neo4jGraph {
	t.Helper()
	db := neo4jtest.Shared(t)
	db.Empty(t)
	s, err := neo4j.Open(t.Context(), neo4j.Config{URI: db.URI()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(t.Context()); err != nil {
			t.Error(err)
		}
	})
	return neo4jGraph{s, db.Driver(t)}
}

// named is a county under a name, and a code that no other has.
func named(t *testing.T, name string, c *snapshot.County) *snapshot.County {
	t.Helper()
	g := c.Graph()
	for i, n := range g.Nodes {
		if county, ok := n.(*gov.County); ok {
			own := *county
			own.Key, own.Name = neo4jtest.UniqueCounty(t), name
			g.Nodes[i] = &own
		}
	}
	return build(g, c.Effective())
}

// load stores counties, each by one commit. A machine that is busy may take longer than a transaction has; the same
// commit is then sent again, as any writer would.
func (g neo4jGraph) load(t *testing.T, counties []*snapshot.County) {
	t.Helper()
	for _, c := range counties {
		commit := gov.Commit{
			ID: "twin-" + c.Key, County: c.Key, Revision: 1, RecordedAt: time.Date(2024, 6, 1, 0, 0, 0, 0, time.UTC),
			Effective: "2024-06-01", Actor: "test", Delta: storetest.Creation(c.Graph()),
		}
		_, err := g.store.Append(t.Context(), store.Append{Commit: commit})
		for range 5 {
			if gov.CodeOf(err) == gov.CodeUnavailable {
				_, err = g.store.Append(t.Context(), store.Append{Commit: commit})
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// run gives a recipe's rows.
func (g neo4jGraph) run(t *testing.T, query string, parameters map[string]any) []row {
	t.Helper()
	result, err := driver.ExecuteQuery(t.Context(), g.driver, query, parameters, driver.EagerResultTransformer)
	if err != nil {
		t.Fatal(err)
	}
	var out []row
	for _, r := range result.Records {
		participants, _, err := driver.GetRecordValue[[]any](r, "participants")
		if err != nil {
			t.Fatal(err)
		}
		one := row{Township: text(t, r, "township"), Subject: text(t, r, "subject"), Topic: text(t, r, "topic")}
		for _, p := range participants {
			one.Participants = append(one.Participants, p.(string))
		}
		out = append(out, one)
	}
	slices.SortFunc(out, compareRows)
	return out
}

func text(t *testing.T, r *driver.Record, column string) string {
	t.Helper()
	value, _, err := driver.GetRecordValue[string](r, column)
	if err != nil {
		t.Fatal(err)
	}
	return value
}
