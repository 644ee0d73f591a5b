package change_test

import (
	"encoding/json"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Each file in testdata/reform tells a county, edits, and the county they lead to.
func TestReforms(t *testing.T) {
	for name, files := range archives(t, "testdata/reform/*.txtar") {
		t.Run(name, func(t *testing.T) {
			edits, err := change.Decode([]byte(files["edits.json"]))
			if err != nil {
				t.Fatal(err)
			}
			before := countytest.Parse(t, files["before"])
			got, delta, err := change.Apply(before, edits, snapshot.Meta{Revision: 2})
			if err != nil {
				t.Fatal(err)
			}
			want := countytest.Parse(t, files["after"])
			if diff := cmp.Diff(indented(t, want), indented(t, got)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			back, _, err := change.Apply(got, []change.Edit{&change.Restore{Delta: delta.Inverse()}}, snapshot.Meta{Revision: 3})
			if err != nil || !gov.SameGraph(back.Graph(), before.Graph()) {
				t.Errorf("not taken back: %v", err)
			}
		})
	}
}

// Each file in testdata/refused tells a county and, one a line, edits with the code and place of their refusal.
func TestRefusals(t *testing.T) {
	for name, files := range archives(t, "testdata/refused/*.txtar") {
		t.Run(name, func(t *testing.T) {
			var cases []struct {
				Edit json.RawMessage
				Code gov.Code
				Path []any
			}
			if err := json.Unmarshal([]byte(files["cases.json"]), &cases); err != nil {
				t.Fatal(err)
			}
			c := countytest.Parse(t, files["before"])
			for _, one := range cases {
				edits, err := change.Decode([]byte("[" + string(one.Edit) + "]"))
				if err != nil {
					t.Fatalf("%s: %v", one.Edit, err)
				}
				_, _, err = change.Apply(c, edits, snapshot.Meta{Revision: 2})
				p, _ := err.(gov.Problems)
				if len(p) == 0 {
					t.Errorf("%s was not refused", one.Edit)
					continue
				}
				got, _ := json.Marshal(p[0].Path[3:])
				want, _ := json.Marshal(one.Path)
				if p[0].Code != one.Code || string(got) != string(want) {
					t.Errorf("%s: %s at %s (%v), want %s at %s", one.Edit, p[0].Code, got, p[0], one.Code, want)
				}
			}
		})
	}
}

// archives reads the txtar files of a pattern: name → file → text.
func archives(t *testing.T, pattern string) map[string]map[string]string {
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no file at %s: %v", pattern, err)
	}
	out := map[string]map[string]string{}
	for _, path := range paths {
		a, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files := map[string]string{}
		for _, f := range a.Files {
			files[f.Name] = string(f.Data)
		}
		out[filepath.Base(path)] = files
	}
	return out
}

func indented(t *testing.T, c *snapshot.County) string {
	raw, err := json.MarshalIndent(c.Graph(), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}
