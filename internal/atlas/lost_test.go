package atlas_test

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// counting counts loads and can be cut off.
type counting struct {
	store.Store
	loads atomic.Int64
	down  atomic.Bool
	slow  chan struct{} // closed to let loads pass
}

var errDown = gov.Errorf(gov.CodeUnavailable, "不通", "down")

func (s *counting) Load(ctx context.Context, county string) (gov.Head, gov.Graph, error) {
	s.loads.Add(1)
	if s.slow != nil {
		<-s.slow
	}
	if s.down.Load() {
		return gov.Head{}, gov.Graph{}, errDown
	}
	return s.Store.Load(ctx, county)
}

func (s *counting) Log(ctx context.Context, since int64, limit int) ([]gov.Commit, error) {
	if s.down.Load() {
		return nil, errDown
	}
	return s.Store.Log(ctx, since, limit)
}

func (s *counting) Position(ctx context.Context) (store.Position, error) {
	if s.down.Load() {
		return store.Position{}, errDown
	}
	return s.Store.Position(ctx)
}

func (s *counting) Append(ctx context.Context, a store.Append) (gov.Commit, error) {
	if s.down.Load() {
		return gov.Commit{}, errDown
	}
	return s.Store.Append(ctx, a)
}

func TestManyReadersLoadOnce(t *testing.T) {
	s := open(t)
	county := create(t, start(t, atlas.Config{Store: s}))
	slow := &counting{Store: s, slow: make(chan struct{})}
	a := start(t, atlas.Config{Store: slow})
	var readers sync.WaitGroup
	for range 32 {
		readers.Go(func() { head(t, a, county.Key) })
	}
	impatient, cancel := context.WithCancel(t.Context())
	cancel()
	v, err := a.View()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := v.County(impatient, county.Key); gov.CodeOf(err) != gov.CodeUnavailable {
		t.Errorf("a reader that gave up got %v", err)
	}
	close(slow.slow)
	readers.Wait()
	if n := slow.loads.Load(); n != 1 {
		t.Errorf("loaded %d times", n)
	}
}

// TestStoreLost reads on from memory while the store is away, refuses commits, and comes back by itself.
func TestStoreLost(t *testing.T) {
	s := &counting{Store: open(t)}
	s.down.Store(true)
	a := atlas.New(atlas.Config{Store: s, Poll: time.Millisecond})
	if err := a.Sync(t.Context()); gov.CodeOf(err) != gov.CodeUnavailable || gov.CodeOf(a.Ready()) != gov.CodeUnavailable {
		t.Fatalf("absent at start: %v, ready %v", err, a.Ready())
	}
	if _, err := a.View(); gov.CodeOf(err) != gov.CodeUnavailable {
		t.Errorf("view of nothing: %v", err)
	}
	s.down.Store(false)
	if err := a.Sync(t.Context()); err != nil || a.Ready() != nil {
		t.Fatalf("back: %v, ready %v", err, a.Ready())
	}
	county := create(t, a)
	s.down.Store(true)
	if c := head(t, a, county.Key); c.Revision() != 1 {
		t.Errorf("read from memory: revision %d", c.Revision())
	}
	_, err := a.Commit(t.Context(), atlas.Change{ID: "lost", County: county.Key, Base: 1, Edits: []change.Edit{rename(county, "经济办")}})
	if gov.CodeOf(err) != gov.CodeUnavailable {
		t.Errorf("commit while away: %v", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	var following sync.WaitGroup
	following.Go(func() { a.Run(ctx) })
	s.down.Store(false)
	for a.Ready() != nil {
		select {
		case <-t.Context().Done():
			t.Fatal("it does not come back")
		case <-time.After(time.Millisecond):
		}
	}
	commit(t, a, county.Key, 1, rename(county, "经济办"))
	stop()
	following.Wait()
}
