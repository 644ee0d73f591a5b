package storetest

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

const writers, rounds = 6, 8

// together runs a function in as many goroutines as there are writers and reports their errors.
func together(t *testing.T, f func(writer int) error) {
	t.Helper()
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			if err := f(w); err != nil {
				t.Errorf("writer %d: %v", w, err)
			}
		})
	}
	wg.Wait()
}

// writersOfOneCounty: every writer gets in by making its change on the newest revision, and no change is lost.
func writersOfOneCounty(t *testing.T, b *bench) {
	a, _ := b.write(t, 1)
	since := b.position(t).Commit
	together(t, func(w int) error {
		for r := range rounds {
			if err := b.insist(t.Context(), a.County, &gov.Duty{Key: fmt.Sprintf("w%d/%d", w, r), Name: "新职责"}); err != nil {
				return err
			}
		}
		return nil
	})
	head, g := b.load(t, a.County)
	same(t, "revision", int64(1+writers*rounds), head.Revision)
	same(t, "nodes", len(a.Graph().Nodes)+writers*rounds, len(g.Nodes))
	checkLog(t, b, since, writers*rounds)
	_, at, err := store.At(t.Context(), b, a.County, head.Revision)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "replayed", g, at)
}

// insist appends a node on the newest revision, and again on the next where another writer was faster.
func (b *bench) insist(ctx context.Context, county string, n gov.Node) error {
	for {
		heads, err := b.Heads(ctx)
		if err != nil {
			return err
		}
		for _, h := range heads {
			if h.County != county {
				continue
			}
			c := commit(county, h.Revision+1, gov.Delta{Nodes: []gov.NodeChange{{After: n}}})
			c.ID, c.Effective = n.NodeKey()+"@"+county, "2024-06-01"
			if _, err = b.Append(ctx, store.Append{Commit: c}); gov.CodeOf(err) != gov.CodeConflict || err == nil {
				return err
			}
		}
	}
}

// writersOfManyCounties: the log is the union of what each wrote, in one sequence without gaps.
func writersOfManyCounties(t *testing.T, b *bench) {
	since := b.position(t).Commit
	authors := make([]*Author, writers)
	for w := range authors {
		authors[w] = NewAuthor(uint64(w), b.county(t))
	}
	together(t, func(w int) error {
		for r := range int64(rounds) {
			if _, err := b.Append(t.Context(), store.Append{Commit: commit(authors[w].County, r+1, authors[w].Next(3))}); err != nil {
				return err
			}
		}
		return nil
	})
	checkLog(t, b, since, writers*rounds)
	for _, a := range authors {
		_, g := b.load(t, a.County)
		same(t, a.County, a.Graph(), g)
	}
}

// sentByManyAtOnce: one commit sent by several at once is applied once and answered alike; of different ones with one
// id, one gets in.
func sentByManyAtOnce(t *testing.T, b *bench) {
	since := b.position(t).Commit
	a := NewAuthor(1, b.county(t))
	c := commit(a.County, 1, a.Next(5))
	answers := make([]gov.Commit, writers)
	together(t, func(w int) (err error) {
		answers[w], err = b.Append(t.Context(), store.Append{Commit: c})
		return err
	})
	for _, answer := range answers {
		same(t, "the answer", answers[0], answer)
	}
	counties := make([]string, writers)
	for w := range counties {
		counties[w] = b.county(t)
	}
	var in atomic.Int64
	together(t, func(w int) error {
		other := commit(counties[w], 1, gov.Delta{Nodes: []gov.NodeChange{{After: &gov.County{Key: counties[w], Name: "甲县"}}}})
		other.ID = "one-id/" + a.County
		_, err := b.Append(t.Context(), store.Append{Commit: other})
		if err == nil {
			in.Add(1)
		} else if gov.CodeOf(err) != gov.CodeConflict {
			return err
		}
		return nil
	})
	same(t, "commits with one id", int64(1), in.Load())
	checkLog(t, b, since, 2)
}

// checkLog wants n commits after a number, numbered without gaps, each county's revisions in order.
func checkLog(t *testing.T, b *bench, since int64, n int) {
	t.Helper()
	commits := must(b.Log(t.Context(), since, n+10))
	same(t, "length of the log", n, len(commits))
	newest := map[string]int64{}
	for i, c := range commits {
		if c.Seq != since+int64(i)+1 {
			t.Fatalf("commit %d of the log has number %d", i, c.Seq)
		}
		if last, ok := newest[c.County]; ok && c.Revision != last+1 {
			t.Fatalf("in the log revision %d of %s follows %d", c.Revision, c.County, last)
		}
		newest[c.County] = c.Revision
	}
}

// readersSeeWholeCommits: while a county is written, every head comes with its own graph, and the log never has gaps.
func readersSeeWholeCommits(t *testing.T, b *bench) {
	county := b.county(t)
	b.put(t, commit(county, 1, gov.Delta{Nodes: []gov.NodeChange{{After: &gov.County{Key: county, Name: "甲县"}}}}))
	since := b.position(t).Commit
	var reading sync.WaitGroup
	ctx, stop := context.WithCancel(t.Context())
	for range 2 {
		reading.Go(func() {
			for ctx.Err() == nil {
				head, g, err := b.Load(background(t), county)
				if err != nil || int64(len(g.Nodes)) != head.Revision {
					t.Errorf("revision %d came with %d nodes: %v", head.Revision, len(g.Nodes), err)
					return
				}
				commits, err := b.Log(background(t), since, 100)
				if err != nil || len(commits) > 0 && commits[len(commits)-1].Seq != since+int64(len(commits)) {
					t.Errorf("a log of %d commits: %v", len(commits), err)
					return
				}
			}
		})
	}
	for r := range int64(20) {
		key := fmt.Sprintf("duty/%d", r)
		b.put(t, commit(county, r+2, gov.Delta{Nodes: []gov.NodeChange{{After: &gov.Duty{Key: key, Name: "职责"}}}}))
	}
	stop()
	reading.Wait()
}
