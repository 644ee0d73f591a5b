package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"tiaokuai/internal/countytest"
)

// TestReconstruct reads small cases and shows what is asked of them. A file of testdata/cases.txtar is a case as JSON, the
// one after it what became of it.
func TestReconstruct(t *testing.T) {
	const path = "testdata/cases.txtar"
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(a.Files); i += 2 {
		var c cases
		if err := json.Unmarshal(a.Files[i].Data, &c); err != nil {
			t.Fatalf("%s: %v", a.Files[i].Name, err)
		}
		a.Files[i+1].Data = []byte(shown(trialsOf(c)))
	}
	countytest.Golden(t, path, txtar.Format(a))
}

func shown(trials []trial, none []refused) string {
	var b strings.Builder
	for _, t := range trials {
		for _, g := range t.named(t.Group) {
			fmt.Fprintf(&b, "%s %s\n", t.name(), strings.Join(g, " + "))
		}
		for i := range t.Organs {
			for j := range t.Organs {
				if t.Loose[[2]int{i, j}] {
					fmt.Fprintf(&b, "%s %s ~ %s\n", t.name(), t.Organs[i].Name, t.Organs[j].Name)
				}
			}
		}
		if len(t.Left) > 0 {
			fmt.Fprintf(&b, "%s left out %s\n", t.name(), strings.Join(t.Left, ", "))
		}
		for _, n := range t.Notes {
			fmt.Fprintf(&b, "%s note %s\n", t.name(), n)
		}
		if t.Kinds {
			fmt.Fprintf(&b, "%s offices and institutions apart\n", t.name())
		}
	}
	for _, n := range none {
		fmt.Fprintf(&b, "%s refused: %s\n", n.ID, n.Reason)
	}
	return b.String()
}

// TestCommitted holds the copy here against the shared file where it lies beside the checkout: A and B, all of them.
func TestCommitted(t *testing.T) {
	theirs, err := readCases(os.ReadFile, "../../../shared/seed/reforms.json")
	if err != nil {
		t.Skip("the shared file is not here")
	}
	ours, err := readCases(committed.ReadFile, "testdata/reforms.json")
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]bool{}
	for _, r := range ours.Reforms {
		have[r.ID] = true
	}
	for _, s := range ours.OrganSets {
		have[s.ID] = true
	}
	for _, r := range theirs.Reforms {
		if trusted := r.Trust == "A" || r.Trust == "B"; trusted != have[r.ID] {
			t.Errorf("%s of trust %s", r.ID, r.Trust)
		}
	}
	for _, s := range theirs.OrganSets {
		if trusted := s.Trust == "A" || s.Trust == "B"; trusted != have[s.ID] {
			t.Errorf("%s of trust %s", s.ID, s.Trust)
		}
	}
}
