package peer

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"tiaokuai/bench/dataset"
	"tiaokuai/bench/queries"
	"tiaokuai/graph"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/neo4jtest"
	store "tiaokuai/internal/store/neo4j"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }

// TestPeersAnswerTheSameBytes holds the comparison to its word, on every request about a few counties.
func TestPeersAnswerTheSameBytes(t *testing.T) {
	const seed, counties = 1, 4
	db := neo4jtest.Shared(t)
	db.Empty(t)
	s, err := store.Open(t.Context(), store.Config{URI: db.URI()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close(t.Context()) })
	a := atlas.New(atlas.Config{Store: s})
	if err := dataset.Load(t.Context(), a, seed, counties); err != nil {
		t.Fatal(err)
	}
	product := graph.New(graph.Config{Atlas: a, Reference: func() string { return "bench" }})
	peer := cypherPeer(t, db.URI(), seed, counties)
	static := Static{}
	for _, q := range queries.All() {
		for n := range q.Variants(counties) {
			body, err := q.Body(n)
			if err != nil {
				t.Fatal(err)
			}
			want := ask(t, product, http.MethodPost, "/graphql", body)
			static[q.Name] = append(static[q.Name], want)
			same(t, q.Name+" static", want, ask(t, static.Handler(), http.MethodGet, StaticPath(q.Name, n), nil))
			if q.Floor > 0 {
				same(t, q.Name+" Cypher", want, ask(t, peer, http.MethodGet, Path(q.Name, q.Subject(n)), nil))
			}
		}
	}
}

func cypherPeer(t *testing.T, uri string, seed uint64, counties int) http.Handler {
	t.Helper()
	driver, err := neo4j.NewDriverWithContext(uri, neo4j.NoAuth(), func(c *config.Config) { c.FetchSize = neo4j.FetchAll })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = driver.Close(t.Context()) })
	rests, err := Rests(seed, counties)
	if err != nil {
		t.Fatal(err)
	}
	return Cypher{driver, rests}.Handler()
}

func ask(t *testing.T, h http.Handler, method, target string, body []byte) []byte {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, target, bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		t.Fatalf("%s %s: %d %.300s", method, target, w.Code, w.Body)
	}
	return w.Body.Bytes()
}

func same(t *testing.T, what string, want, got []byte) {
	t.Helper()
	if !bytes.Equal(want, got) {
		t.Errorf("%s:\nwant %.1500s\ngot  %.1500s", what, want, got)
	}
}
