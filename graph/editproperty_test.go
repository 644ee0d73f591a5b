package graph_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http/httptest"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"tiaokuai/graph"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
	"tiaokuai/internal/store/bolt"
)

const applying = `mutation($in: ApplyEditsInput!) { applyEdits(input: $in) { commit { commitId } edits(first: 500) { input } } }`

// failing is a test, or one try of a property.
type failing interface {
	Fatalf(format string, args ...any)
}

// editing is an API over a store of its own, which the properties fill county by county.
type editing struct {
	api
	atlas    *atlas.Atlas
	counties int
}

func newEditing(t testing.TB) *editing {
	t.Helper()
	s, err := bolt.Open(filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	a := atlas.New(atlas.Config{Store: s})
	if err := a.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(graph.New(graph.Config{Atlas: a, Log: slog.New(slog.DiscardHandler), Reference: func() string { return "reference" }}))
	t.Cleanup(func() {
		server.Close()
		_ = s.Close(t.Context())
	})
	return &editing{api: api{server.URL}, atlas: a}
}

// add commits a county under a code of its own.
func (e *editing) add(t testing.TB, c *snapshot.County) *snapshot.County {
	t.Helper()
	e.counties++
	code := fmt.Sprint(100_000 + e.counties)
	edits := change.Between(nil, c)
	for _, edit := range edits {
		if first, ok := edit.(*change.CreateCounty); ok {
			first.Node.Key, first.Node.Sandbox = code, true
		}
	}
	if _, err := e.atlas.Commit(t.Context(), atlas.Change{ID: code, County: code, Edits: edits, Actor: "test"}); err != nil {
		t.Fatal(err)
	}
	return e.head(t, code)
}

func (e *editing) head(t testing.TB, code string) *snapshot.County {
	t.Helper()
	v, err := e.atlas.View()
	if err != nil {
		t.Fatal(err)
	}
	c, err := v.County(t.Context(), code)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestEditsOverGraphQL holds that edits sent as variables do what they do when applied directly, and that the input an
// answer shows for them does it again.
func TestEditsOverGraphQL(t *testing.T) {
	e := newEditing(t)
	rapid.Check(t, func(rt *rapid.T) {
		dice := countytest.Rapid(rt)
		base := e.add(t, countytest.Random(dice))
		edits := countytest.RandomEdits(dice, base, 1+dice.IntN(12))
		want, _, err := change.Apply(base, edits, snapshot.Meta{Revision: 2})
		if err != nil {
			rt.Fatal(err)
		}
		sent, err := change.Encode(edits)
		if err != nil {
			rt.Fatal(err)
		}
		input := e.apply(t, rt, base, withoutEmpty(rt, sent), true)
		e.apply(t, rt, base, input, false)
		if !gov.SameGraph(want.Graph(), e.head(t, base.Key).Graph()) {
			rt.Errorf("%s\nshown as %s\ndoes something else over GraphQL", sent, input)
		}
	})
}

// TestEveryEditOverGraphQL sends one edit of every kind that applies.
func TestEveryEditOverGraphQL(t *testing.T) {
	e := newEditing(t)
	for _, record := range change.Catalogue() {
		if record.Name == "createCounty" {
			continue // a script makes one
		}
		base, edit := e.oneOf(t, record.Name)
		sent, err := change.Encode([]change.Edit{edit})
		if err != nil {
			t.Fatal(err)
		}
		e.apply(t, t, base, withoutEmpty(t, sent), false)
		want, _, err := change.Apply(base, []change.Edit{edit}, snapshot.Meta{Revision: 2})
		if err != nil {
			t.Fatal(err)
		}
		if !gov.SameGraph(want.Graph(), e.head(t, base.Key).Graph()) {
			t.Errorf("%s does something else over GraphQL", sent)
		}
	}
}

// oneOf is a county with an edit of a kind that applies to it.
func (e *editing) oneOf(t *testing.T, kind string) (*snapshot.County, change.Edit) {
	t.Helper()
	for seed := range uint64(200) {
		dice := rand.New(rand.NewPCG(1, seed))
		base := e.add(t, countytest.Random(dice))
		for range 10 {
			edit, _ := countytest.RandomEditOf(kind, dice, change.NewDraft(base, 2))
			if edit != nil && len(edit.Apply(change.NewDraft(base, 2))) == 0 {
				return base, edit
			}
		}
	}
	t.Fatalf("no random %s applies", kind)
	return nil, nil
}

// apply sends edits on revision 1 and gives them as the answer shows them.
func (e *editing) apply(t *testing.T, rt failing, base *snapshot.County, edits json.RawMessage, dryRun bool) json.RawMessage {
	variables, err := json.Marshal(map[string]any{"in": map[string]any{"county": base.Key, "baseRevision": base.Revision(), "edits": edits, "dryRun": dryRun}})
	if err != nil {
		rt.Fatalf("%v", err)
	}
	text := e.post(t, "en", applying, variables)
	var answer struct {
		Data struct {
			ApplyEdits struct {
				Edits []struct{ Input json.RawMessage }
			}
		}
		Errors []any
	}
	if err := json.Unmarshal(text, &answer); err != nil || answer.Errors != nil {
		rt.Fatalf("%s\nanswers %s", edits, text)
	}
	inputs := make([]json.RawMessage, len(answer.Data.ApplyEdits.Edits))
	for i, one := range answer.Data.ApplyEdits.Edits {
		inputs[i] = one.Input
	}
	out, err := json.Marshal(inputs)
	if err != nil {
		rt.Fatalf("%v", err)
	}
	return out
}

// withoutEmpty leaves out what Go writes for an absent value and an enum has no name for: "" and null, but not in patches.
func withoutEmpty(rt failing, raw json.RawMessage) json.RawMessage {
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		rt.Fatalf("%v", err)
	}
	var strip func(any)
	strip = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, inner := range v {
				strip(inner)
			}
		case map[string]any:
			for name, inner := range v {
				switch {
				case inner == nil || inner == "":
					delete(v, name)
				case name != "set" && name != "delta":
					strip(inner)
				}
			}
		}
	}
	strip(v)
	out, err := json.Marshal(v)
	if err != nil {
		rt.Fatalf("%v", err)
	}
	return out
}
