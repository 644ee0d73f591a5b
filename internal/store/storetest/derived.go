package storetest

import (
	"testing"

	"tiaokuai/internal/store"
)

// derived: blobs come with an append or later, belong to one revision, and an append leaves only its own.
func derived(t *testing.T, b *bench) {
	a := NewAuthor(1, b.county(t))
	blobs := func(want map[string][]byte) {
		t.Helper()
		head, _ := b.load(t, a.County)
		same(t, "blobs", want, head.Derived)
		for _, h := range must(b.Heads(t.Context())) {
			if h.County == a.County {
				same(t, "blobs among all heads", want, h.Derived)
			}
		}
	}
	putDerived := func(revision int64, m map[string][]byte) {
		t.Helper()
		if err := b.PutDerived(t.Context(), a.County, revision, m); err != nil {
			t.Fatal(err)
		}
	}
	first := map[string][]byte{"summary": {0, 1, 2, 255}, "name index": make([]byte, 100_000)}
	must(b.Append(t.Context(), store.Append{Commit: commit(a.County, 1, a.Next(2)), Derived: first}))
	blobs(first)
	putDerived(1, map[string][]byte{"summary": []byte("later")})
	blobs(map[string][]byte{"summary": []byte("later"), "name index": first["name index"]})
	must(b.Append(t.Context(), store.Append{Commit: commit(a.County, 2, a.Next(2)), Derived: map[string][]byte{"summary": []byte("two")}}))
	blobs(map[string][]byte{"summary": []byte("two")})
	putDerived(1, map[string][]byte{"summary": []byte("too late")})
	blobs(map[string][]byte{"summary": []byte("two")})
	b.put(t, commit(a.County, 3, a.Next(2)))
	blobs(nil)
	putDerived(3, map[string][]byte{"summary": []byte("three")})
	blobs(map[string][]byte{"summary": []byte("three")})
	if err := b.PutDerived(t.Context(), b.county(t), 1, first); err != nil {
		t.Errorf("blobs of no county: %v", err)
	}
	putDerived(3, map[string][]byte{"summary": {}, "names": []byte("three")})
	blobs(map[string][]byte{"names": []byte("three")})
}
