package overlap_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// A fixture is testdata/<kind>.txtar: pairs of hit-….county (or miss-….county) in the notation of countytest and
// hit-….want, what is found of that kind. A line "# day=2024-01-31" sets the day that lists are read on.

func TestFixtures(t *testing.T) {
	for _, d := range overlap.Detectors() {
		t.Run(string(d.Kind), func(t *testing.T) {
			path := fixturePath(d.Kind)
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got, hits, misses := txtar.Archive{Comment: archive.Comment}, 0, 0
			for _, f := range archive.Files {
				name, isCounty := strings.CutSuffix(f.Name, ".county")
				if !isCounty {
					continue
				}
				found := render(t, d, string(f.Data))
				switch {
				case strings.HasPrefix(name, "hit-"):
					hits++
				case strings.HasPrefix(name, "miss-"):
					misses++
				}
				if strings.HasPrefix(name, "hit-") != (found != "") {
					t.Errorf("%s: found %q", f.Name, found)
				}
				got.Files = append(got.Files, f, txtar.File{Name: name + ".want", Data: []byte(found)})
			}
			if hits == 0 || misses == 0 {
				t.Errorf("%s needs a hit and a miss, has %d and %d", path, hits, misses)
			}
			countytest.Golden(t, path, txtar.Format(&got))
		})
	}
}

// TestFixturesAreOfDetectors keeps a fixture without its detector from going unnoticed.
func TestFixturesAreOfDetectors(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		known := slices.ContainsFunc(overlap.Detectors(), func(d overlap.Detector) bool { return fixturePath(d.Kind) == path })
		if !known {
			t.Errorf("%s is of no detector", path)
		}
	}
}

func fixturePath(kind gov.OverlapKind) string {
	return filepath.Join("testdata", strings.ToLower(string(kind))+".txtar")
}

// render tells what a detector finds in a county.
func render(t *testing.T, d overlap.Detector, text string) string {
	t.Helper()
	c := dated(t, text)
	var b strings.Builder
	for _, o := range overlap.Of(c).All {
		if o.Kind != d.Kind {
			continue
		}
		fmt.Fprintf(&b, "%s\n  participants: %s\n", strings.Join(nonEmpty(name(c, o.Township), name(c, o.Subject), o.Topic), " · "), strings.Join(names(c, o.Participants), ", "))
		fmt.Fprintf(&b, "  excess %s, cost %s, necessary %s, %s\n", o.Excess, o.Cost, o.Irreducible, o.Severity)
		explained := overlap.Explain(c, o)
		fmt.Fprintf(&b, "  %s\n  %s\n", explained.ZH, explained.EN)
		for _, e := range o.Evidence {
			says := e.Sentence(c)
			fmt.Fprintf(&b, "  - %s | %s\n", says.ZH, says.EN)
		}
	}
	return b.String()
}

// dated is the county of a text, on the day that the text may set.
func dated(t testing.TB, text string) *snapshot.County {
	t.Helper()
	g, err := countytest.ReadGraph(text)
	if err != nil {
		t.Fatal(err)
	}
	meta := snapshot.Meta{Revision: 1}
	if _, after, ok := strings.Cut(text, "# day="); ok {
		day, _, _ := strings.Cut(after, "\n")
		meta.Effective = gov.Date(strings.TrimSpace(day))
	}
	c, err := snapshot.Build(g, meta)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// fixtureCounties are the counties of all fixtures by "<file>/<name>".
func fixtureCounties(t *testing.T) map[string]string {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range txtar.Parse(data).Files {
			if name, ok := strings.CutSuffix(f.Name, ".county"); ok {
				out[filepath.Base(path)+"/"+name] = string(f.Data)
			}
		}
	}
	return out
}

func name(c *snapshot.County, key string) string {
	if n, ok := c.Node(key); ok {
		return n.NodeName()
	}
	return key
}

func names(c *snapshot.County, keys []string) []string {
	out := make([]string, len(keys))
	for i, key := range keys {
		out[i] = name(c, key)
	}
	return out
}

func nonEmpty(parts ...string) []string {
	return slices.DeleteFunc(parts, func(p string) bool { return p == "" })
}
