package history

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"time"

	"tiaokuai/bench/dataset"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/snapshot"
	"tiaokuai/internal/store"
)

// Some draws revisions at random, up to a last one: this and the first, a checkpoint and what is farthest from one among them.
func Some(count int, last int64) []int64 {
	rng := rand.New(rand.NewPCG(uint64(last), 1))
	near := max(1, (last+1)/100*50)
	revisions := []int64{1, last, near, max(1, near-1)}
	for len(revisions) < count {
		revisions = append(revisions, 1+rng.Int64N(last))
	}
	return revisions
}

// Cold reads a county at each revision through an atlas that holds nothing yet but the heads, and gives how long each
// took. With byDay the revision is asked for by its day.
func Cold(ctx context.Context, s store.Store, n int, revisions []int64, byDay bool) ([]time.Duration, error) {
	var took []time.Duration
	for _, r := range revisions {
		a := atlas.New(atlas.Config{Store: s})
		if err := a.Sync(ctx); err != nil {
			return nil, err
		}
		v, err := a.View()
		if err != nil {
			return nil, err
		}
		start := time.Now()
		c, err := read(ctx, v, n, r, byDay)
		took = append(took, time.Since(start))
		if err != nil {
			return nil, err
		}
		if err := check(c, r, byDay); err != nil {
			return nil, err
		}
	}
	return took, nil
}

func read(ctx context.Context, v *atlas.View, n int, revision int64, byDay bool) (*snapshot.County, error) {
	if byDay {
		var err error
		if revision, err = v.RevisionAt(ctx, dataset.Code(n), Day(revision)); err != nil {
			return nil, err
		}
	}
	return v.At(ctx, dataset.Code(n), atlas.Version{Revision: revision})
}

// check holds what was read to the figure of its revision.
func check(c *snapshot.County, revision int64, byDay bool) error {
	got := c.Revision()
	if got != revision && !byDay || Day(got) != Day(revision) {
		return fmt.Errorf("read revision %d for %d", got, revision)
	}
	if staff := organsOf(c.Graph())[0].Staff; got > 1 && staff != Staff(got) {
		return fmt.Errorf("revision %d is read with the figure of %d", got, staff)
	}
	return nil
}

//go:embed county.graphql
var document string

// Request is the question that is asked of the county as it is, or, with a version, as it was: {"revision":7}.
func Request(n int, version map[string]any) *http.Request {
	body, _ := json.Marshal(map[string]any{"query": document, "variables": map[string]any{"code": dataset.Code(n), "at": version}}) // plain values
	r := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	return r
}

// Ask answers a request in process.
func Ask(h http.Handler, r *http.Request) error {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != http.StatusOK || bytes.Contains(w.Body.Bytes(), []byte(`"errors"`)) {
		return fmt.Errorf("%d %.300s", w.Code, w.Body)
	}
	return nil
}
