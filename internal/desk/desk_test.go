package desk_test

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"sync/atomic"
	"testing"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/desk"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
	"tiaokuai/internal/store"
	"tiaokuai/internal/store/bolt"
)

const text = `county 900001 甲县
department 农业农村局
department 应急局
duty 防汛 list=BASIC
township 东镇,西镇
  organ 农业办 OFFICE staff=4 leading=1 -> 农业农村局 leads 防汛
  organ 乡建办 OFFICE staff=3 leading=1 -> 农业农村局
  organ 应急办 OFFICE staff=2 leading=1 -> 应急局
  leader 甲 副镇长 leads 农业办,乡建办
`

const (
	code  = "900001"
	farm  = "organ/东镇/农业办"
	build = "organ/东镇/乡建办"
	alarm = "organ/东镇/应急办"
)

var (
	merge    = &change.MergeOrgans{Organs: []string{farm, build}, New: &gov.Organ{Name: "农建办"}}
	approval = &change.RecordApproval{Authority: "甲县县委编委", Document: "甲编〔2024〕1号", Date: "2024-03-01"}
)

// office is a desk with the atlas and the store it works on.
type office struct {
	*desk.Desk
	atlas *atlas.Atlas
	store store.Store
	t     testing.TB
}

func opened(t testing.TB, path string) store.Store {
	t.Helper()
	s, err := bolt.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close(context.Background()) })
	return s
}

var minted atomic.Int64 // ids differ between all offices of a test run

// on is an office on a store.
func on(t testing.TB, s store.Store) office {
	t.Helper()
	a := atlas.New(atlas.Config{Store: s})
	if err := a.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	mint := func() string { return fmt.Sprintf("s-%d", minted.Add(1)) }
	return office{desk.New(desk.Config{Atlas: a, Mint: mint}), a, s, t}
}

// start is an office with the county in a new store.
func start(t testing.TB, settings ...gov.GateKind) office {
	t.Helper()
	o := on(t, opened(t, filepath.Join(t.TempDir(), "test.db")))
	edits := change.Between(nil, countytest.Parse(t, text))
	o.commit(0, append(edits, &change.SetSettings{Settings: gov.Settings{Gates: settings}})...)
	return o
}

func (o office) commit(base int64, edits ...change.Edit) gov.Commit {
	o.t.Helper()
	return o.commitTo(code, base, edits...)
}

func (o office) commitTo(county string, base int64, edits ...change.Edit) gov.Commit {
	o.t.Helper()
	c, err := o.atlas.Commit(o.t.Context(), atlas.Change{ID: fmt.Sprintf("%s-%d", county, base+1), County: county, Base: base, Edits: edits, Actor: "管理员"})
	if err != nil {
		o.t.Fatal(err)
	}
	return c
}

func (o office) view() *atlas.View {
	o.t.Helper()
	v, err := o.atlas.View()
	if err != nil {
		o.t.Fatal(err)
	}
	return v
}

func (o office) head() *snapshot.County {
	o.t.Helper()
	c, err := o.view().County(o.t.Context(), code)
	if err != nil {
		o.t.Fatal(err)
	}
	return c
}

func (o office) create(edits ...change.Edit) desk.Record {
	o.t.Helper()
	outline := scenario.Outline{Title: "方案"}
	for _, e := range edits {
		outline.Steps = append(outline.Steps, scenario.Step{Edits: change.Edits{e}})
	}
	return o.must(o.Create(o.t.Context(), desk.Write{County: code, Actor: "甲"}, outline))
}

func (o office) must(r desk.Record, err error) desk.Record {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
	return r
}

// next is a write on what a record is.
func next(r desk.Record) desk.Write {
	return desk.Write{County: r.County, ID: r.ID, Version: r.Version, Actor: "甲"}
}

func step(edits ...change.Edit) scenario.Step { return scenario.Step{Edits: edits} }

func (o office) result(id string) *snapshot.County {
	o.t.Helper()
	_, c, err := o.Result(o.t.Context(), o.view(), code, id)
	if err != nil {
		o.t.Fatal(err)
	}
	return c
}

func graphOf(t testing.TB, c *snapshot.County) string {
	t.Helper()
	raw, err := json.Marshal(c.Graph())
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}
