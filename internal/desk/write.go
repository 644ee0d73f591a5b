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
	d.records.keep(versionKey{written.County, written.ID, written.Version}, next, len(body))
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
