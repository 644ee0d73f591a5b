package atlas_test

import (
	"context"
	"iter"
	"testing"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
)

// TestWatch: a watcher sees the atlas at once, then after each write of a document and each commit of its county.
func TestWatch(t *testing.T) {
	a := start(t, atlas.Config{Store: open(t)})
	code := create(t, a).Key
	ctx, cancel := context.WithCancel(t.Context())
	next, stop := iter.Pull(a.Watch(ctx, code))
	defer stop()
	see := func(documents, revision int64) {
		t.Helper()
		v, ok := next()
		if !ok {
			t.Fatal("the watch ended")
		}
		if h, err := v.Head(code); err != nil || h.Documents != documents || h.Revision != revision {
			t.Fatalf("%d documents at revision %d, want %d at %d (%v)", h.Documents, h.Revision, documents, revision, err)
		}
	}
	see(0, 1)
	if _, err := a.PutDocument(ctx, atlas.Document{County: code, Kind: "case", ID: "one", Actor: "甲", Body: []byte(`{}`)}); err != nil {
		t.Fatal(err)
	}
	see(1, 1)
	commit(t, a, code, 1, &change.CreateTownship{Node: gov.Township{Name: "南镇"}})
	see(1, 2)
	cancel()
	if _, ok := next(); ok {
		t.Error("the watch goes on after its context")
	}
}
