package atlas_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync/atomic"
	"testing"
	"time"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// asked counts what a timeline asks of the store.
type asked struct {
	store.Store
	calls atomic.Int64
}

func (s *asked) RevisionAt(ctx context.Context, county string, day gov.Date) (int64, error) {
	s.calls.Add(1)
	return s.Store.RevisionAt(ctx, county, day)
}

func (s *asked) History(ctx context.Context, county string, from, to int64, bodies bool) ([]gov.Commit, error) {
	s.calls.Add(1)
	return s.Store.History(ctx, county, from, to, bodies)
}

var dawn = time.Date(2020, 1, 1, 8, 0, 0, 0, time.UTC)

// diary commits on random days, several on some; the days and times of its commits by revision.
type diary struct {
	*testing.T
	store   store.Store
	rng     *rand.Rand
	commits []gov.Commit // at index revision − 1
}

func (d *diary) write(n int) {
	d.Helper()
	for range n {
		r := int64(len(d.commits) + 1)
		day := 10
		if r > 1 {
			day = int(d.commits[r-2].RecordedAt.Sub(dawn).Hours()/24) + max(0, d.rng.IntN(5)-2)
		}
		at := dawn.AddDate(0, 0, day)
		c := gov.Commit{ID: fmt.Sprint("diary/", r), County: "900001", Revision: r, RecordedAt: at, Effective: gov.DateOf(at)}
		if r == 1 {
			c.Delta.Nodes = []gov.NodeChange{{After: &gov.County{Key: c.County, Name: "甲县"}}}
		}
		c, err := d.store.Append(d.Context(), store.Append{Commit: c})
		if err != nil {
			d.Fatal(err)
		}
		d.commits = append(d.commits, c)
	}
}

// check asks a view about every day around its revisions and about each revision, in a random order.
func (d *diary) check(v *atlas.View) {
	d.Helper()
	head, err := v.Head("900001")
	if err != nil {
		d.Fatal(err)
	}
	last := d.commits[len(d.commits)-1].RecordedAt.Sub(dawn).Hours() / 24
	for _, day := range d.rng.Perm(int(last) + 20) {
		day, want := gov.DateOf(dawn.AddDate(0, 0, day)), int64(0)
		for _, c := range d.commits[:head.Revision] {
			if c.Effective <= day {
				want = c.Revision
			}
		}
		got, err := v.RevisionAt(d.Context(), "900001", day)
		if got != want || (want == 0) != (gov.CodeOf(err) == gov.CodeNotFound && err != nil) {
			d.Errorf("by %s: revision %d, want %d: %v", day, got, want, err)
		}
	}
	for _, i := range d.rng.Perm(int(head.Revision)) {
		if at, err := v.RecordedAt(d.Context(), "900001", int64(i+1)); err != nil || !at.Equal(d.commits[i].RecordedAt) {
			d.Errorf("revision %d was recorded %v, want %v: %v", i+1, at, d.commits[i].RecordedAt, err)
		}
	}
	for _, none := range []int64{-1, 0, head.Revision + 1} {
		if _, err := v.RecordedAt(d.Context(), "900001", none); gov.CodeOf(err) != gov.CodeNotFound {
			d.Errorf("revision %d: %v, want NOT_FOUND", none, err)
		}
	}
}

// The timeline says what the log says, whatever was asked before, for the view of an earlier moment too, and once it was
// asked it asks the store no more: also of revisions that came later.
func TestTimeline(t *testing.T) {
	for _, seed := range []uint64{1, 2, 3} {
		s := &asked{Store: open(t)}
		d := &diary{T: t, store: s, rng: rand.New(rand.NewPCG(seed, 1))}
		d.write(1)
		a := start(t, atlas.Config{Store: s})
		early := view(t, a)
		for _, more := range []int{1, 125, 1, 1, 1, 40, 200} {
			d.write(more)
			if err := a.Sync(t.Context()); err != nil {
				t.Fatal(err)
			}
			d.check(view(t, a))
			d.check(early)
			warm := s.calls.Load()
			d.check(view(t, a))
			if calls := s.calls.Load() - warm; calls != 0 {
				t.Errorf("%d revisions: asked again, the store is asked %d times", len(d.commits), calls)
			}
			early = view(t, a)
		}
		if calls := s.calls.Load(); calls > 4 {
			t.Errorf("the store was asked %d times about revisions that this process followed", calls)
		}
		d.check(view(t, start(t, atlas.Config{Store: s}))) // of an atlas that followed nothing
	}
}

func TestTimelineOfNoCounty(t *testing.T) {
	v := view(t, start(t, atlas.Config{Store: open(t)}))
	if _, err := v.RevisionAt(t.Context(), "900001", "2024-01-01"); gov.CodeOf(err) != gov.CodeNotFound {
		t.Error(err)
	}
	if _, err := v.RecordedAt(t.Context(), "900001", 1); gov.CodeOf(err) != gov.CodeNotFound {
		t.Error(err)
	}
}

func view(t *testing.T, a *atlas.Atlas) *atlas.View {
	t.Helper()
	v, err := a.View()
	if err != nil {
		t.Fatal(err)
	}
	return v
}
