package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"tiaokuai/graph"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/desk"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
	"tiaokuai/internal/store"
)

// TestMutations plays the scripts of testdata/mutations over each store. A script holds the county it starts from (its
// revision 1), then requests one after the other, 1.graphql, perhaps with 1.json for variables, and their answers. The
// first engine is the reference: it alone writes answers.
func TestMutations(t *testing.T) {
	files, err := filepath.Glob("testdata/mutations/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no scripts", err)
	}
	for i, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			s := e.open(t)
			t.Cleanup(func() { _ = s.Close(context.Background()) })
			for _, file := range files {
				t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
					play(t, s, file, countytest.Update() && i == 0)
				})
			}
		})
	}
}

func play(t *testing.T, s store.Store, file string, write bool) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range archive.Files {
		parts[f.Name] = string(f.Data)
	}
	county := countytest.Parse(t, parts["county"])
	api := editor(t, s, county)
	language := "zh"
	if l := strings.TrimSpace(parts["language"]); l != "" {
		language = l
	}
	for n := 1; parts[fmt.Sprint(n, ".graphql")] != ""; n++ {
		var variables json.RawMessage
		if v := parts[fmt.Sprint(n, ".json")]; v != "" {
			variables = json.RawMessage(withIDs(county.Key, v))
		}
		var got bytes.Buffer
		if err := json.Indent(&got, api.post(t, language, withIDs(county.Key, parts[fmt.Sprint(n, ".graphql")]), variables), "", "  "); err != nil {
			t.Fatal(err)
		}
		got.WriteByte('\n')
		answer := fmt.Sprint(n, ".answer")
		if write {
			setPart(archive, fmt.Sprint(n), answer, got.Bytes())
		} else if diff := cmp.Diff(parts[answer], got.String()); diff != "" {
			t.Errorf("answer %d differs (-want +got); go test ./graph -run TestMutations -update writes it anew\n%s", n, diff)
		}
	}
	if write {
		writeArchive(t, file, archive)
	}
}

// setPart puts an answer after the last part of its step.
func setPart(archive *txtar.Archive, step, name string, data []byte) {
	last := 0
	for i, f := range archive.Files {
		if f.Name == name {
			archive.Files[i].Data = data
			return
		}
		if strings.HasPrefix(f.Name, step+".") {
			last = i
		}
	}
	rest := append([]txtar.File{{Name: name, Data: data}}, archive.Files[last+1:]...)
	archive.Files = append(archive.Files[:last+1], rest...)
}

var idOf = regexp.MustCompile(`id:(Commit|Overlap|Scenario|DutyAdmission)\(([^)]*)\)`)

// withIDs puts the global id of a commit in the place of id:Commit(its id), that of a finding in the place of
// id:Overlap(its fingerprint), and so on.
func withIDs(county, text string) string {
	return idOf.ReplaceAllStringFunc(text, func(s string) string {
		found := idOf.FindStringSubmatch(s)
		return gov.GlobalID{Type: found[1], County: county, Key: found[2]}.String()
	})
}

// editor serves a store with a county in it, at a fixed time and with ids that are counted.
func editor(t *testing.T, s store.Store, county *snapshot.County) api {
	t.Helper()
	day := time.Date(2024, 5, 1, 4, 0, 0, 0, time.UTC)
	a := atlas.New(atlas.Config{Store: s, Now: func() time.Time { return day }})
	if err := a.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	first := atlas.Change{ID: county.Key + "-1", County: county.Key, Edits: change.Between(nil, county), Actor: "test", Reason: "初始"}
	if _, err := a.Commit(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	minted := 0
	mint := func() string {
		minted++
		return fmt.Sprintf("%s-minted-%d", county.Key, minted)
	}
	server := httptest.NewServer(graph.New(graph.Config{
		Atlas: a, Log: slog.New(slog.DiscardHandler), Version: "test",
		Desk:      desk.New(desk.Config{Atlas: a, Mint: mint, Now: func() time.Time { return day }}),
		Reference: func() string { return "reference" },
		Mint:      mint,
	}))
	t.Cleanup(server.Close)
	return api{server.URL}
}

// TestMutationLimits holds what one request may bring, and that tools can still read the whole schema.
func TestMutationLimits(t *testing.T) {
	e := newEditing(t)
	one := `{"removeOrgan":{"key":"a"}},`
	many := `[` + strings.Repeat(one, 5_000) + one[:len(one)-1] + `]`
	introspection, err := os.ReadFile("internal/limit/testdata/introspection.graphql")
	if err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct{ query, edits, want string }{
		"too many edits": {`mutation($e: [EditInput!]!) { applyEdits(input: {county: "1", baseRevision: 1, edits: $e}) { county { revision } } }`, many, "at most 5000 edits at once"},
		"too many mutations": {
			`mutation($e: [EditInput!]!) {` + strings.Repeat(` applyEdits(input: {county: "1", baseRevision: 1, edits: $e}) { county { revision } }`, 13) + `}`,
			"[]", "the answer could hold more than 250000 values",
		},
		"introspection": {string(introspection), "[]", `"data":{"__schema"`},
	} {
		t.Run(name, func(t *testing.T) {
			answer := string(e.post(t, "en", tc.query, json.RawMessage(`{"e":`+tc.edits+`}`)))
			if !strings.Contains(answer, tc.want) {
				t.Errorf("%.300s", answer)
			}
		})
	}
}
