package main

import (
	"cmp"
	"encoding/json"
	"time"

	"tiaokuai/internal/change"
	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// imported is the answer: what GraphQL's CommitPayload says of a commit, and what there is to say of the file.
type imported struct {
	Commit          *importedCommit `json:"commit"` // null on a dry run, where nothing changes, and where there are errors
	Edits           []importedEdit  `json:"edits"`  // the first of them
	EditCount       int             `json:"editCount"`
	Before          *importedSums   `json:"before"` // null for a county that is yet to be made
	After           *importedSums   `json:"after"`  // null where none can be made of the file
	ResolvedCount   int             `json:"resolvedCount"`
	IntroducedCount int             `json:"introducedCount"`
	Sheets          []importedSheet `json:"sheets"`
	Notes           []importedNote  `json:"notes"`
	OmittedNotes    int             `json:"omittedNotes,omitempty"`
	Errors          []shownError    `json:"errors,omitempty"`
	OmittedErrors   int             `json:"omittedErrors,omitempty"`
}

type importedCommit struct {
	CommitID   string    `json:"commitId"`
	Seq        int64     `json:"seq"`
	County     string    `json:"county"`
	Revision   int64     `json:"revision"`
	RecordedAt time.Time `json:"recordedAt"`
	Effective  gov.Date  `json:"effective"`
	Actor      string    `json:"actor"`
	Reason     string    `json:"reason,omitempty"`
	Added      int       `json:"added"`
	Removed    int       `json:"removed"`
	Changed    int       `json:"changed"`
}

func committed(c gov.Commit) *importedCommit {
	return &importedCommit{
		CommitID: c.ID, Seq: c.Seq, County: c.County, Revision: c.Revision, RecordedAt: c.RecordedAt, Effective: c.Effective,
		Actor: c.Actor, Reason: c.Reason, Added: c.Counts.Added, Removed: c.Counts.Removed, Changed: c.Counts.Changed,
	}
}

type importedEdit struct {
	Kind     string          `json:"kind"`
	Sentence string          `json:"sentence"`
	Input    json.RawMessage `json:"input"`
}

type importedSums struct {
	Overlaps      int     `json:"overlaps"`
	StructureCost float64 `json:"structureCost"`
}

type importedSheet struct {
	Sheet     string `json:"sheet"`
	Kind      string `json:"kind"`
	Rows      int    `json:"rows"`
	Added     int    `json:"added"`
	Changed   int    `json:"changed"`
	Removed   int    `json:"removed"`
	Unchanged int    `json:"unchanged"`
}

type importedNote struct {
	Sheet   string `json:"sheet,omitempty"`
	Row     int    `json:"row,omitempty"`
	Cell    string `json:"cell,omitempty"`
	Message string `json:"message"`
}

// How many edits an answer shows where it is not said, and at most.
const (
	shownEdits     = 100
	mostShownEdits = 200_000
)

// answer is what a plan comes to.
func (i importing) answer(base *snapshot.County, book workbook.Book, plan sheets.Result, unreadable gov.Problems) imported {
	out := nothing()
	out.EditCount, out.OmittedErrors, out.OmittedNotes = len(plan.Edits), plan.OmittedProblems, plan.OmittedNotes
	for _, p := range append(unread(unreadable), plan.Problems...) {
		out.Errors = append(out.Errors, i.shownProblem(p))
	}
	for _, n := range append(book.Notes, plan.Notes...) {
		out.Notes = append(out.Notes, importedNote{n.Place.Sheet, n.Place.Row, n.Place.Ref(), n.Text.In(i.Writing)})
	}
	for _, s := range plan.Summary {
		out.Sheets = append(out.Sheets, importedSheet{s.Sheet, s.English, s.Rows, s.Added, s.Changed, s.Removed, s.Unchanged})
	}
	i.effects(&out, base, plan)
	return out
}

// nothing is an answer of the shape that all have.
func nothing() imported {
	return imported{Edits: []importedEdit{}, Sheets: []importedSheet{}, Notes: []importedNote{}}
}

func (i importing) effects(out *imported, base *snapshot.County, plan sheets.Result) {
	after := cmp.Or(plan.Target, base) // what can't be read leaves the county as it is
	if after == nil {
		return
	}
	will := overlap.Of(after)
	out.After = sumsOf(will)
	if base != nil {
		was := overlap.Of(base)
		out.Before = sumsOf(was)
		out.ResolvedCount, out.IntroducedCount = missing(was, will), missing(will, was)
	}
	name := change.NamesIn(base, plan.Target) // as things were; what is new, as it will be
	for _, e := range plan.Edits[:min(i.Shown, len(plan.Edits))] {
		one := importedEdit{Kind: change.KindOf(e), Sentence: e.Sentence(name).In(i.Writing)}
		if encoded, err := change.Encode([]change.Edit{e}); err == nil {
			one.Input = encoded[1 : len(encoded)-1] // the one element of the list
		}
		out.Edits = append(out.Edits, one)
	}
}

func sumsOf(r *overlap.Report) *importedSums { return &importedSums{len(r.All), r.Total.Float()} }

// missing is how many overlaps of one report another does not have.
func missing(of, from *overlap.Report) int {
	n := 0
	for _, o := range of.All {
		if _, there := from.Find(o.Fingerprint); !there {
			n++
		}
	}
	return n
}

func shownAll(many gov.Problems, l gov.Language) []shownError {
	out := make([]shownError, len(many))
	for i, p := range many {
		out[i] = shown(p, l)
	}
	return out
}
