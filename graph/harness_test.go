package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"tiaokuai/graph"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/neo4jtest"
	"tiaokuai/internal/store"
	"tiaokuai/internal/store/bolt"
	"tiaokuai/internal/store/neo4j"
	"tiaokuai/seed"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }

// engines are the stores that the API must answer from with the same bytes.
var engines = []struct {
	name string
	open func(*testing.T) store.Store
}{
	{"bolt", func(t *testing.T) store.Store {
		s, err := bolt.Open(filepath.Join(t.TempDir(), "test.db"))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}},
	{"neo4j", func(t *testing.T) store.Store {
		db := neo4jtest.Shared(t)
		db.Empty(t)
		s, err := neo4j.Open(t.Context(), neo4j.Config{URI: db.URI()})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}},
}

// TestAPI asks the API over each store, with the seed in it. The first engine is the reference: it alone writes goldens.
func TestAPI(t *testing.T) {
	var facts string
	for i, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			s := e.open(t)
			t.Cleanup(func() { _ = s.Close(context.Background()) })
			fill(t, s)
			api := serve(t, s)
			t.Run("queries", func(t *testing.T) { checkQueries(t, api, countytest.Update() && i == 0) })
			t.Run("facts", func(t *testing.T) { checkFacts(t, api, &facts) })
			t.Run("identity", func(t *testing.T) { checkIdentity(t, api) })
			t.Run("pages", func(t *testing.T) { checkPages(t, api) })
			t.Run("plans", func(t *testing.T) { checkPlans(t, api) })
			t.Run("readme", func(t *testing.T) { checkReadme(t, api, countytest.Update() && i == 0) })
		})
	}
}

// fill appends the seed's commits as they stand in every store.
func fill(t *testing.T, s store.Store) {
	t.Helper()
	revisions, err := seed.Load()
	if err != nil {
		t.Fatal(err)
	}
	_, commits, err := seed.Replay(revisions)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range commits {
		send(t, s, store.Append{Commit: c})
	}
}

// send appends a commit, and sends it again while a store that is slow to start is busy: its id makes that safe.
func send(t *testing.T, s store.Store, a store.Append) {
	t.Helper()
	_, err := s.Append(t.Context(), a)
	for range 5 {
		if gov.CodeOf(err) != gov.CodeUnavailable {
			break
		}
		_, err = s.Append(t.Context(), a)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// api is a running server.
type api struct{ url string }

func serve(t *testing.T, s store.Store) api {
	t.Helper()
	a := atlas.New(atlas.Config{Store: s})
	if err := a.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(graph.New(graph.Config{Atlas: a, Log: slog.New(slog.DiscardHandler), Version: "test", Reference: func() string { return "reference" }}))
	t.Cleanup(server.Close)
	return api{server.URL}
}

// post sends a request and gives the answer's bytes.
func (a api) post(t *testing.T, language, query string, variables json.RawMessage) []byte {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, a.url, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept-Language", language)
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// ask sends a query and reads data.<path> into v; errors fail the test.
func (a api) ask(t *testing.T, query, path string, v any) {
	t.Helper()
	a.askWith(t, query, nil, path, v)
}

// askWith is ask with variables.
func (a api) askWith(t *testing.T, query string, variables any, path string, v any) {
	t.Helper()
	encoded, err := json.Marshal(variables)
	if err != nil {
		t.Fatal(err)
	}
	var answer struct {
		Data   json.RawMessage
		Errors []any
	}
	text := a.post(t, "zh", query, encoded)
	if err := json.Unmarshal(text, &answer); err != nil || answer.Errors != nil {
		t.Fatalf("%s\nanswers %.5000s", query, text)
	}
	at := answer.Data
	for step := range strings.SplitSeq(path, ".") {
		var object map[string]json.RawMessage
		if err := json.Unmarshal(at, &object); err != nil {
			t.Fatal(err)
		}
		at = object[step]
	}
	if err := json.Unmarshal(at, v); err != nil {
		t.Fatal(err)
	}
}
