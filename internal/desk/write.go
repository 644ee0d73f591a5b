package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
)

// Write says which scenario is written, on which version, and by whom. The same write sent again, by the same actor on
// the same version, is done once; any other on a version that is no longer the newest is a CONFLICT.
type Write struct {
	County  string
	ID      string
	Version int64
	Actor   string
	Note    string // why, for the trail; may be empty
}

// check refuses an id that is no scenario's, and texts that are too long.
func (w Write) check() error {
	var p gov.Problems
	if !validID(w.ID) {
		p = append(p, gov.Errorf(gov.CodeInvalid, "方案编号只能由小写字母、数字和连字符组成，最长 64 字符", "an id has small letters, digits and hyphens alone, at most 64").At("id"))
	}
	if utf8.RuneCountInString(w.Actor) > scenario.MaxTitle {
		p = append(p, gov.Errorf(gov.CodeInvalid, "超过 %d 字", "longer than %d characters", scenario.MaxTitle).At("actor"))
	}
	if utf8.RuneCountInString(w.Note) > scenario.MaxText {
		p = append(p, gov.Errorf(gov.CodeInvalid, "超过 %d 字", "longer than %d characters", scenario.MaxText).At("note"))
	}
	return p.Err()
}

// request is the digest of what a write asks for.
func (w Write) request(action scenario.Action, args any) string {
	raw, _ := json.Marshal(args) // plain values and edits always marshal
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%s\n%d\n%s\n%s\n%s", w.County, w.ID, action, w.Version, w.Actor, w.Note, raw))
	return hex.EncodeToString(sum[:8])
}

func (d *Desk) by(w Write, request string) scenario.By {
	return scenario.By{Actor: w.Actor, Time: d.now().UTC(), Note: w.Note, Request: request}
}

// write changes a scenario by a pure function and records it.
func (d *Desk) write(ctx context.Context, w Write, action scenario.Action, args any, do func(Record, scenario.By) (scenario.Scenario, error)) (Record, error) {
	request := w.request(action, args)
	now, done, err := d.newest(ctx, w, request)
	if err != nil || done {
		return now, err
	}
	next, err := do(now, d.by(w, request))
	if err != nil {
		return Record{}, err
	}
	return d.put(ctx, w, next, request)
}

// newest is the scenario that a write is based on, or, with done, what it became by this very write when it was sent
// before. CONFLICT where others wrote it meanwhile.
func (d *Desk) newest(ctx context.Context, w Write, request string) (now Record, done bool, err error) {
	if err := w.check(); err != nil {
		return Record{}, false, err
	}
	v, err := d.atlas.View()
	if err != nil {
		return Record{}, false, err
	}
	now, err = d.Scenario(ctx, v, w.County, w.ID)
	if gov.CodeOf(err) == gov.CodeNotFound || err == nil && now.Version < w.Version { // another process may have written it
		if v, err = d.fresh(ctx); err == nil {
			now, err = d.Scenario(ctx, v, w.County, w.ID)
		}
	}
	switch {
	case err != nil:
		return Record{}, false, err
	case now.Version != w.Version && now.asked(request):
		return now, true, nil
	case now.Version != w.Version:
		return Record{}, false, overtaken(now, w)
	}
	return now, false, nil
}

// asked says whether a request was answered before.
func (r Record) asked(request string) bool {
	for _, e := range r.Trail {
		if e.Request == request {
			return true
		}
	}
	return false
}

func overtaken(now Record, w Write) *gov.Error {
	return gov.Errorf(gov.CodeConflict, "方案“%[1]s”已是第 %[2]d 稿（%[3]s 所改），而这次修改基于第 %[4]d 稿", "scenario %[1]s is at version %[2]d, written by %[3]s; this write is based on %[4]d",
		now.Title, now.Version, now.Actor, w.Version).At("version").
		Advise("请读取最新一稿后重新操作", "read the newest version and do it again")
}

// put records a new version. Where another was faster, it may have been this very write.
func (d *Desk) put(ctx context.Context, w Write, next scenario.Scenario, request string) (Record, error) {
	body, err := next.Encode()
	if err != nil {
		return Record{}, err
	}
	written, err := d.atlas.PutDocument(ctx, atlas.Document{
		County: w.County, Kind: scenario.Document, ID: w.ID, Version: w.Version, Actor: w.Actor, Body: body,
	})
	if gov.CodeOf(err) == gov.CodeConflict {
		return d.lost(ctx, w, request, err)
	}
	if err != nil {
		return Record{}, err
	}
	return d.record(written)
}

// lost is what a write came to that found another version: its own, if it is one sent again.
func (d *Desk) lost(ctx context.Context, w Write, request string, conflict error) (Record, error) {
	document, err := d.atlas.Reread(ctx, w.County, scenario.Document, w.ID)
	if err != nil || document.ID == "" {
		return Record{}, conflict
	}
	now, err := d.record(document)
	if err == nil && now.asked(request) {
		return now, nil
	}
	return Record{}, conflict
}

// Create makes a scenario on a revision of the county (0 = the head) with the steps it starts with, all in force. w.ID
// may be empty, or minted by the caller so that sending it again makes none twice; w.Version is 0.
func (d *Desk) Create(ctx context.Context, w Write, o scenario.Outline) (Record, error) {
	w.Version = 0
	request := w.request(scenario.ActionCreated, o)
	v, err := d.reach(ctx, w.County, o.Base)
	if err != nil {
		return Record{}, err
	}
	if o.Base == 0 {
		h, err := v.Head(w.County)
		if err != nil {
			return Record{}, err
		}
		o.Base = h.Revision
	}
	if w.ID == "" {
		w.ID = d.mint()
	}
	if err := w.check(); err != nil {
		return Record{}, err
	}
	s, err := scenario.New(o, d.by(w, request))
	if err != nil {
		return Record{}, err
	}
	if err := d.applies(ctx, v, w, s); err != nil {
		return Record{}, err
	}
	return d.put(ctx, w, s, request)
}

// reach is a view in which a revision of a county is known.
func (d *Desk) reach(ctx context.Context, county string, revision int64) (*atlas.View, error) {
	v, err := d.atlas.View()
	if err != nil {
		return nil, err
	}
	if h, err := v.Head(county); err == nil && h.Revision >= revision {
		return v, nil
	}
	return d.fresh(ctx)
}

// applies refuses steps that can't be applied to the base. What it computes is not kept: another may write this version.
func (d *Desk) applies(ctx context.Context, v *atlas.View, w Write, s scenario.Scenario) error {
	base, err := d.base(ctx, v, w.County, s.Base)
	if err != nil {
		return at(err, "base")
	}
	_, _, err = s.Result(base, w.ID)
	return err
}

// Copy makes a new scenario of the steps in force of another; w is that of the new one, its title may be empty.
func (d *Desk) Copy(ctx context.Context, w Write, from, title string) (Record, error) {
	v, err := d.atlas.View()
	if err != nil {
		return Record{}, err
	}
	original, err := d.Scenario(ctx, v, w.County, from)
	if err != nil {
		return Record{}, err
	}
	w.Version = 0
	request := w.request(scenario.ActionCreated, []string{from, title})
	if w.ID == "" {
		w.ID = d.mint()
	}
	if err := w.check(); err != nil {
		return Record{}, err
	}
	s, err := original.Scenario.Copy(from, title, d.by(w, request))
	if err != nil {
		return Record{}, err
	}
	return d.put(ctx, w, s, request)
}

// Do adds steps, which must apply to the result so far; what could be redone is dropped.
func (d *Desk) Do(ctx context.Context, w Write, steps ...scenario.Step) (Record, error) {
	return d.write(ctx, w, scenario.ActionEdited, steps, func(r Record, by scenario.By) (s scenario.Scenario, err error) {
		s = r.Scenario
		before := len(s.Edits())
		if len(steps) > 0 && steps[0].Anew {
			before = 0
		}
		for i, step := range steps {
			if s, err = s.DoBy(step, by); err != nil {
				return s, at(err, "steps", i)
			}
		}
		if len(steps) == 0 {
			return s, gov.Errorf(gov.CodeInvalid, "没有要添加的步骤", "there are no steps to add").At("steps")
		}
		v, err := d.atlas.View()
		if err != nil {
			return s, err
		}
		return s, inSteps(d.applies(ctx, v, w, s), steps, before)
	})
}

// Make adds the step that is made of a scenario and the county it stands on. Args say what is asked for, so that the same
// request sent again is known.
func (d *Desk) Make(ctx context.Context, w Write, args any, step func(r Record, base *snapshot.County) (scenario.Step, error)) (Record, error) {
	return d.write(ctx, w, scenario.ActionEdited, args, func(r Record, by scenario.By) (scenario.Scenario, error) {
		if !r.State.Allows(scenario.ActionEdited) {
			return r.Scenario.DoBy(scenario.Step{Anew: true}, by) // refuses, and says why
		}
		v, err := d.atlas.View()
		if err != nil {
			return r.Scenario, err
		}
		base, err := d.base(ctx, v, w.County, r.Base)
		if err != nil {
			return r.Scenario, at(err, "base")
		}
		made, err := step(r, base)
		if err != nil {
			return r.Scenario, err
		}
		s, err := r.Scenario.DoBy(made, by)
		if err != nil {
			return s, err
		}
		_, _, err = s.Result(base, w.ID)
		return s, err
	})
}

// inSteps makes the places of problems, which count the edits of a whole scenario, those of the steps that were sent.
func inSteps(err error, steps []scenario.Step, before int) error {
	var all gov.Problems
	if !errors.As(err, &all) {
		return err
	}
	out := make(gov.Problems, len(all))
	for n, p := range all {
		out[n] = p
		if len(p.Path) < 2 || p.Path[0] != "edits" {
			continue
		}
		i, ok := p.Path[1].(int)
		for j := 0; ok && i >= before && j < len(steps); j++ {
			if i-before < len(steps[j].Edits) {
				one := *p
				one.Path = append([]any{"steps", j, "edits", i - before}, p.Path[2:]...)
				out[n] = &one
				break
			}
			i -= len(steps[j].Edits)
		}
	}
	return out
}

// Undo takes the last step out of force.
func (d *Desk) Undo(ctx context.Context, w Write) (Record, error) {
	return d.write(ctx, w, scenario.ActionUndone, nil, func(r Record, by scenario.By) (scenario.Scenario, error) { return r.Undo(by) })
}

// Redo puts the step undone last back in force.
func (d *Desk) Redo(ctx context.Context, w Write) (Record, error) {
	return d.write(ctx, w, scenario.ActionRedone, nil, func(r Record, by scenario.By) (scenario.Scenario, error) { return r.Redo(by) })
}

// Amend changes title and note.
func (d *Desk) Amend(ctx context.Context, w Write, a scenario.Amendment) (Record, error) {
	return d.write(ctx, w, scenario.ActionAmended, a, func(r Record, by scenario.By) (scenario.Scenario, error) { return r.Amend(a, by) })
}

// Rebased is what a rebase came to. With Conflicts nothing was written: ask, and send it again with the choices.
type Rebased struct {
	Record
	Base, Head *snapshot.County // what it stood on, and the county's head
	Conflicts  []scenario.Conflict
	Dropped    []scenario.Dropped
}

// Rebase carries a scenario to the county's head.
func (d *Desk) Rebase(ctx context.Context, w Write, choices []scenario.Choice) (Rebased, error) {
	var out Rebased
	r, err := d.write(ctx, w, scenario.ActionRebased, choices, func(r Record, by scenario.By) (scenario.Scenario, error) {
		v, err := d.fresh(ctx)
		if err != nil {
			return r.Scenario, err
		}
		if err := notCommitted(ctx, v, w, r); err != nil {
			return r.Scenario, err
		}
		if out.Head, err = v.County(ctx, w.County); err != nil {
			return r.Scenario, err
		}
		if out.Base, err = d.base(ctx, v, w.County, r.Base); err != nil {
			return r.Scenario, err
		}
		rebased, err := scenario.Rebase(r.Scenario, out.Base, out.Head, choices, by)
		out.Conflicts, out.Dropped = rebased.Conflicts, rebased.Dropped
		if err == nil && len(rebased.Conflicts) > 0 {
			out.Record, err = r, errAsked
		}
		return rebased.Scenario, err
	})
	if errors.Is(err, errAsked) {
		return out, nil
	}
	out.Record = r
	return out, err
}

// errAsked keeps a rebase with open conflicts from being written.
var errAsked = errors.New("conflicts are open")

func at(err error, path ...any) error {
	var all gov.Problems
	if errors.As(err, &all) {
		return all.At(path...)
	}
	var one *gov.Error
	if errors.As(err, &one) {
		return one.At(path...)
	}
	return err
}
