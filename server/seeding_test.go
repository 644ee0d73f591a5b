package main

import (
	"path/filepath"
	"testing"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/desk"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/store/bolt"
	"tiaokuai/seed"
)

// TestSeedHasTheReportsPlans: the report's division of work stands beside the county in both readings, as drafts that can
// be read; loading again adds nothing, and brings none back that somebody deleted.
func TestSeedHasTheReportsPlans(t *testing.T) {
	s, err := bolt.Open(filepath.Join(t.TempDir(), "tiaokuai.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeStore(t.Context(), s) })
	plans := func(delete string) []desk.Record {
		a := atlas.New(atlas.Config{Store: s})
		if err := a.Sync(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := loadSeed(t.Context(), a); err != nil {
			t.Fatal(err)
		}
		v, err := a.View()
		if err != nil {
			t.Fatal(err)
		}
		d := desk.New(desk.Config{Atlas: a})
		all, err := d.Scenarios(t.Context(), v, seed.County)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range all {
			if _, c, err := d.ResultOf(t.Context(), v, r); err != nil || r.State != scenario.Draft || len(c.Leaders()) == 0 {
				t.Errorf("%s: %s, %v", r.ID, r.State, err)
			}
			if r.ID == delete {
				if err := d.Delete(t.Context(), desk.Write{County: seed.County, ID: r.ID, Version: r.Version, Actor: "甲"}); err != nil {
					t.Fatal(err)
				}
			}
		}
		return all
	}
	for i, want := range []int{2, 2, 1} {
		delete := ""
		if i == 1 {
			delete = "report-portfolio-two"
		}
		if all := plans(delete); len(all) != want {
			t.Errorf("loaded %d times: %d plans, want %d", i+1, len(all), want)
		}
	}
}
