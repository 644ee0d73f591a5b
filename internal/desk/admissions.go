package desk

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"tiaokuai/internal/admission"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Admission is an application to bring a duty down as it is on record.
type Admission struct {
	admission.Application
	ID      string
	County  string
	Version int64     // counts its writes, from 1; a write names the version it is based on
	Actor   string    // of the last write
	Time    time.Time // of the last write
	request string    // digest of the write that made this version
}

// Admissions are a county's applications, those written last first.
func (d *Desk) Admissions(ctx context.Context, v *atlas.View, county string) ([]Admission, error) {
	documents, err := v.Documents(ctx, county, admission.Document, 0)
	if err != nil {
		return nil, err
	}
	out := make([]Admission, len(documents))
	for i, one := range documents {
		if out[i], err = admissionOf(one); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(out, func(a, b Admission) int { return cmp.Or(b.Time.Compare(a.Time), cmp.Compare(a.ID, b.ID)) })
	return out, nil
}

// Admission is one application; NOT_FOUND if there is none.
func (d *Desk) Admission(ctx context.Context, v *atlas.View, county, id string) (Admission, error) {
	documents, err := v.Documents(ctx, county, admission.Document, 0)
	if err != nil {
		return Admission{}, err
	}
	i, found := slices.BinarySearchFunc(documents, id, func(one atlas.Document, id string) int { return cmp.Compare(one.ID, id) })
	if !found {
		return Admission{}, gov.Errorf(gov.CodeNotFound, "没有编号为 %q 的准入申请", "there is no application %q", id)
	}
	return admissionOf(documents[i])
}

// File drafts an application. w.ID may be empty, or minted by the caller so that sending it again makes none twice.
func (d *Desk) File(ctx context.Context, w Write, content admission.Content) (Admission, error) {
	w.Version = 0
	if w.ID == "" {
		w.ID = d.mint()
	}
	if !validID(w.ID) {
		return Admission{}, gov.Errorf(gov.CodeInvalid, "编号只能由小写字母、数字和连字符组成，最长 64 字符", "a key has small letters, digits and hyphens alone, at most 64").At("key")
	}
	return d.writeAdmission(ctx, w, content, func(s state) (admission.Application, error) {
		a, err := admission.New(s.county, content)
		return a, at(err, "content")
	})
}

// AmendAdmission changes what is applied for.
func (d *Desk) AmendAdmission(ctx context.Context, w Write, content admission.Content) (Admission, error) {
	return d.writeAdmission(ctx, w, content, func(s state) (admission.Application, error) {
		a, err := s.application.Amend(s.county, content)
		return a, at(err, "content")
	})
}

// RecordStep records a step of the procedure, WITHDRAWAL among them. A publication that passes brings the duty into the
// county by one commit, which is given; sent again, it gives what it gave.
func (d *Desk) RecordStep(ctx context.Context, w Write, step admission.Step) (Admission, *gov.Commit, error) {
	asked := step
	step.Actor, step.Time = w.Actor, d.now().UTC()
	step.Date = cmp.Or(step.Date, gov.DateOf(step.Time))
	var commit *gov.Commit
	a, err := d.writeAdmission(ctx, w, asked, func(s state) (next admission.Application, err error) {
		if step.Kind == admission.StepWithdrawal {
			return s.application.Withdraw(w.Actor, step.Note, step.Time)
		}
		if next, err = s.application.Record(step); err != nil || !publishes(step) {
			return next, err
		}
		commit, err = d.publish(ctx, w, s, next)
		return next, err
	})
	if err == nil && commit == nil && publishes(step) { // sent again
		v, failed := d.fresh(ctx)
		if failed != nil {
			return a, nil, failed
		}
		made, failed := v.Commit(ctx, w.County, admissionCommit(w))
		return a, &made, failed
	}
	return a, commit, err
}

func publishes(s admission.Step) bool {
	return s.Kind == admission.StepPublication && s.Outcome == admission.OutcomePassed
}

// admissionCommit is the id of the commit of a publication, the same however often it is sent.
func admissionCommit(w Write) string { return fmt.Sprintf("admission-%s-%d", w.ID, w.Version) }

// publish commits what a publication does to the county; a commit of it that is there already is given again.
func (d *Desk) publish(ctx context.Context, w Write, s state, next admission.Application) (*gov.Commit, error) {
	if made, err := s.view.Commit(ctx, w.County, admissionCommit(w)); err == nil {
		return &made, nil
	}
	edits, err := next.Edits(s.county)
	if err != nil {
		return nil, err
	}
	commit, err := d.atlas.Commit(ctx, atlas.Change{
		ID: admissionCommit(w), County: w.County, Base: s.county.Revision(), Edits: edits, Actor: w.Actor, Reason: next.Title,
	})
	if err != nil {
		return nil, err
	}
	return &commit, nil
}

// state is what a write of an application finds.
type state struct {
	view        *atlas.View
	county      *snapshot.County
	application admission.Application
}

// writeAdmission changes an application by a function of what it finds, and records it.
func (d *Desk) writeAdmission(ctx context.Context, w Write, args any, do func(state) (admission.Application, error)) (Admission, error) {
	request := w.request("", args)
	v, err := d.fresh(ctx)
	if err != nil {
		return Admission{}, err
	}
	found := state{view: v}
	if found.county, err = v.County(ctx, w.County); err != nil {
		return Admission{}, err
	}
	now, err := d.Admission(ctx, v, w.County, w.ID)
	switch {
	case err != nil && (w.Version > 0 || gov.CodeOf(err) != gov.CodeNotFound):
		return Admission{}, err
	case now.Version == w.Version+1 && now.request == request:
		return now, nil
	}
	found.application = now.Application
	if now.Version != w.Version {
		return Admission{}, gov.Errorf(gov.CodeConflict, "申请“%[1]s”已是第 %[2]d 稿（%[3]s 所改），而这次修改基于第 %[4]d 稿",
			"application %[1]s is at version %[2]d, written by %[3]s; this write is based on %[4]d", now.Title, now.Version, now.Actor, w.Version).At("version").
			Advise("请读取最新一稿后重新操作", "read the newest version and do it again")
	}
	next, err := do(found)
	if err != nil {
		return Admission{}, err
	}
	body, err := envelopeOf(next, request)
	if err != nil {
		return Admission{}, err
	}
	written, err := d.atlas.PutDocument(ctx, atlas.Document{County: w.County, Kind: admission.Document, ID: w.ID, Version: w.Version, Actor: w.Actor, Body: body})
	if err != nil {
		return Admission{}, err
	}
	return admissionOf(written)
}

// envelope is the body of an application's document: the application with the digest of the write that made this version.
type envelope struct {
	Request     string          `json:"request"`
	Application json.RawMessage `json:"application"`
}

func envelopeOf(a admission.Application, request string) ([]byte, error) {
	body, err := a.Encode()
	if err != nil {
		return nil, err
	}
	return json.Marshal(envelope{request, body})
}

func admissionOf(one atlas.Document) (Admission, error) {
	var e envelope
	if err := gov.DecodeStrict(one.Body, &e); err != nil {
		return Admission{}, gov.Errorf(gov.CodeInternal, "准入申请无法读取", "an application can't be read").Because(err)
	}
	a, err := admission.Recorded(e.Application)
	return Admission{a, one.ID, one.County, one.Version, one.Actor, one.Time, e.Request}, err
}
