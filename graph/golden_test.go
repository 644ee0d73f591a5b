package graph_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// checkQueries sends every query of testdata and compares the answer. Each file holds a query, perhaps variables and a
// language, and the answer.
func checkQueries(t *testing.T, api api, write bool) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no queries", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { checkQuery(t, api, file, write) })
	}
}

func checkQuery(t *testing.T, api api, file string, write bool) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range archive.Files {
		parts[f.Name] = string(f.Data)
	}
	language := "zh"
	if l := strings.TrimSpace(parts["language"]); l != "" {
		language = l
	}
	var variables json.RawMessage
	if v := parts["variables.json"]; v != "" {
		variables = json.RawMessage(v)
	}
	var got bytes.Buffer
	if err := json.Indent(&got, api.post(t, language, parts["query.graphql"], variables), "", "  "); err != nil {
		t.Fatal(err)
	}
	got.WriteByte('\n')
	if write {
		writeAnswer(t, file, archive, got.Bytes())
		return
	}
	if diff := cmp.Diff(parts["answer.json"], got.String()); diff != "" {
		t.Errorf("answer differs (-want +got); go test ./graph -update writes it anew\n%s", diff)
	}
}

func writeAnswer(t *testing.T, file string, archive *txtar.Archive, answer []byte) {
	kept := archive.Files[:0]
	for _, f := range archive.Files {
		if f.Name != "answer.json" {
			kept = append(kept, f)
		}
	}
	archive.Files = append(kept, txtar.File{Name: "answer.json", Data: answer})
	writeArchive(t, file, archive)
}

func writeArchive(t *testing.T, file string, archive *txtar.Archive) {
	t.Helper()
	if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}
