package graph

import (
	"context"
	"errors"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"tiaokuai/graph/internal/fault"
	"tiaokuai/graph/internal/model"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// maxEdits bounds a mutation.
const maxEdits = 5_000

// ApplyEdits applies edits as one commit.
func (r mutationResolver) ApplyEdits(ctx context.Context, input model.ApplyEditsInput) (*model.CommitPayload, error) {
	payload, err := r.applyEdits(ctx, input)
	return payload, each(err)
}

func (r mutationResolver) applyEdits(ctx context.Context, input model.ApplyEditsInput) (*model.CommitPayload, error) {
	ch, p := r.change(ctx, input.County, input.Actor, input.Reason, input.CommitID, input.Effective)
	if ch.Base = int64(input.BaseRevision); ch.Base < 0 {
		p = append(p, gov.Errorf(gov.CodeInvalid, "版本从 0 起", "a base revision is 0 or more").At("baseRevision"))
	}
	if len(input.Edits) > maxEdits {
		return nil, append(p, gov.Errorf(gov.CodeTooComplex, "一次最多 %d 项变更", "at most %d edits at once", maxEdits).
			Advise("请分几次提交，或导入文件", "commit them in parts, or import a file").At("edits"))
	}
	var err error
	if ch.Edits, err = model.DecodeEdits(r.schema, input.Edits); err != nil || len(p) > 0 {
		return nil, joined(p, err)
	}
	if err := r.atlas.Reach(ctx, ch); err != nil {
		return nil, err
	}
	if dereference(input.DryRun) {
		next, commit, err := r.atlas.Preview(ctx, ch)
		return r.preview(ctx, next, commit, r.moot(ch, err))
	}
	commit, err := r.atlas.Commit(ctx, ch)
	return r.recorded(ctx, commit, r.moot(ch, err))
}

// Revert takes a commit back.
func (r mutationResolver) Revert(ctx context.Context, input model.RevertInput) (*model.CommitPayload, error) {
	payload, err := r.revert(ctx, input)
	return payload, each(err)
}

func (r mutationResolver) revert(ctx context.Context, input model.RevertInput) (*model.CommitPayload, error) {
	id, err := parseID("commit", input.Commit)
	if err != nil {
		return nil, err
	}
	if id.Type != "Commit" {
		return nil, gov.Errorf(gov.CodeInvalid, "这不是变更记录的 id", "this is not the id of a commit").At("commit")
	}
	ch, p := r.change(ctx, id.County, input.Actor, input.Reason, input.CommitID, input.Effective)
	if len(p) > 0 {
		return nil, p
	}
	if dereference(input.DryRun) {
		next, commit, err := r.atlas.PreviewRevert(ctx, id.Key, ch)
		return r.preview(ctx, next, commit, err)
	}
	commit, err := r.atlas.Revert(ctx, id.Key, ch)
	return r.recorded(ctx, commit, err)
}

// change is a change without base and edits, with what its caller did not say filled in.
func (r mutationResolver) change(ctx context.Context, county string, actor, reason, commitID *string, effective *string) (atlas.Change, gov.Problems) {
	ch := atlas.Change{ID: dereference(commitID), County: county, Actor: dereference(actor), Reason: dereference(reason), Effective: gov.Date(dereference(effective))}
	if ch.ID == "" {
		ch.ID = r.mint()
	}
	if ch.Actor == "" {
		ch.Actor = viewerName.In(fault.LanguageFrom(ctx))
	}
	p := gov.CheckSaid(ch.Actor, ch.Reason)
	if err := ch.Effective.Check(); err != nil {
		p = append(p, err.At("effective"))
	}
	if err := gov.CheckKey(ch.ID); err != nil {
		bad := *err
		bad.Path = []any{"commitId"}
		p = append(p, &bad)
	}
	return ch, p
}

// moot is why a change was refused: that the county moved on, before any problem that its edits have on the old revision.
func (r *Root) moot(ch atlas.Change, refused error) error {
	var problems gov.Problems
	if !errors.As(refused, &problems) {
		return refused
	}
	if old := r.atlas.Stale(ch); old != nil {
		return old
	}
	return refused
}

func revisionOf(v *atlas.View, county string) int64 {
	head, err := v.Head(county)
	if err != nil {
		return 0
	}
	return head.Revision
}

// recorded answers with a commit of the log. Sent again it is answered alike, whatever came after it.
func (r *Root) recorded(ctx context.Context, commit gov.Commit, err error) (*model.CommitPayload, error) {
	if err != nil {
		return nil, err
	}
	v, err := r.advance(ctx)
	if err != nil {
		return nil, err
	}
	version := atlas.Version{}
	if commit.Revision < revisionOf(v, commit.County) {
		version.Revision = commit.Revision
	}
	after, err := v.At(ctx, commit.County, version)
	if err != nil {
		return nil, err
	}
	before, err := before(ctx, v, commit)
	if err != nil {
		return nil, err
	}
	return model.NewCommitPayload(logged(ctx, v, commit), before, after, true)
}

// preview answers with a commit that is not recorded.
func (r *Root) preview(ctx context.Context, next *snapshot.County, commit gov.Commit, err error) (*model.CommitPayload, error) {
	if err != nil {
		return nil, err
	}
	v, err := r.advance(ctx)
	if err != nil {
		return nil, err
	}
	before, err := before(ctx, v, commit)
	if err != nil {
		return nil, err
	}
	after := next.In(model.DryRun)
	return model.NewCommitPayload(model.Commit{Commit: commit, Name: namer(commit, func() *snapshot.County { return after })}, before, after, false)
}

// before is the county that a commit was made on; nil for its first.
func before(ctx context.Context, v *atlas.View, commit gov.Commit) (*snapshot.County, error) {
	if commit.Base() == 0 {
		return nil, nil
	}
	return v.At(ctx, commit.County, atlas.Version{Revision: commit.Base()})
}

// joined are problems found in several places.
func joined(p gov.Problems, err error) error {
	var many gov.Problems
	var one *gov.Error
	switch {
	case errors.As(err, &many):
		p = append(p, many...)
	case errors.As(err, &one):
		p = append(p, one)
	case err != nil:
		return err
	}
	return p.Err()
}

// below are problems placed below an argument.
func below(err error, path ...any) error {
	var many gov.Problems
	var one *gov.Error
	switch {
	case errors.As(err, &many):
		return many.At(path...)
	case errors.As(err, &one):
		return one.At(path...)
	}
	return err
}

// each makes every problem an error of its own, placed in the argument.
func each(err error) error {
	var one *gov.Error
	many := gov.Problems{}
	switch {
	case err == nil:
		return nil
	case errors.As(err, &many):
	case errors.As(err, &one):
		many = gov.Problems{one}
	default:
		return err
	}
	out := make(gqlerror.List, len(many))
	for i, e := range many {
		out[i] = gqlerror.Wrap(e.At("input"))
	}
	return out
}
