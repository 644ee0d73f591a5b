package atlas_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/store"
)

// TestListsOfDocuments has two processes write, delete and follow at random: what each lists is what the store holds as
// soon as it followed, and its own writes at once.
func TestListsOfDocuments(t *testing.T) {
	s := open(t)
	first := start(t, atlas.Config{Store: s})
	codes := counties(t, first, 2)
	all := []*atlas.Atlas{first, start(t, atlas.Config{Store: s})}
	versions := map[string]int64{}
	rapid.Check(t, func(rt *rapid.T) {
		for range rapid.IntRange(1, 12).Draw(rt, "actions") {
			a := all[rapid.IntRange(0, 1).Draw(rt, "process")]
			code := codes[rapid.IntRange(0, 1).Draw(rt, "county")]
			kind := fmt.Sprint("kind", rapid.IntRange(0, 1).Draw(rt, "kind"))
			view, err := a.View()
			if err != nil {
				rt.Fatal(err)
			}
			switch rapid.IntRange(0, 3).Draw(rt, "action") {
			case 0:
				if err := a.Sync(t.Context()); err != nil {
					rt.Fatal(err)
				}
				same(rt, s, a, code, kind)
			case 1:
				if _, err := view.Documents(t.Context(), code, kind, 0); err != nil {
					rt.Fatal(err)
				}
			default:
				id := fmt.Sprint("d", rapid.IntRange(0, 4).Draw(rt, "id"))
				d := atlas.Document{County: code, Kind: kind, ID: id, Version: versions[code+kind+id], Actor: "x", Body: []byte(fmt.Sprint(versions[code+kind+id])), Deleted: rapid.IntRange(0, 3).Draw(rt, "deleted") == 0}
				if d.Deleted {
					d.Body = nil
				}
				written, err := a.PutDocument(t.Context(), d)
				if err != nil {
					rt.Fatal(err)
				}
				versions[code+kind+id] = written.Version
				listed(rt, a, written)
			}
		}
		for _, a := range all {
			if err := a.Sync(t.Context()); err != nil {
				rt.Fatal(err)
			}
			for _, code := range codes {
				same(rt, s, a, code, "kind0")
				same(rt, s, a, code, "kind1")
			}
		}
	})
}

// same compares what a process lists with what the store holds.
func same(t *rapid.T, s store.Store, a *atlas.Atlas, code, kind string) {
	view, err := a.View()
	if err != nil {
		t.Fatal(err)
	}
	got, err := view.Documents(t.Context(), code, kind, 0)
	if err != nil {
		t.Fatal(err)
	}
	want, err := s.Documents(t.Context(), code, kind, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if len(got)+len(want) > 0 && cmp.Diff(want, got) != "" {
		t.Fatal(cmp.Diff(want, got))
	}
}

// listed holds that a process sees what it wrote.
func listed(t *rapid.T, a *atlas.Atlas, d atlas.Document) {
	view, err := a.View()
	if err != nil {
		t.Fatal(err)
	}
	found, err := view.Documents(t.Context(), d.County, d.Kind, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range found {
		if one.ID == d.ID && (d.Deleted || one.Version != d.Version) {
			t.Fatalf("%s is listed at version %d after version %d", d.ID, one.Version, d.Version)
		}
		if one.ID == d.ID {
			return
		}
	}
	if !d.Deleted {
		t.Fatalf("%s is not listed", d.ID)
	}
}
