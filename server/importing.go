package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"slices"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/exchange/forms"
	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// importing is one file on its way into a county: over HTTP and from the command line alike.
type importing struct {
	File   string // its name, for messages and where it names a table
	Data   []byte
	County string
	Sheets sheets.Options
	Forms  forms.Options
	Base   int64 // the revision it was made on; 0 = the newest
	DryRun bool
	ID     string // kept by the caller over its retries; empty = minted
	Actor  string
	Reason string
	Date   gov.Date
	// Approval is the document that approved what the file does to organs; zero = none.
	Approval change.RecordApproval
	Shown    int // how many edits the answer shows
	Hear     func(stage string, done, total int)
	Writing  gov.Language
}

// The stages of an import, as its progress names them.
const (
	stageRead   = "read"   // rows taken out of the file
	stagePlan   = "plan"   // rows held against the county
	stageCommit = "commit" // the change being recorded
)

// run reads the file, plans and, where nothing is wrong and it is no dry run, commits. The error is of the call itself;
// what is wrong with the file is in the answer, and then nothing was changed.
func (i importing) run(ctx context.Context, a *atlas.Atlas) (imported, error) {
	defer boundMemory()()
	if err := i.check(); err != nil {
		return imported{}, err
	}
	out, err := i.through(ctx, a)
	return out, inParameters(err)
}

// through is run without the bounds of what is asked for and of memory.
func (i importing) through(ctx context.Context, a *atlas.Atlas) (imported, error) {
	book, unreadable, err := i.read()
	if err != nil {
		return imported{}, err
	}
	sent, err := i.sent(ctx, a)
	if err != nil {
		return imported{}, err
	}
	if sent != nil && len(unreadable) == 0 {
		if out, same, err := i.again(ctx, a, book, *sent); same || err != nil {
			return out, err
		}
	}
	base, err := i.base(ctx, a)
	if err != nil {
		return imported{}, err
	}
	if len(unreadable) > 0 && len(book.Sheets) == 0 {
		return i.answer(base, book, sheets.Result{}, unreadable), nil
	}
	plan, err := i.plan(ctx, base, book)
	if err != nil {
		return imported{}, err
	}
	if base == nil && !slices.ContainsFunc(plan.Summary, func(s sheets.Summary) bool { return s.English == "county" }) {
		return imported{}, gov.Errorf(gov.CodeNotFound, "没有县（市、区）%s", "there is no county %s", i.County).At("county").
			Advise("请核对县代码；新建一个县时，文件中须有“县”表", "check the code; to make a county the file has the sheet 县")
	}
	out := i.answer(base, book, plan, unreadable)
	refused := i.unapproved(base, plan)
	if refused != nil && i.DryRun {
		out.Notes = append(out.Notes, importedNote{Message: refused.Message.In(i.Writing) + hintIn(refused, i.Writing)})
	}
	switch {
	case len(out.Errors) > 0:
		return out, nil
	case len(plan.Edits) == 0:
		if sent != nil && !i.DryRun {
			out.Commit = committed(*sent)
		}
		return out, nil
	case sent != nil:
		return imported{}, usedFor(*sent)
	case i.DryRun:
		ch := i.change(base, plan.Edits)
		ch.History = refused != nil // that the approval is wanting has been said
		_, _, err = a.Preview(ctx, ch)
		return out, err
	case refused != nil:
		return imported{}, refused
	}
	i.hear(stageCommit, 0, 0)
	out.Commit, err = i.commit(ctx, a, base, plan.Edits)
	return out, err
}

// read takes the tables out of the file, and what is wrong with it.
func (i importing) read() (workbook.Book, gov.Problems, error) {
	limits := workbook.StandardLimits()
	limits.Progress = func(_ string, rows int) { i.hear(stageRead, rows, 0) }
	book, err := workbook.Read(i.File, i.Data, limits)
	unreadable, err := problemsOf(err)
	return book, unreadable, err
}

// plan holds the file against a county.
func (i importing) plan(ctx context.Context, base *snapshot.County, book workbook.Book) (sheets.Result, error) {
	i.Forms.Mode, i.Forms.MaxRemoved = i.Sheets.Mode, i.Sheets.MaxRemoved
	i.Sheets.Forms = forms.Of(base, book, i.Forms)
	i.Sheets.Progress = func(done, total int) { i.hear(stagePlan, done, total) }
	plan, err := sheets.Plan(ctx, base, book, i.Sheets)
	if err != nil {
		return plan, err
	}
	plan = i.sparing(base, plan)
	plan.Edits = i.approved(plan.Edits)
	if plan.Target != nil && plan.Target.Key != i.County {
		plan.Problems = append(plan.Problems, anotherCounty(plan.Target.Key, i.County, book))
	}
	return plan, nil
}

func (i importing) hear(stage string, done, total int) {
	if i.Hear != nil {
		i.Hear(stage, done, total)
	}
}

// base is the county that the file is held against; nil where there is none yet. CONFLICT where it was made on another
// revision than the newest.
func (i importing) base(ctx context.Context, a *atlas.Atlas) (*snapshot.County, error) {
	if i.Base != 0 {
		ch := atlas.Change{County: i.County, Base: i.Base}
		if err := a.Reach(ctx, ch); err != nil {
			return nil, err
		}
		if err := a.Stale(ch); err != nil {
			return nil, err
		}
	}
	v, err := a.View()
	if err != nil {
		return nil, err
	}
	if _, err := v.Head(i.County); err != nil {
		return nil, nil
	}
	return v.At(ctx, i.County, atlas.Version{Revision: i.Base})
}

// change is the change that the file comes to.
func (i importing) change(base *snapshot.County, edits []change.Edit) atlas.Change {
	ch := atlas.Change{ID: cmp.Or(i.ID, "import-"+rand.Text()), County: i.County, Edits: edits, Actor: i.Actor, Reason: i.Reason, Effective: i.Date}
	if base != nil {
		ch.Base = base.Revision()
	}
	return ch
}

func (i importing) commit(ctx context.Context, a *atlas.Atlas, base *snapshot.County, edits []change.Edit) (*importedCommit, error) {
	ch := i.change(base, edits)
	var c gov.Commit
	err := persist(func() (err error) {
		c, err = a.Commit(ctx, ch)
		return err
	})
	if err != nil {
		return nil, err
	}
	return committed(c), nil
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
