package neo4jtest

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSharedIsOne(t *testing.T) {
	t.Parallel()
	if first, second := Shared(t), Shared(t); first != second {
		t.Error("two calls gave two databases")
	}
	county := map[string]any{"county": UniqueCounty(t)}
	driver := Shared(t).Driver(t)
	texts(t, driver, face, county)
	if got := texts(t, driver, faced, county); len(got) != 1 {
		t.Errorf("found %q, want one edge", got)
	}
	other := map[string]any{"county": UniqueCounty(t)}
	if got := texts(t, driver, faced, other); len(got) != 0 {
		t.Errorf("another county has %q", got)
	}
}

func TestBorrowedDatabaseIsEmptiedAndNotShared(t *testing.T) {
	t.Parallel()
	s := New(t)
	driver := s.Driver(t)
	texts(t, driver, face, map[string]any{"county": UniqueCounty(t)})
	texts(t, driver, "CREATE CONSTRAINT `机构 ``键``` FOR (o:Organ) REQUIRE (o.county, o.key) IS UNIQUE", nil)
	texts(t, driver, "CREATE FULLTEXT INDEX 名称 FOR (o:Organ) ON EACH [o.name]", nil)

	db, release, err := borrow(t.Context(), s.URI())
	if err != nil || db == nil {
		t.Fatalf("borrow: %v, %v", db, err)
	}
	if second, _, err := borrow(t.Context(), s.URI()); second != nil || err != nil {
		t.Fatalf("borrowed twice: %v, %v", second, err)
	}
	if err := release(); err != nil {
		t.Fatal(err)
	}
	left := texts(t, driver, "MATCH (n) RETURN labels(n)[0] AS text", nil)
	left = append(left, texts(t, driver, "SHOW INDEXES YIELD name AS text, type WHERE type <> 'LOOKUP' RETURN text", nil)...)
	if diff := cmp.Diff([]string(nil), left); diff != "" {
		t.Error(diff)
	}
	if db, release, err = borrow(t.Context(), s.URI()); db == nil || err != nil {
		t.Fatalf("borrow again: %v, %v", db, err)
	}
	if err := release(); err != nil {
		t.Fatal(err)
	}
}

func TestUnusableDatabaseIsNamed(t *testing.T) {
	t.Parallel()
	db, _, err := borrow(t.Context(), "nonsense://127.0.0.1")
	if err == nil || db != nil {
		t.Fatalf("borrowed %v", db)
	}
}
