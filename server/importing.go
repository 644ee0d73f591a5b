package main

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/exchange/forms"
	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// importing is one file on its way into a county: over HTTP and from the command line alike.
type importing struct {
	File    string // its name, for messages and where it names a table
	Data    []byte
	County  string
	Sheets  sheets.Options
	Forms   forms.Options
	Base    int64 // the revision it was made on; 0 = the newest
	DryRun  bool
	ID      string
	Actor   string
	Reason  string
	Date    gov.Date
	Hear    func(stage string, done, total int)
	Writing gov.Language
}

// The stages of an import, as its progress names them.
const (
	stageRead   = "read"   // rows taken out of the file
	stagePlan   = "plan"   // rows held against the county
	stageCommit = "commit" // the change being recorded
)

// imported is the answer: what GraphQL's CommitPayload says of a commit, and what there is to say of the file.
type imported struct {
	Commit          *importedCommit `json:"commit"` // null on a dry run, where nothing changes, and where there are errors
	Edits           []importedEdit  `json:"edits"`  // the first hundred
	EditCount       int             `json:"editCount"`
	Before          *importedSums   `json:"before"`
	After           *importedSums   `json:"after"`
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

// shownEdits is how many edits an answer shows.
const shownEdits = 100

// run reads the file, plans and, where nothing is wrong and it is no dry run, commits. The error is of the call itself;
// what is wrong with the file is in the answer, and then nothing was changed.
func (i importing) run(ctx context.Context, a *atlas.Atlas) (imported, error) {
	base, err := i.base(ctx, a)
	if err != nil {
		return imported{}, err
	}
	limits := workbook.StandardLimits()
	limits.Progress = func(_ string, rows int) { i.hear(stageRead, rows, 0) }
	book, err := workbook.Read(i.File, i.Data, limits)
	unreadable, err := problemsOf(err)
	if err != nil {
		return imported{}, err
	}
	if len(unreadable) > 0 && len(book.Sheets) == 0 {
		return imported{Errors: shownAll(unreadable, i.Writing)}, nil
	}
	i.Forms.Mode, i.Forms.MaxRemoved = i.Sheets.Mode, i.Sheets.MaxRemoved
	i.Sheets.Forms = forms.Of(base, book, i.Forms)
	i.Sheets.Progress = func(done, total int) { i.hear(stagePlan, done, total) }
	plan, err := sheets.Plan(ctx, base, book, i.Sheets)
	if err != nil {
		return imported{}, err
	}
	if base == nil && !slices.ContainsFunc(plan.Summary, func(s sheets.Summary) bool { return s.English == "county" }) {
		return imported{}, gov.Errorf(gov.CodeNotFound, "没有县（市、区）%s", "there is no county %s", i.County).At("county").
			Advise("请核对县代码；新建一个县时，文件中须有“县”表", "check the code; to make a county the file has the sheet 县")
	}
	out := i.answer(base, book, plan, unreadable)
	if i.DryRun || len(out.Errors) > 0 || len(plan.Edits) == 0 {
		return out, nil
	}
	i.hear(stageCommit, 0, 0)
	out.Commit, err = i.commit(ctx, a, base, plan.Edits)
	return out, err
}

func (i importing) hear(stage string, done, total int) {
	if i.Hear != nil {
		i.Hear(stage, done, total)
	}
}

// base is the county that the file is held against; nil where there is none yet.
func (i importing) base(ctx context.Context, a *atlas.Atlas) (*snapshot.County, error) {
	v, err := a.View()
	if err != nil {
		return nil, err
	}
	if _, err := v.Head(i.County); err != nil && i.Base == 0 {
		return nil, nil
	}
	return v.At(ctx, i.County, atlas.Version{Revision: i.Base})
}

func (i importing) commit(ctx context.Context, a *atlas.Atlas, base *snapshot.County, edits []change.Edit) (*importedCommit, error) {
	ch := atlas.Change{ID: i.ID, County: i.County, Edits: edits, Actor: i.Actor, Reason: i.Reason, Effective: i.Date}
	if base != nil {
		ch.Base = base.Revision()
	}
	var c gov.Commit
	err := persist(func() (err error) {
		c, err = a.Commit(ctx, ch)
		return err
	})
	if err != nil {
		return nil, err
	}
	return &importedCommit{
		CommitID: c.ID, Seq: c.Seq, County: c.County, Revision: c.Revision, RecordedAt: c.RecordedAt, Effective: c.Effective,
		Actor: c.Actor, Reason: c.Reason, Added: c.Counts.Added, Removed: c.Counts.Removed, Changed: c.Counts.Changed,
	}, nil
}

// problemsOf tells what is wrong with a file from a failure to read it.
func problemsOf(err error) (gov.Problems, error) {
	var many gov.Problems
	var one *gov.Error
	switch {
	case errors.As(err, &many):
		return many, nil
	case errors.As(err, &one):
		return gov.Problems{one}, nil
	}
	return nil, err
}

// answer is what a plan comes to.
func (i importing) answer(base *snapshot.County, book workbook.Book, plan sheets.Result, unreadable gov.Problems) imported {
	out := imported{
		Edits: []importedEdit{}, Sheets: []importedSheet{}, Notes: []importedNote{},
		EditCount: len(plan.Edits), OmittedErrors: plan.OmittedProblems, OmittedNotes: plan.OmittedNotes,
	}
	out.Errors = shownAll(unreadable, i.Writing)
	for _, p := range plan.Problems {
		out.Errors = append(out.Errors, i.shownProblem(p))
	}
	for _, n := range append(book.Notes, plan.Notes...) {
		out.Notes = append(out.Notes, importedNote{n.Place.Sheet, n.Place.Row, n.Place.Ref(), n.Text.In(i.Writing)})
	}
	for _, s := range plan.Summary {
		out.Sheets = append(out.Sheets, importedSheet{s.Sheet, s.English, s.Rows, s.Added, s.Changed, s.Removed, s.Unchanged})
	}
	if plan.Target != nil {
		i.effects(&out, base, plan)
	}
	return out
}

func (i importing) effects(out *imported, base *snapshot.County, plan sheets.Result) {
	after := overlap.Of(plan.Target)
	out.After = &importedSums{len(after.All), after.Total.Float()}
	if base != nil {
		before := overlap.Of(base)
		out.Before = &importedSums{len(before.All), before.Total.Float()}
		out.ResolvedCount, out.IntroducedCount = missing(before, after), missing(after, before)
	}
	for _, e := range plan.Edits[:min(shownEdits, len(plan.Edits))] {
		one := importedEdit{Kind: change.KindOf(e), Sentence: e.Sentence(namesIn(plan.Target, base)).In(i.Writing)}
		if encoded, err := change.Encode([]change.Edit{e}); err == nil {
			one.Input = encoded[1 : len(encoded)-1] // the one element of the list
		}
		out.Edits = append(out.Edits, one)
	}
}

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

// namesIn names keys as the first of some counties that knows them does.
func namesIn(counties ...*snapshot.County) change.Namer {
	return func(key string) string {
		for _, c := range counties {
			if c == nil {
				continue
			}
			if n, ok := c.Node(key); ok {
				return n.NodeName()
			}
		}
		return key
	}
}

func shownAll(many gov.Problems, l gov.Language) []shownError {
	out := make([]shownError, len(many))
	for i, p := range many {
		out[i] = shown(p, l)
	}
	return out
}

func (i importing) shownProblem(p sheets.Problem) shownError {
	e := shown(p.Err, i.Writing)
	delete(e.Extensions, "argument")
	for name, v := range map[string]any{"sheet": p.Place.Sheet, "cell": p.Place.Ref(), "value": p.Value} {
		if v != "" {
			e.Extensions[name] = v
		}
	}
	if p.Place.Row > 0 {
		e.Extensions["row"] = p.Place.Row
	}
	if len(p.Suggestions) > 0 {
		e.Extensions["suggestions"] = p.Suggestions
	}
	return e
}
