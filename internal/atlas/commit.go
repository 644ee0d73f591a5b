package atlas

import (
	"context"
	"time"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
	"tiaokuai/internal/store"
)

// Change is a list of edits to commit. ID is minted by the caller and kept over its retries: the same change sent again
// is applied once. RecordedAt and Effective are the moment of the call where they are empty.
type Change struct {
	ID         string
	County     string
	Base       int64 // the revision the edits were made on; 0 makes the county
	Edits      []change.Edit
	Actor      string
	Reason     string
	RecordedAt time.Time
	Effective  gov.Date
	// History says that recorded history is played again (load, the seed): what approved it then is not asked for.
	History bool
}

// rule is what the change is held to.
func (ch Change) rule() rule {
	if ch.History {
		return noRule
	}
	return checkApproval
}

// Commit applies a change and records it. Errors: INVALID with the place in the edits, or for want of an approval
// ([checkApproval]), CONFLICT where the county has moved on from Base, UNAVAILABLE where the store cannot be reached
// (send the same change again).
func (a *Atlas) Commit(ctx context.Context, ch Change) (gov.Commit, error) {
	return a.commit(ctx, ch, ch.rule())
}

// commit is Commit under a rule.
func (a *Atlas) commit(ctx context.Context, ch Change, rule rule) (gov.Commit, error) {
	base, err := a.base(ctx, ch)
	if err != nil {
		return gov.Commit{}, err
	}
	next, commit, err := outcome(base, ch, a.stamp(ch, base), rule)
	if err != nil {
		return gov.Commit{}, err
	}
	blobs, err := derive(next)
	if err != nil {
		return gov.Commit{}, err
	}
	recorded, err := a.store.Append(ctx, store.Append{Commit: commit, Derived: blobs})
	if err != nil {
		return gov.Commit{}, err
	}
	a.arrive(next.With(metaOf(recorded)), recorded, blobs)
	a.tell()
	return recorded, nil
}

// outcome is a change applied to its base under a rule, with its commit whole but for its place in the log.
func outcome(base *snapshot.County, ch Change, commit gov.Commit, rule rule) (*snapshot.County, gov.Commit, error) {
	next, delta, err := change.Apply(base, ch.Edits, metaOf(commit))
	if err != nil {
		return nil, gov.Commit{}, err
	}
	if next.Key != ch.County {
		return nil, gov.Commit{}, anotherCounty(ch.County)
	}
	if err := rule(base, delta, ch.Edits); err != nil {
		return nil, gov.Commit{}, err
	}
	commit.Delta, commit.Counts = delta, delta.Counts()
	commit.Edits, err = change.Encode(ch.Edits)
	return next, commit, err
}

// tell has Run look at the log now.
func (a *Atlas) tell() {
	select {
	case a.news <- struct{}{}:
	default: // it has been told
	}
}

// base is the snapshot a change was made on; nil for a county yet to be made.
func (a *Atlas) base(ctx context.Context, ch Change) (*snapshot.County, error) {
	if ch.ID == "" {
		return nil, gov.Errorf(gov.CodeInvalid, "缺少变更编号", "the commit id is missing").At("commitId")
	}
	v, err := a.View()
	if err != nil || ch.Base == 0 {
		return nil, err
	}
	return v.At(ctx, ch.County, Version{Revision: ch.Base})
}

// stamp is the commit of a change before it has a delta: the moment and the day, never before those of its base.
func (a *Atlas) stamp(ch Change, base *snapshot.County) gov.Commit {
	c := gov.Commit{ID: ch.ID, County: ch.County, Revision: ch.Base + 1, RecordedAt: ch.RecordedAt, Effective: ch.Effective, Actor: ch.Actor, Reason: ch.Reason}
	if c.RecordedAt.IsZero() {
		c.RecordedAt = a.now()
	}
	c.RecordedAt = c.RecordedAt.UTC().Truncate(time.Millisecond)
	if c.Effective == "" {
		c.Effective = gov.DateOf(c.RecordedAt)
		if base != nil {
			c.Effective = max(c.Effective, base.Meta().Effective)
		}
	}
	return c
}

// arrive makes a commit's snapshot the county's head, unless a later one is known. A nil snapshot is loaded when someone
// asks; blobs may be nil too.
func (a *Atlas) arrive(c *snapshot.County, commit gov.Commit, blobs map[string][]byte) {
	if c != nil {
		a.cache.Put(cacheKey{county: commit.County, revision: commit.Revision}, c)
	}
	h := gov.Head{
		County: commit.County, Revision: commit.Revision, Seq: commit.Seq, CommitID: commit.ID,
		RecordedAt: commit.RecordedAt, Effective: commit.Effective, Derived: blobs,
	}
	a.times.follow(h)
	a.install(newHead(h))
}
