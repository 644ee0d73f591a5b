package atlas

import (
	"context"
	"errors"
	"strings"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

const (
	attempts  = 5  // to take a commit back while others commit
	mostNamed = 10 // later commits that a refusal names
)

// Revert takes the commit with id of back by one commit that restores what was before it. ch says all but Base and
// Edits. NOT_FOUND where there is no such commit; CONFLICT, naming the later commits, where something it touched has
// changed since.
func (a *Atlas) Revert(ctx context.Context, of string, ch Change) (gov.Commit, error) {
	var out gov.Commit
	err := a.takeBack(ctx, of, ch, func(ch Change) (err error) {
		out, err = a.commit(ctx, ch, noRule) // it takes a record back, and reforms nothing
		return err
	})
	return out, err
}

// PreviewRevert is to [Atlas.Revert] what [Atlas.Preview] is to Commit.
func (a *Atlas) PreviewRevert(ctx context.Context, of string, ch Change) (*snapshot.County, gov.Commit, error) {
	var next *snapshot.County
	var out gov.Commit
	err := a.takeBack(ctx, of, ch, func(ch Change) (err error) {
		next, out, err = a.preview(ctx, ch, noRule)
		return err
	})
	return next, out, err
}

// takeBack does the change that takes a commit back. A conflict may mean that this very change was recorded before and
// is sent again, or that the county moved on meanwhile: then it is made anew on the base that holds.
func (a *Atlas) takeBack(ctx context.Context, of string, ch Change, do func(Change) error) error {
	v, err := a.View()
	if err != nil {
		return err
	}
	target, err := v.Commit(ctx, ch.County, of)
	if err != nil {
		return at(err, "commit")
	}
	if target.Revision == 1 {
		return gov.Errorf(gov.CodeConflict, "建立县（市、区）的变更不能撤销", "the commit that made the county can't be taken back").At("commit")
	}
	ch.Edits = []change.Edit{&change.Restore{Delta: target.Delta.Inverse(), Of: target.Revision}}
	ch.Base = a.headOf(ch.County).Revision
	for range attempts {
		if err = do(ch); err == nil || !refusal(err) {
			return err
		}
		base, otherwise := a.rebase(ctx, ch)
		if otherwise != nil {
			return otherwise
		}
		if base == ch.Base {
			break
		}
		ch.Base = base
	}
	var refused gov.Problems
	if errors.As(err, &refused) {
		return a.hindered(ctx, target, ch.Base, refused)
	}
	return err
}

// refusal says that a change does not fit its base, in whatever words: not that the store failed.
func refusal(err error) bool {
	switch gov.CodeOf(err) {
	case gov.CodeConflict, gov.CodeInvalid, gov.CodeNotFound:
		return true
	}
	return false
}

// rebase is the base of a change that is in the log already, else the newest revision.
func (a *Atlas) rebase(ctx context.Context, ch Change) (int64, error) {
	if err := a.Sync(ctx); err != nil {
		return 0, err
	}
	v, err := a.View()
	if err != nil {
		return 0, err
	}
	switch sent, err := v.Commit(ctx, ch.County, ch.ID); {
	case err == nil:
		return sent.Base(), nil
	case gov.CodeOf(err) != gov.CodeNotFound:
		return 0, err
	}
	return a.headOf(ch.County).Revision, nil
}

// hindered says why a commit can't be taken back: first the later commits, then what they changed.
func (a *Atlas) hindered(ctx context.Context, target gov.Commit, head int64, refused gov.Problems) error {
	later, err := a.laterOn(ctx, target, head)
	if err != nil {
		return err
	}
	var out gov.Problems
	if len(later) > 0 {
		named := later[:min(len(later), mostNamed)]
		out = gov.Problems{gov.Errorf(gov.CodeConflict, "第 %[1]d 次变更不能撤销：其中的内容后来又被 %[2]d 次变更改动（%[3]s）",
			"revision %[1]d can't be taken back: later commits changed what it touched, %[2]d in all (%[4]s)",
			target.Revision, len(later), named.in(gov.LanguageZH), named.in(gov.LanguageEN)).
			Advise("如确需撤销，请先从最近一次起逐次撤销这些变更", "if it has to be, take these back first, the newest first").At("commit")}
	}
	for _, p := range refused {
		one := *p
		one.Path = []any{"commit"} // its own path leads into a delta that the caller never saw
		out = append(out, &one)
	}
	return out
}

// entries are commits of one county, newest first.
type entries []gov.Commit

// in lists them: 第 5 次（张三，合并设置）.
func (e entries) in(l gov.Language) string {
	parts := make([]string, len(e))
	for i, c := range e {
		who := gov.Textf("第 %d 次，%s", "%d by %s", c.Revision, c.Actor)
		if why := clip(c.Reason); why != "" {
			who = gov.Textf("%[1]s：%[3]s", "%[2]s: %[3]s", who.ZH, who.EN, why)
		}
		parts[i] = who.In(l)
	}
	return strings.Join(parts, gov.Text{ZH: "；", EN: "; "}.In(l))
}

// clip keeps a reason short enough for a list.
func clip(reason string) string {
	const most = 60
	if r := []rune(reason); len(r) > most {
		return string(r[:most]) + "…"
	}
	return reason
}

// laterOn are the commits after one, up to a revision, that touched what it touched or hang on what it added.
func (a *Atlas) laterOn(ctx context.Context, target gov.Commit, head int64) (entries, error) {
	v, err := a.View()
	if err != nil {
		return nil, err
	}
	const few = 50 // bodies at a time
	var out entries
	touched := touchedBy(target.Delta)
	for before := head + 1; before > target.Revision+1; before -= few {
		commits, err := v.History(ctx, target.County, before, int(min(few, before-target.Revision-1)), true)
		if err != nil {
			return nil, err
		}
		for _, c := range commits {
			if touched.by(c.Delta) {
				out = append(out, c)
			}
		}
	}
	return out, nil
}

func at(err error, path ...any) error {
	var e *gov.Error
	if errors.As(err, &e) {
		return e.At(path...)
	}
	return err
}
