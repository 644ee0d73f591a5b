package atlas_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
	"tiaokuai/internal/store"
	"tiaokuai/internal/store/bolt"
)

const text = `county 900001 甲县
department 农业农村局
township 东镇
  organ 经济发展办公室 OFFICE -> 农业农村局
  organ 乡村建设办公室 OFFICE -> 农业农村局
township 西镇
  organ 经济发展办公室 OFFICE -> 农业农村局
`

func open(t *testing.T) store.Store {
	t.Helper()
	s, err := bolt.Open(filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close(context.Background()) })
	return s
}

// start is an atlas on a store that has been reached.
func start(t *testing.T, c atlas.Config) *atlas.Atlas {
	t.Helper()
	a := atlas.New(c)
	if err := a.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	return a
}

func create(t *testing.T, a *atlas.Atlas) *snapshot.County {
	t.Helper()
	county := countytest.Parse(t, text)
	commit(t, a, county.Key, 0, change.Between(nil, county)...)
	return county
}

func commit(t *testing.T, a *atlas.Atlas, county string, base int64, edits ...change.Edit) gov.Commit {
	t.Helper()
	c, err := a.Commit(t.Context(), atlas.Change{ID: fmt.Sprintf("%s-%d", county, base+1), County: county, Base: base, Edits: edits, Actor: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func head(t *testing.T, a *atlas.Atlas, county string) *snapshot.County {
	t.Helper()
	v, err := a.View()
	if err != nil {
		t.Fatal(err)
	}
	c, err := v.County(t.Context(), county)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func rename(county *snapshot.County, name string) change.Edit {
	return &change.RenameOrgan{Key: county.Townships()[0].Organs()[0].Key, Name: name}
}

func TestCommitAdvancesTheHead(t *testing.T) {
	a := start(t, atlas.Config{Store: open(t)})
	county := create(t, a)
	before := head(t, a, county.Key)
	commit(t, a, county.Key, 1, rename(county, "经济办"))
	after := head(t, a, county.Key)
	if before.Revision() != 1 || after.Revision() != 2 || after.Townships()[0].Organs()[0].Name != "经济办" {
		t.Errorf("revisions %d and %d, organ %s", before.Revision(), after.Revision(), after.Townships()[0].Organs()[0].Name)
	}
	if before.Townships()[1].Cell() != after.Townships()[1].Cell() {
		t.Error("a township that was not touched is not shared")
	}
}

func TestCommitTwiceIsOnce(t *testing.T) {
	a := start(t, atlas.Config{Store: open(t)})
	county := create(t, a)
	first := commit(t, a, county.Key, 1, rename(county, "经济办"))
	commit(t, a, county.Key, 2, rename(county, "经发办"))
	again := commit(t, a, county.Key, 1, rename(county, "经济办"))
	if again.Seq != first.Seq || head(t, a, county.Key).Revision() != 3 {
		t.Errorf("sent again: seq %d and %d, head %d", first.Seq, again.Seq, head(t, a, county.Key).Revision())
	}
}

func TestCommitOnAnOldBaseConflicts(t *testing.T) {
	a := start(t, atlas.Config{Store: open(t)})
	county := create(t, a)
	commit(t, a, county.Key, 1, rename(county, "经济办"))
	_, err := a.Commit(t.Context(), atlas.Change{ID: "other", County: county.Key, Base: 1, Edits: []change.Edit{rename(county, "经发办")}})
	if gov.CodeOf(err) != gov.CodeConflict {
		t.Errorf("got %v, want CONFLICT", err)
	}
}

func TestVersions(t *testing.T) {
	s := open(t)
	a := start(t, atlas.Config{Store: s})
	county := create(t, a)
	commit(t, a, county.Key, 1, rename(county, "经济办"))
	b := start(t, atlas.Config{Store: s}) // knows nothing yet
	v, err := b.View()
	if err != nil {
		t.Fatal(err)
	}
	old, err := v.At(t.Context(), county.Key, atlas.Version{Revision: 1})
	if err != nil || old.Townships()[0].Organs()[0].Name != county.Townships()[0].Organs()[0].Name || old.ID() == head(t, b, county.Key).ID() {
		t.Errorf("revision 1: %v", err)
	}
	if _, err := v.At(t.Context(), county.Key, atlas.Version{Revision: 3}); gov.CodeOf(err) != gov.CodeNotFound {
		t.Errorf("revision 3: %v", err)
	}
	if _, err := v.At(t.Context(), county.Key, atlas.Version{Scenario: "a1"}); gov.CodeOf(err) != gov.CodeInvalid {
		t.Errorf("a scenario: %v", err)
	}
	for _, version := range []atlas.Version{{}, {Revision: 7}, {Scenario: "0f-9"}, {Scenario: "a", Bases: []gov.Basis{"DOCUMENT"}}, {Bases: []gov.Basis{"DOCUMENT", "INFERRED"}}, {Revision: 2, Bases: []gov.Basis{"DOCUMENT"}}} {
		if got, err := atlas.ParseWorld(version.World()); err != nil || got.World() != version.World() {
			t.Errorf("world %q reads as %+v, %v", version.World(), got, err)
		}
	}
	for _, bad := range []gov.World{"x", "r", "r0", "r1.r2", "b", "r01", ".", "s", "sA", "r1.sa", "sa.r1", "sa.sb", "s甲"} {
		if _, err := atlas.ParseWorld(bad); gov.CodeOf(err) != gov.CodeInvalid {
			t.Errorf("world %q: %v", bad, err)
		}
	}
}

func TestFollow(t *testing.T) {
	s := open(t)
	writer, reader := start(t, atlas.Config{Store: s}), start(t, atlas.Config{Store: s})
	county := create(t, writer)
	if err := reader.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	head(t, reader, county.Key) // cached, so that it is advanced by the delta from here on
	for i := range 20 {
		commit(t, writer, county.Key, int64(i+1), rename(county, fmt.Sprintf("办公室%d", i)))
	}
	if err := reader.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	if w, r := head(t, writer, county.Key), head(t, reader, county.Key); r.Revision() != 21 || !gov.SameGraph(w.Graph(), r.Graph()) {
		t.Errorf("the reader is at %d, or differs", r.Revision())
	}
	v, err := reader.View()
	if err != nil {
		t.Fatal(err)
	}
	hits, err := v.Search(t.Context(), "办公室19", nil, "")
	if err != nil || len(hits) != 1 {
		t.Errorf("search after following: %d hits, %v", len(hits), err)
	}
	briefs, err := v.Briefs(t.Context())
	if err != nil || len(briefs) != 1 || briefs[0].Brief.Summary.Cost != overlap.Of(head(t, writer, county.Key)).Total {
		t.Errorf("briefs after following: %+v, %v", briefs, err)
	}
}

// TestViewIsOneMoment reads through one view before and after a commit.
func TestViewIsOneMoment(t *testing.T) {
	a := start(t, atlas.Config{Store: open(t)})
	county := create(t, a)
	v, err := a.View()
	if err != nil {
		t.Fatal(err)
	}
	commit(t, a, county.Key, 1, rename(county, "经济办"))
	if c, err := v.County(t.Context(), county.Key); err != nil || c.Revision() != 1 {
		t.Errorf("the view moved on: %v", err)
	}
}

// TestCacheIsBounded reads 40 revisions that share all but one township, under a bound of about three whole counties.
func TestCacheIsBounded(t *testing.T) {
	s := open(t)
	whole := start(t, atlas.Config{Store: s})
	county := create(t, whole)
	one := whole.CacheStats().Bytes
	a := start(t, atlas.Config{Store: s, CacheBytes: 3 * one})
	for i := range 40 {
		commit(t, a, county.Key, int64(i+1), rename(county, fmt.Sprintf("办公室%d", i)))
	}
	stats := a.CacheStats()
	if stats.Bytes > 3*one || stats.Snapshots < 4 {
		t.Errorf("%+v with a bound of %d: shared parts are not counted once, or the bound does not hold", stats, 3*one)
	}
	v, err := a.View()
	if err != nil {
		t.Fatal(err)
	}
	for r := int64(1); r <= 41; r++ {
		if c, err := v.At(t.Context(), county.Key, atlas.Version{Revision: r}); err != nil || c.Revision() != r {
			t.Errorf("revision %d: %v", r, err)
		}
	}
}

// TestStaleDerived replaces the stored blobs by damaged ones: they are computed anew, not served.
func TestStaleDerived(t *testing.T) {
	s := open(t)
	county := create(t, start(t, atlas.Config{Store: s}))
	if err := s.PutDerived(t.Context(), county.Key, 1, map[string][]byte{"brief": []byte(`{"name":"旧","summary":{"version":-1}}`), "names": []byte(`{`)}); err != nil {
		t.Fatal(err)
	}
	v, err := start(t, atlas.Config{Store: s}).View()
	if err != nil {
		t.Fatal(err)
	}
	briefs, err := v.Briefs(t.Context())
	if err != nil || briefs[0].Brief.Name != "甲县" || briefs[0].Brief.Summary.Townships != 2 {
		t.Errorf("%+v, %v", briefs, err)
	}
	if hits, err := v.Search(t.Context(), "jjfz", nil, ""); err != nil || len(hits) != 2 {
		t.Errorf("%d hits, %v", len(hits), err)
	}
}

func TestReconcileNeedsAGraphOfOthers(t *testing.T) {
	a := start(t, atlas.Config{Store: open(t)})
	county := create(t, a)
	var e *gov.Error
	if _, err := a.Reconcile(t.Context(), county.Key, true); !errors.As(err, &e) || e.Code != gov.CodeInvalid {
		t.Errorf("got %v", err)
	}
}
