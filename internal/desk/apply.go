package desk

import (
	"cmp"
	"context"
	"fmt"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
)

// Application says how an approved scenario is applied.
type Application struct {
	Approval *change.RecordApproval // needed where organs are reformed and the county is no sandbox
	Reason   string                 // of the commit; empty = the scenario's title
	// Until leaves steps planned for a later day out of the commit; the scenario then stays APPROVED with them, on the
	// revision that the commit makes. Empty = the whole plan.
	Until     gov.Date
	Effective gov.Date // of the commit; empty = today, or as the county's last
}

// Apply carries an approved scenario out as one commit, which [atlas.Atlas.Revert] takes back. The scenario must stand
// on the county's head (STALE otherwise: rebase it). Sent again, it gives what it gave.
func (d *Desk) Apply(ctx context.Context, w Write, a Application) (Record, gov.Commit, error) {
	var commit gov.Commit
	r, err := d.write(ctx, w, scenario.ActionApplied, a, func(r Record, by scenario.By) (scenario.Scenario, error) {
		ch, err := d.application(ctx, w, r, a)
		if err != nil {
			return r.Scenario, err
		}
		if commit, err = d.atlas.Commit(ctx, ch); err != nil {
			return r.Scenario, err
		}
		return r.Scenario.Apply(a.Until, commit.ID, commit.Revision, by)
	})
	if commit.ID != "" && gov.CodeOf(err) == gov.CodeConflict {
		r, err = d.settle(ctx, w, a, commit)
	}
	if err == nil && commit.ID == "" { // sent again
		v, failed := d.fresh(ctx)
		if failed != nil {
			return r, commit, failed
		}
		commit, err = v.Commit(ctx, w.County, commitID(w))
	}
	return r, commit, err
}

// commitID is the id of the commit that a version of a scenario is applied as, the same however often it is sent.
func commitID(w Write) string { return fmt.Sprintf("scenario-%s-%d", w.ID, w.Version) }

// application is the change that an application commits. Its base is the head, or, where the answer to the commit was
// lost, what that commit was made on.
func (d *Desk) application(ctx context.Context, w Write, r Record, a Application) (atlas.Change, error) {
	if !r.State.Allows(scenario.ActionApplied) {
		_, err := r.Scenario.Apply(a.Until, "", 0, scenario.By{})
		return atlas.Change{}, err
	}
	if err := a.Until.Check(); err != nil {
		return atlas.Change{}, err.At("until")
	}
	due, _ := r.Due(a.Until)
	edits := due.Edits()
	if len(edits) == 0 {
		return atlas.Change{}, gov.Errorf(gov.CodeInvalid, "截至 %s 没有应实施的步骤", "no step is planned by %s", string(a.Until)).At("until")
	}
	if a.Approval != nil {
		edits = append([]change.Edit{a.Approval}, edits...)
	}
	v, err := d.fresh(ctx)
	if err != nil {
		return atlas.Change{}, err
	}
	h, err := v.Head(w.County)
	if err != nil {
		return atlas.Change{}, err
	}
	if h.Revision != r.Base {
		if _, err := v.Commit(ctx, w.County, commitID(w)); err != nil {
			return atlas.Change{}, behind(r, h.Revision)
		}
	}
	return atlas.Change{
		ID: commitID(w), County: w.County, Base: r.Base, Edits: edits, Actor: w.Actor, Reason: cmp.Or(a.Reason, r.Title), Effective: a.Effective,
	}, nil
}

func behind(r Record, head int64) *gov.Error {
	return gov.Errorf(gov.CodeStale, "方案基于第 %d 版，而县（市、区）已是第 %d 版", "the scenario stands on revision %d, the county is at %d", r.Base, head).At("base").
		Advise("请先将方案更新到最新版本，再登记", "rebase the scenario first")
}

// settle records a commit that was made although somebody else wrote the scenario meanwhile (a withdrawal, at most): what
// is in the county's log is so, whatever the scenario says.
func (d *Desk) settle(ctx context.Context, w Write, a Application, commit gov.Commit) (Record, error) {
	request := w.request(scenario.ActionApplied, a)
	for range attempts {
		document, err := d.atlas.Reread(ctx, w.County, scenario.Document, w.ID)
		if err != nil {
			return Record{}, err
		}
		now, err := d.record(document)
		if err != nil || now.asked(request) {
			return now, err
		}
		s := now.Scenario
		s.State = scenario.Approved
		if s, err = s.Apply(a.Until, commit.ID, commit.Revision, d.by(w, request)); err != nil {
			return now, err
		}
		latest := w
		latest.Version = now.Version
		if now, err = d.put(ctx, latest, s, request); gov.CodeOf(err) != gov.CodeConflict {
			return now, err
		}
	}
	return Record{}, gov.Errorf(gov.CodeUnavailable, "方案正被他人反复修改，请重试", "others keep writing the scenario; try again")
}

// attempts are made to record a commit while others write.
const attempts = 5

// notCommitted refuses to take back an approved scenario that is in the county's log already, its application having been
// cut short after the commit.
func notCommitted(ctx context.Context, v *atlas.View, w Write, r Record) error {
	if r.State != scenario.Approved {
		return nil
	}
	_, err := v.Commit(ctx, w.County, commitID(w))
	if gov.CodeOf(err) == gov.CodeNotFound {
		return nil
	}
	if err != nil {
		return err
	}
	return gov.Errorf(gov.CodeConflict, "方案已登记为变更 %s，只是尚未记入方案", "the scenario is in the log already as commit %s, and only has to be told", commitID(w)).At("state").
		Advise("请重新发送登记请求", "send the application again")
}
