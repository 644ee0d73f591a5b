package neo4jtest

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const (
	face = "MERGE (o:Organ {county: $county, key: 'o1', name: '农业农村办公室'}) " +
		"MERGE (d:Department {county: $county, key: 'd1', name: '农业农村局'}) " +
		"MERGE (o)-[r:`对口` {nature: 'BUSINESS', sections: ['种植业科']}]->(d)"
	faced = "MATCH (o:Organ {county: $county})-[r:对口]->(d:Department) RETURN o.name + type(r) + d.name AS text"
)

// texts runs a statement that returns text.
func texts(tb testing.TB, driver neo4j.DriverWithContext, cypher string, params map[string]any) []string {
	tb.Helper()
	records, err := write(tb.Context(), driver, cypher, params)
	if err != nil {
		tb.Fatal(err)
	}
	var found []string
	for _, r := range records {
		text, _, err := neo4j.GetRecordValue[string](r, "text")
		if err != nil {
			tb.Fatal(err)
		}
		found = append(found, text)
	}
	return found
}

func TestAcknowledgedWriteOutlivesKill(t *testing.T) {
	t.Parallel()
	s := New(t)
	uri, county := s.URI(), map[string]any{"county": UniqueCounty(t)}
	texts(t, s.Driver(t), face, county)
	for range 2 {
		s.Kill()
		if err := s.Restart(t.Context()); err != nil {
			t.Fatal(err)
		}
		if s.URI() != uri {
			t.Fatalf("restarted at %s, was %s", s.URI(), uri)
		}
		want := []string{"农业农村办公室对口农业农村局"}
		if diff := cmp.Diff(want, texts(t, s.Driver(t), faced, county)); diff != "" {
			t.Fatal(diff)
		}
	}
}

func TestNamedHomeIsKept(t *testing.T) {
	t.Parallel()
	config := Config{Home: filepath.Join(t.TempDir(), "home"), Java: []string{"-Xmx256m", "-Dpagecache=32m"}}
	county := map[string]any{"county": UniqueCounty(t)}
	var found []string
	for range 2 {
		s, err := Start(t.Context(), config)
		if err != nil {
			t.Fatal(err)
		}
		found = texts(t, s.Driver(t), faced, county)
		texts(t, s.Driver(t), face, county)
		if err := s.Stop(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if len(found) != 1 {
		t.Fatalf("the second start found %d edges, want 1", len(found))
	}
}

func TestTemporaryHomeIsRemoved(t *testing.T) {
	t.Parallel()
	s, err := Start(t.Context(), Config{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}
	if exists(s.config.Home) {
		t.Fatalf("%s is still there", s.config.Home)
	}
}

func TestFailedStartSaysWhy(t *testing.T) {
	t.Parallel()
	home := filepath.Join(t.TempDir(), "home")
	if err := os.WriteFile(home, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Start(t.Context(), Config{Home: home}); err == nil {
		t.Fatal("started on a file as its home")
	}
	taken := Shared(t)
	port := taken.URI()[strings.LastIndex(taken.URI(), ":")+1:]
	number, err := strconv.Atoi(port)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Start(t.Context(), Config{Port: number})
	if err == nil || !strings.Contains(err.Error(), "Address already in use") {
		t.Fatalf("started on a taken port: %v", err)
	}
}

func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		s, err := Start(b.Context(), Config{})
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Stop(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRestartAfterKill(b *testing.B) {
	s := New(b)
	for b.Loop() {
		if err := s.Restart(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}
