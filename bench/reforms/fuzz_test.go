package main

import (
	"encoding/json"
	"os"
	"testing"

	"golang.org/x/tools/txtar"
)

// FuzzCases: whatever a file holds, each of its cases is asked or reported, and what is asked can be.
func FuzzCases(f *testing.F) {
	a, err := txtar.ParseFile("testdata/cases.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for i := 0; i < len(a.Files); i += 2 {
		f.Add(a.Files[i].Data)
	}
	for _, name := range []string{"testdata/small.json", "testdata/reforms.json"} {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var c cases
		if json.Unmarshal(data, &c) != nil {
			return
		}
		trials, none := trialsOf(c)
		if len(trials)+len(none) < len(c.Reforms)+len(c.OrganSets)+len(c.Bad) {
			t.Errorf("%d asked, %d reported of %d", len(trials), len(none), len(c.Reforms)+len(c.OrganSets)+len(c.Bad))
		}
		for _, u := range trials {
			if len(u.Group) != len(u.Organs) || len(u.mergers()) == 0 || u.groups() < 2 || u.groups() >= len(u.Organs) {
				t.Errorf("%s can't be asked: %+v", u.name(), u)
			}
		}
	})
}
