package graph_test

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// example is a query in the README and the answer below it.
var example = regexp.MustCompile("(?s)```graphql\n([^`]*)```\n\n```json\n(.*?)```")

// request is anything that the README says can be asked, with an answer below it or not.
var request = regexp.MustCompile("(?s)```graphql\n([^`]*)```")

// checkReadme asks every query of the README and compares the answer it shows.
func checkReadme(t *testing.T, api api, write bool) {
	const file = "../README.md"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(example.FindAll(text, -1)); n < 5 {
		t.Fatalf("%d examples", n)
	}
	for _, block := range request.FindAllSubmatch(text, -1) {
		if answer := api.post(t, "zh", string(block[1]), nil); bytes.Contains(answer, []byte(`"errors"`)) {
			t.Errorf("%s\n%s", block[1], answer)
		}
	}
	got := example.ReplaceAllFunc(text, func(block []byte) []byte {
		query := example.FindSubmatch(block)[1]
		var answer bytes.Buffer
		if err := json.Indent(&answer, api.post(t, "zh", string(query), nil), "", "  "); err != nil {
			t.Fatal(err)
		}
		return []byte("```graphql\n" + string(query) + "```\n\n```json\n" + answer.String() + "\n```")
	})
	if write {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(text), string(got)); diff != "" {
		t.Errorf("README.md shows other answers (-shown +real); go test ./graph -update writes them anew\n%s", diff)
	}
}
