package graph_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"testing"

	"tiaokuai/graph"
	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/snapshot"
)

// Whatever a client sends as edits, the API answers, and never with INTERNAL. What it takes, it shows as edits that
// apply directly and that it takes again, shown alike.
func FuzzApplyEdits(f *testing.F) {
	dice := rand.New(rand.NewPCG(1, 1))
	e := newEditing(f)
	base := e.add(f, countytest.Random(dice))
	for _, record := range change.Catalogue() {
		f.Add([]byte(`[{"` + record.Name + `":{}}]`))
		if edit, ok := countytest.RandomEditOf(record.Name, dice, change.NewDraft(base, 2)); ok && edit != nil {
			raw, err := change.Encode([]change.Edit{edit})
			if err != nil {
				f.Fatal(err)
			}
			f.Add([]byte(raw))
		}
	}
	handler := graph.New(graph.Config{Atlas: e.atlas, Log: slog.New(slog.DiscardHandler), Reference: func() string { return "reference" }})
	f.Fuzz(func(t *testing.T, data []byte) {
		once, ok := tryEdits(t, handler, base, data)
		if !ok {
			return
		}
		edits, err := change.Decode(once)
		if err != nil {
			t.Fatalf("%s is shown as %s: %v", data, once, err)
		}
		if _, _, err := change.Apply(base, edits, snapshot.Meta{Revision: 2}); err != nil {
			t.Fatalf("%s is shown as %s: %v", data, once, err)
		}
		if twice, ok := tryEdits(t, handler, base, once); !ok || !bytes.Equal(once, twice) {
			t.Errorf("%s\nis shown as %s\nand then as %s", data, once, twice)
		}
	})
}

// tryEdits sends edits as a dry run and gives them as the answer shows them; false where they are refused.
func tryEdits(t *testing.T, handler http.Handler, base *snapshot.County, edits []byte) (json.RawMessage, bool) {
	body, err := json.Marshal(map[string]any{"query": applying, "variables": map[string]any{
		"in": map[string]any{"county": base.Key, "baseRevision": 1, "dryRun": true, "edits": json.RawMessage(edits)},
	}})
	if err != nil {
		return nil, false // not JSON
	}
	request := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	var answer struct {
		Data struct {
			ApplyEdits *struct {
				Edits []struct{ Input json.RawMessage }
			}
		}
		Errors []struct{ Extensions struct{ Code string } }
	}
	if err := json.Unmarshal(recorder.Body.Bytes(), &answer); err != nil {
		t.Fatalf("%s\nanswers %s", edits, recorder.Body)
	}
	for _, e := range answer.Errors {
		if e.Extensions.Code == "INTERNAL" || e.Extensions.Code == "" {
			t.Fatalf("%s\nanswers %s", edits, recorder.Body)
		}
	}
	if len(answer.Errors) > 0 || answer.Data.ApplyEdits == nil {
		return nil, false
	}
	shown := make([]json.RawMessage, len(answer.Data.ApplyEdits.Edits))
	for i, one := range answer.Data.ApplyEdits.Edits {
		shown[i] = one.Input
	}
	out, err := json.Marshal(shown)
	if err != nil {
		t.Fatal(err)
	}
	return out, true
}
