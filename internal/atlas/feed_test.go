package atlas_test

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"testing"

	"golang.org/x/sync/errgroup"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// run keeps an atlas following until the test ends.
func run(t *testing.T, a *atlas.Atlas) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		a.Run(ctx)
	}()
	t.Cleanup(func() { stop(); <-done })
}

func feed(ctx context.Context, t *testing.T, a *atlas.Atlas, since int64, county string) iter.Seq[[]gov.Commit] {
	t.Helper()
	f, err := a.Feed(ctx, since, county)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// counties makes some on a store, so that their commits meet in one log.
func counties(t *testing.T, a *atlas.Atlas, n int) []string {
	t.Helper()
	codes := make([]string, n)
	for i := range codes {
		codes[i] = fmt.Sprintf("90010%d", i)
		c := countytest.Parse(t, fmt.Sprintf("county %s 县%d\ndepartment 农业农村局\n", codes[i], i))
		commit(t, a, codes[i], 0, change.Between(nil, c)...)
	}
	return codes
}

func described(i int) change.Edit {
	return &change.CreateMeasure{Node: gov.Measure{Name: fmt.Sprintf("机制%d", i), Kind: gov.MeasureCoordination, Status: gov.MeasureExisting}}
}

// TestFeedGivesEachCommitOnceInOrder writes to three counties from two processes while three readers follow, one of
// which begins in the middle.
func TestFeedGivesEachCommitOnceInOrder(t *testing.T) {
	const each = 60
	s := open(t)
	writers := []*atlas.Atlas{start(t, atlas.Config{Store: s}), start(t, atlas.Config{Store: s})}
	codes := counties(t, writers[0], 3)
	reader := start(t, atlas.Config{Store: s, Poll: 1e6})
	for _, a := range append(writers, reader) {
		if err := a.Sync(t.Context()); err != nil {
			t.Fatal(err)
		}
		run(t, a)
	}
	total := int64(len(codes) * (1 + each))
	g, ctx := errgroup.WithContext(t.Context())
	for _, r := range []struct {
		from  *atlas.Atlas
		since int64
	}{{reader, 0}, {writers[0], 0}, {reader, 2}} {
		f := feed(ctx, t, r.from, r.since, "")
		g.Go(func() error {
			want := r.since + 1
			for commits := range f {
				for _, c := range commits {
					if c.Seq != want {
						return fmt.Errorf("number %d came, not %d", c.Seq, want)
					}
					want++
				}
				if want > total {
					return nil
				}
			}
			return fmt.Errorf("the feed ended at %d of %d", want-1, total)
		})
	}
	for i, code := range codes {
		g.Go(func() error {
			for n := range each {
				_, err := writers[i%2].Commit(ctx, atlas.Change{ID: fmt.Sprintf("%s-w%d", code, n), County: code, Base: int64(n + 1), Edits: []change.Edit{described(n)}})
				if err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		t.Fatal(err)
	}
}

// TestFeedOfOneCounty leaves the others' commits out.
func TestFeedOfOneCounty(t *testing.T) {
	a := start(t, atlas.Config{Store: open(t)})
	codes := counties(t, a, 2)
	run(t, a)
	f := feed(t.Context(), t, a, 0, codes[1])
	commit(t, a, codes[0], 1, described(0))
	commit(t, a, codes[1], 1, described(0))
	var seen []int64
	for commits := range f {
		for _, c := range commits {
			if c.County != codes[1] {
				t.Fatalf("a commit of %s", c.County)
			}
			seen = append(seen, c.Revision)
		}
		if len(seen) == 2 {
			break
		}
	}
	if seen[0] != 1 || seen[1] != 2 {
		t.Errorf("revisions %v", seen)
	}
}

// TestFeedOfOneWhoFellBehind reads what is no longer kept in memory from the store, without a gap.
func TestFeedOfOneWhoFellBehind(t *testing.T) {
	s := open(t)
	a := start(t, atlas.Config{Store: s})
	code := counties(t, a, 1)[0]
	run(t, a)
	slow := feed(t.Context(), t, a, 0, "")
	const many = 8
	for n := range many { // more than is kept: 4 MiB
		commit(t, a, code, int64(n+1), &change.CreateSource{Node: gov.Source{Document: fmt.Sprint(n), Quote: strings.Repeat("文", 1<<18)}})
	}
	want := int64(1)
	for commits := range slow {
		for _, c := range commits {
			if c.Seq != want {
				t.Fatalf("number %d came, not %d", c.Seq, want)
			}
			want++
		}
		if want > many+1 {
			return
		}
	}
}

func TestFeedFromBeyondTheEnd(t *testing.T) {
	a := start(t, atlas.Config{Store: open(t)})
	counties(t, a, 1)
	if _, err := a.Feed(t.Context(), 7, ""); gov.CodeOf(err) != gov.CodeInvalid {
		t.Errorf("from beyond the end: %v", err)
	}
}

// TestDocumentsOfOthers: what one process decides, another sees once it followed, and at an older revision it does not.
func TestDocumentsOfOthers(t *testing.T) {
	s := open(t)
	a, b := start(t, atlas.Config{Store: s}), start(t, atlas.Config{Store: s})
	code := counties(t, a, 1)[0]
	if err := b.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	commit(t, a, code, 1, described(0))
	read := func(from *atlas.Atlas, revision int64) string {
		v, err := from.View()
		if err != nil {
			t.Fatal(err)
		}
		found, err := v.Documents(t.Context(), code, "case", revision)
		if err != nil {
			t.Fatal(err)
		}
		text := ""
		for _, d := range found {
			text += string(d.Body) + " "
		}
		return text
	}
	if got := read(b, 0); got != "" {
		t.Fatalf("before: %q", got)
	}
	d, err := a.PutDocument(t.Context(), store.Document{County: code, Kind: "case", ID: "f", Actor: "x", Body: []byte("one")})
	if err != nil {
		t.Fatal(err)
	}
	if got := read(a, 0); got != "one " {
		t.Errorf("after its own write: %q", got)
	}
	if err := b.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.Body, d.Time = []byte("two"), d.Time.Add(1)
	if _, err := b.PutDocument(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	if got := read(b, 0); got != "two " {
		t.Errorf("after its own write: %q", got)
	}
	if got := read(a, 0); got != "one " {
		t.Errorf("the other before it followed: %q", got)
	}
	if err := a.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := read(a, 0); got != "two " {
		t.Errorf("the other after it followed: %q", got)
	}
	if got := read(a, 1); got != "" {
		t.Errorf("at the revision before: %q", got)
	}
}
