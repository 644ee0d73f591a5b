package bench

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"testing"

	"tiaokuai/bench/dataset"
	"tiaokuai/bench/queries"
	"tiaokuai/graph"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
	"tiaokuai/internal/store/bolt"
)

const (
	seed     = 1
	counties = 3
)

// BenchmarkBuild links a county from its plain values.
func BenchmarkBuild(b *testing.B) {
	g := dataset.County(seed, 0)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := snapshot.Build(g, snapshot.Meta{Revision: 1}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOverlaps finds all overlaps of a county that nobody has asked yet.
func BenchmarkOverlaps(b *testing.B) {
	g := dataset.County(seed, 0)
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		c, err := snapshot.Build(g, snapshot.Meta{Revision: 1})
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		overlap.Of(c)
	}
}

// BenchmarkEditTownship applies an edit that touches one township and finds the overlaps again.
func BenchmarkEditTownship(b *testing.B) {
	c, err := dataset.Snapshot(seed, 0)
	if err != nil {
		b.Fatal(err)
	}
	organ := c.Organs()[0]
	department := c.Departments()[len(c.Departments())-1]
	edits := []change.Edit{&change.AddCounterpart{Organ: organ.Key, Department: department.Key, Nature: gov.NatureCoordination}}
	benchmarkEdits(b, c, edits)
}

// BenchmarkEditCounty applies an edit of the county's own nodes, so that every township is linked anew.
func BenchmarkEditCounty(b *testing.B) {
	c, err := dataset.Snapshot(seed, 0)
	if err != nil {
		b.Fatal(err)
	}
	benchmarkEdits(b, c, []change.Edit{&change.CreateDepartment{Node: gov.Department{Name: "县数据局"}}})
}

func benchmarkEdits(b *testing.B, c *snapshot.County, edits []change.Edit) {
	overlap.Of(c)
	b.ReportAllocs()
	for b.Loop() {
		next, _, err := change.Apply(c, edits, snapshot.Meta{Revision: 2})
		if err != nil {
			b.Fatal(err)
		}
		overlap.Of(next)
	}
}

// BenchmarkQuery answers each fixed query in process, without a network.
func BenchmarkQuery(b *testing.B) {
	handler := open(b)
	for _, q := range queries.All() {
		body, err := q.Body(0)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(q.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				w := ask(handler, body)
				b.SetBytes(int64(w.Body.Len()))
			}
		})
	}
}

// TestEveryQueryIsAnswered holds the benchmark to questions that have answers.
func TestEveryQueryIsAnswered(t *testing.T) {
	handler := open(t)
	for _, q := range queries.All() {
		body, err := q.Body(1)
		if err != nil {
			t.Fatal(err)
		}
		w := ask(handler, body)
		answer := w.Body.Bytes()
		if w.Code != http.StatusOK || bytes.Contains(answer, []byte(`"errors"`)) || bytes.Contains(answer, []byte(`{"node":null}`)) || bytes.Contains(answer, []byte(`{"county":null}`)) {
			t.Errorf("%s: %d %.300s", q.Name, w.Code, answer)
		}
		t.Logf("%-28s %6d bytes", q.Name, len(answer))
	}
}

func ask(handler http.Handler, body []byte) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	return w
}

// open serves a few counties from a file.
func open(tb testing.TB) http.Handler {
	tb.Helper()
	s, err := bolt.Open(filepath.Join(tb.TempDir(), "bench.db"))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = s.Close(tb.Context()) })
	a := atlas.New(atlas.Config{Store: s})
	if err := dataset.Load(tb.Context(), a, seed, counties); err != nil {
		tb.Fatal(err)
	}
	return graph.New(graph.Config{Atlas: a, Reference: func() string { return "bench" }})
}
