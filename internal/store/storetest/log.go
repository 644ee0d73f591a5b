package storetest

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// logPages: the log is read on from any number, in pieces of any size.
func logPages(t *testing.T, b *bench) {
	since := b.position(t).Commit
	_, one := b.write(t, 3)
	_, two := b.write(t, 4)
	all := append(one, two...)
	for limit := 1; limit <= 8; limit++ {
		var read []gov.Commit
		for at := since; ; at = read[len(read)-1].Seq {
			page := must(b.Log(t.Context(), at, limit))
			if len(page) == 0 {
				break
			}
			if read = append(read, page...); len(page) > limit {
				t.Fatalf("%d commits where at most %d were asked for", len(page), limit)
			}
		}
		same(t, "the log in pieces", all, read)
	}
	same(t, "none asked for", 0, len(must(b.Log(t.Context(), since, 0))))
	same(t, "nothing newer", 0, len(must(b.Log(t.Context(), since+7, 9))))
}

// logOfLargeBodies: an answer holds few commits where they are large, and reading on gives them all.
func logOfLargeBodies(t *testing.T, b *bench) {
	since := b.position(t).Commit
	const n = 4
	a, wrote := b.write(t, 1)
	for i := range n {
		source := &gov.Source{Key: fmt.Sprint("source/large", i), Document: "附件", Quote: noise(uint64(i), store.PageBytes)}
		wrote = append(wrote, b.put(t, commit(a.County, int64(i+2), gov.Delta{Nodes: []gov.NodeChange{{After: source}}})))
	}
	var read []gov.Commit
	for at := since; ; at = read[len(read)-1].Seq {
		page := must(b.Log(t.Context(), at, 100))
		if len(page) == 0 {
			break
		}
		if len(page) > 2 {
			t.Errorf("%d commits in one answer, of %d bytes each", len(page), store.PageBytes)
		}
		read = append(read, page...)
	}
	same(t, "the log of large commits", wrote, read)
}

// noise is text that no codec makes much shorter than some bytes.
func noise(seed uint64, bytes int) string {
	random := rand.New(rand.NewPCG(seed, 1))
	text := make([]byte, 0, 2*bytes)
	for len(text) < 2*bytes { // a hexadecimal digit holds half a byte
		text = fmt.Appendf(text, "%016x", random.Uint64())
	}
	return string(text)
}

// history: a county's commits between two revisions, with bodies or without.
func history(t *testing.T, b *bench) {
	a, commits := b.write(t, 6)
	b.write(t, 2) // another county
	for _, r := range [][2]int64{{1, 6}, {2, 4}, {6, 6}, {-5, 3}, {5, 99}, {4, 3}, {7, 9}} {
		from, to := min(max(r[0], 1), 7), min(r[1], 6)
		want := commits[from-1 : max(to, from-1)]
		same(t, "with bodies", len(want), len(must(b.History(t.Context(), a.County, r[0], r[1], true))))
		for i, c := range must(b.History(t.Context(), a.County, r[0], r[1], false)) {
			brief := want[i]
			brief.Edits, brief.Delta = nil, gov.Delta{}
			same(t, "without bodies", brief, c)
		}
	}
}

// revisionAt: the last revision effective by a day, also where several took effect on one.
func revisionAt(t *testing.T, b *bench) {
	a := NewAuthor(1, b.county(t))
	for i, day := range []gov.Date{"2019-05-01", "2022-01-01", "2022-01-01", "2024-06-01"} {
		c := commit(a.County, int64(i+1), a.Next(2))
		c.Effective = day
		b.put(t, c)
	}
	for day, want := range map[gov.Date]int64{
		"2019-04-30": 0, "2019-05-01": 1, "2021-12-31": 1, "2022-01-01": 3, "2024-05-31": 3, "2024-06-01": 4, "2099-01-01": 4,
	} {
		same(t, string(day), want, must(b.RevisionAt(t.Context(), a.County, day)))
	}
}

// everyRevision: the log replayed to any revision gives the graph as it was then.
func everyRevision(t *testing.T, b *bench) {
	a := NewAuthor(3, b.county(t))
	var graphs []gov.Graph
	for r := range int64(15) {
		b.put(t, commit(a.County, r+1, a.Next(6)))
		graphs = append(graphs, a.Graph())
	}
	for i, want := range graphs {
		c, got, err := store.At(t.Context(), b, a.County, int64(i+1))
		if err != nil {
			t.Fatal(err)
		}
		same(t, "revision of the commit", int64(i+1), c.Revision)
		same(t, "graph then", want, got)
	}
	for _, revision := range []int64{-1, 0, 16} {
		_, _, err := store.At(t.Context(), b, a.County, revision)
		wantCode(t, err, gov.CodeNotFound)
	}
	_, _, err := store.At(t.Context(), b, b.county(t), 1)
	wantCode(t, err, gov.CodeNotFound)
}

// largeCommit: a county of DESIGN's measure comes in one commit and goes in the next.
func largeCommit(t *testing.T, b *bench) {
	county := b.county(t)
	g := County(county, 15, 12, 163)
	made := commit(county, 1, Creation(g))
	b.put(t, made)
	_, loaded := b.load(t, county)
	same(t, "made", true, gov.SameGraph(g, loaded))
	b.put(t, commit(county, 2, made.Delta.Inverse()))
	head, loaded := b.load(t, county)
	same(t, "nodes and edges left", 0, len(loaded.Nodes)+len(loaded.Edges))
	same(t, "removed", len(g.Nodes)+len(g.Edges), must(b.History(t.Context(), county, head.Revision, head.Revision, true))[0].Counts.Removed)
}

// reopen: a store opened again holds what it held.
func reopen(t *testing.T, b *bench) {
	since := b.position(t).Commit
	a, commits := b.write(t, 5)
	b.putDocument(t, store.Document{County: a.County, Kind: "scenario", ID: "1", Time: noon, Body: []byte("甲")})
	if err := b.PutDerived(t.Context(), a.County, 5, map[string][]byte{"summary": []byte("乙")}); err != nil {
		t.Fatal(err)
	}
	before, _ := b.load(t, a.County)
	if err := b.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	b.Store = b.open()
	after, g := b.load(t, a.County)
	same(t, "head", before, after)
	same(t, "graph", a.Graph(), g)
	same(t, "log", commits, must(b.Log(t.Context(), since, 9)))
	same(t, "documents", 1, len(must(b.Documents(t.Context(), a.County, "scenario", noon))))
	b.put(t, commit(a.County, 6, a.Next(1)))
}
