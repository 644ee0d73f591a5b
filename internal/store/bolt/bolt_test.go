package bolt_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
	"tiaokuai/internal/store/bolt"
	"tiaokuai/internal/store/storetest"
)

func TestConformance(t *testing.T) {
	storetest.Run(t, func(tb testing.TB) func() store.Store {
		path := filepath.Join(tb.TempDir(), "new folder", "tiaokuai.db")
		return func() store.Store { return open(tb, path) }
	})
}

func open(tb testing.TB, path string) *bolt.Store {
	tb.Helper()
	s, err := bolt.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

func TestOneProcessAtATime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tiaokuai.db")
	s := open(t, path)
	_, err := bolt.Open(path)
	if gov.CodeOf(err) != gov.CodeUnavailable || !strings.Contains(err.Error(), "another process is using the data file "+path) {
		t.Errorf("opened twice: %v", err)
	}
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := open(t, path).Close(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func TestWhatCannotBeOpened(t *testing.T) {
	dir := t.TempDir()
	garbage, newer := filepath.Join(dir, "garbage"), filepath.Join(dir, "newer")
	if err := os.WriteFile(garbage, []byte(strings.Repeat("not a database ", 10_000)), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := open(t, newer).Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	setFormat(t, newer, "2")
	for path, want := range map[string]gov.Code{
		garbage: gov.CodeInvalid, newer: gov.CodeInvalid, dir: gov.CodeUnavailable, filepath.Join(garbage, "below a file"): gov.CodeUnavailable,
	} {
		_, err := bolt.Open(path)
		var said *gov.Error
		if !errors.As(err, &said) || said.Code != want || said.Hint.ZH == "" {
			t.Errorf("%s: %v, want %s with a hint", path, err, want)
		}
	}
}

func setFormat(t *testing.T, path, format string) {
	t.Helper()
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.Update(func(tx *bbolt.Tx) error { return tx.Bucket([]byte("meta")).Put([]byte("format"), []byte(format)) }); err != nil {
		t.Fatal(err)
	}
}

func BenchmarkStore(b *testing.B) {
	storetest.Benchmark(b, func(tb testing.TB) func() store.Store {
		path := filepath.Join(tb.TempDir(), "tiaokuai.db")
		return func() store.Store { return open(tb, path) }
	})
}
