package storetest

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// appendThenLoad: what was appended is loaded, with the head it led to, and stands in log and history.
func appendThenLoad(t *testing.T, b *bench) {
	since := b.position(t).Commit
	a, commits := b.write(t, 12)
	for i, c := range commits {
		want := commit(a.County, int64(i+1), c.Delta)
		want.Seq = since + int64(i) + 1
		same(t, "the commit as recorded", want, c)
	}
	last := commits[len(commits)-1]
	head, g := b.load(t, a.County)
	same(t, "graph", a.Graph(), g)
	same(t, "head", gov.Head{County: a.County, Revision: 12, Seq: last.Seq, CommitID: last.ID, RecordedAt: last.RecordedAt, Effective: last.Effective}, head)
	same(t, "log", commits, must(b.Log(t.Context(), since, 100)))
	same(t, "history", commits, must(b.History(t.Context(), a.County, 1, 12, true)))
	same(t, "last number", last.Seq, b.position(t).Commit)
	for _, h := range must(b.Heads(t.Context())) {
		if h.County == a.County {
			same(t, "head among all", head, h)
			return
		}
	}
	t.Error("the county is not among the heads")
}

// baseRevision: a commit on another revision than the newest is CONFLICT and leaves nothing behind.
func baseRevision(t *testing.T, b *bench) {
	a, commits := b.write(t, 3)
	d := a.Next(2)
	for _, revision := range []int64{1, 3, 5, 99} {
		c := commit(a.County, revision, d)
		c.ID += "/late"
		_, err := b.Append(t.Context(), store.Append{Commit: c})
		wantCode(t, err, gov.CodeConflict)
	}
	nowhere := b.county(t)
	_, err := b.Append(t.Context(), store.Append{Commit: commit(nowhere, 2, gov.Delta{})})
	wantCode(t, err, gov.CodeConflict)
	_, _, err = b.Load(t.Context(), nowhere)
	wantCode(t, err, gov.CodeNotFound)
	same(t, "last number", commits[2].Seq, b.position(t).Commit)
	head, _ := b.load(t, a.County)
	same(t, "revision", int64(3), head.Revision)
	b.put(t, commit(a.County, 4, d))
}

// sentAgain: a commit sent again is answered as it was recorded, also when the county has moved on, and applied once.
func sentAgain(t *testing.T, b *bench) {
	a, commits := b.write(t, 4)
	for i := range commits {
		sent := commit(a.County, int64(i+1), commits[i].Delta)
		sent.RecordedAt = sent.RecordedAt.Add(time.Minute) // a retry reads its clock anew
		same(t, "the answer", commits[i], b.put(t, sent))
	}
	_, g := b.load(t, a.County)
	same(t, "graph", a.Graph(), g)
	same(t, "history", commits, must(b.History(t.Context(), a.County, 1, 99, true)))
}

// commitIDUsedTwice: an id names one commit in all counties.
func commitIDUsedTwice(t *testing.T, b *bench) {
	a, commits := b.write(t, 2)
	otherEdits := commit(a.County, 2, commits[1].Delta)
	otherEdits.Edits = json.RawMessage(`[{"other":{}}]`)
	otherBase := commit(a.County, 3, gov.Delta{})
	otherBase.ID = commits[1].ID
	otherCounty := commit(b.county(t), 1, commits[0].Delta)
	otherCounty.ID = commits[0].ID
	for _, c := range []gov.Commit{otherEdits, otherBase, otherCounty} {
		_, err := b.Append(t.Context(), store.Append{Commit: c})
		wantCode(t, err, gov.CodeConflict)
	}
	_, _, err := b.Load(t.Context(), otherCounty.County)
	wantCode(t, err, gov.CodeNotFound)
	same(t, "last number", commits[1].Seq, b.position(t).Commit)
}

// invalid: what no county could record is refused before anything is written.
func invalid(t *testing.T, b *bench) {
	good := commit(b.county(t), 1, gov.Delta{})
	for name, spoil := range map[string]func(*gov.Commit){
		"county":         func(c *gov.Commit) { c.County = "" },
		"id":             func(c *gov.Commit) { c.ID = "" },
		"overlong id":    func(c *gov.Commit) { c.ID = strings.Repeat("x", 1000) },
		"revision":       func(c *gov.Commit) { c.Revision = 0 },
		"no day":         func(c *gov.Commit) { c.Effective = "" },
		"no such day":    func(c *gov.Commit) { c.Effective = "2024-02-31" },
		"no time":        func(c *gov.Commit) { c.RecordedAt = time.Time{} },
		"edits not JSON": func(c *gov.Commit) { c.Edits = json.RawMessage("{") },
	} {
		c := good
		spoil(&c)
		if _, err := b.Append(t.Context(), store.Append{Commit: c}); gov.CodeOf(err) != gov.CodeInvalid {
			t.Errorf("%s: got %v, want INVALID", name, err)
		}
	}
	_, err := b.PutDocument(t.Context(), store.Document{County: good.County, Kind: "scenario", Time: noon})
	wantCode(t, err, gov.CodeInvalid)
	_, err = b.PutDocument(t.Context(), store.Document{County: good.County, Kind: "scenario", ID: "1"})
	wantCode(t, err, gov.CodeInvalid)
}

// changedOutside: a delta whose before-images are not what the store holds is CONFLICT and changes nothing.
func changedOutside(t *testing.T, b *bench) {
	county := b.county(t)
	duty := &gov.Duty{Key: "duty/1", Name: "防汛", Listings: []gov.Listing{{List: gov.ListBasic}}}
	other := &gov.Duty{Key: "duty/1", Name: "抗旱"}
	department := &gov.Department{Key: "department/1", Name: "应急局"}
	lead := &gov.Assignment{From: "department/1", To: "duty/1", Role: gov.AssignmentLead}
	support := &gov.Assignment{From: "department/1", To: "duty/1", Role: gov.AssignmentSupport}
	first := b.put(t, commit(county, 1, gov.Delta{
		Nodes: []gov.NodeChange{{After: &gov.County{Key: county, Name: "甲县"}}, {After: department}, {After: duty}},
		Edges: []gov.EdgeChange{{After: lead}},
	}))
	missing := &gov.Duty{Key: "duty/2", Name: "防火"}
	for name, d := range map[string]gov.Delta{
		"create what is there":       {Nodes: []gov.NodeChange{{After: duty}}},
		"change from something else": {Nodes: []gov.NodeChange{{Before: other, After: duty}}},
		"drop something else":        {Nodes: []gov.NodeChange{{Before: other}}, Edges: []gov.EdgeChange{{Before: lead}}},
		"change what is not there":   {Nodes: []gov.NodeChange{{Before: missing, After: &gov.Duty{Key: "duty/2", Name: "灭火"}}}},
		"drop what is not there":     {Nodes: []gov.NodeChange{{Before: missing}}},
		"create an edge twice":       {Edges: []gov.EdgeChange{{After: support}}},
		"change another edge":        {Edges: []gov.EdgeChange{{Before: support, After: lead}}},
		"drop another edge":          {Edges: []gov.EdgeChange{{Before: support}}},
		"drop an edge not there":     {Edges: []gov.EdgeChange{{Before: &gov.Dispatch{From: "department/1", To: "duty/1"}}}},
	} {
		if _, err := b.Append(t.Context(), store.Append{Commit: commit(county, 2, d)}); gov.CodeOf(err) != gov.CodeConflict {
			t.Errorf("%s: got %v, want CONFLICT", name, err)
		}
	}
	head, g := b.load(t, county)
	same(t, "revision", int64(1), head.Revision)
	same(t, "graph", must(gov.Graph{}.Apply(first.Delta)), g)
}

// adoptNeedsAnObserver: a store whose graph nobody else can change has nothing to adopt.
func adoptNeedsAnObserver(t *testing.T, b *bench) {
	if _, ok := b.Store.(store.Observer); ok {
		return
	}
	_, err := b.Append(t.Context(), store.Append{Commit: commit(b.county(t), 1, gov.Delta{}), Adopt: true})
	wantCode(t, err, gov.CodeInvalid)
}

// timesOfCommits: a time of record is never earlier than the one before, a day of effect never decreases.
func timesOfCommits(t *testing.T, b *bench) {
	a, commits := b.write(t, 2)
	early := commit(a.County, 3, a.Next(1))
	early.RecordedAt, early.Effective = noon.AddDate(-1, 0, 0), "2024-06-01"
	same(t, "a clock that runs late", commits[1].RecordedAt, b.put(t, early).RecordedAt)
	backwards := commit(a.County, 4, gov.Delta{})
	backwards.Effective = "2024-05-31"
	_, err := b.Append(t.Context(), store.Append{Commit: backwards})
	wantCode(t, err, gov.CodeInvalid)
	elsewhere := commit(a.County, 4, gov.Delta{})
	elsewhere.Effective = "2024-06-01"
	elsewhere.RecordedAt = time.Date(2024, 6, 1, 8, 0, 0, 5, time.FixedZone("UTC+8", 8*3600))
	same(t, "a time of another zone", time.Date(2024, 6, 1, 0, 0, 0, 5, time.UTC), b.put(t, elsewhere).RecordedAt)
	head, _ := b.load(t, a.County)
	same(t, "the head's time", time.Date(2024, 6, 1, 0, 0, 0, 5, time.UTC), head.RecordedAt)
}
