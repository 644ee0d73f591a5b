package main

import (
	"os"
	"testing"

	"tiaokuai/internal/namebook"
)

// TestTemplates: the usual settings of testdata/templates.json are all questions that can be asked, in words that are read.
func TestTemplates(t *testing.T) {
	c, err := readCases(os.ReadFile, "testdata/templates.json")
	if err != nil {
		t.Fatal(err)
	}
	trials, none := trialsOf(c)
	if len(none) > 0 || len(trials) < 12 {
		t.Errorf("%d trials, not usable: %v", len(trials), none)
	}
	for _, one := range trials {
		for _, o := range one.Organs {
			if rest := namebook.Default().Unread(o.Name); len(rest) > 0 {
				t.Errorf("%s: %s is not read in %v", one.name(), o.Name, rest)
			}
		}
	}
}
