package atlas

import (
	"context"
	"errors"
	"runtime/debug"
	"time"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// batch is how many commits one look at the log takes.
const batch = 500

// Run keeps the atlas at the head of the store's log until the context ends: it looks there at every poll, and at once
// after a commit of its own, so that those who follow hear of it. A store that cannot be reached is asked
// again; what is wrong stands in [Atlas.Ready].
func (a *Atlas) Run(ctx context.Context) {
	tick := time.NewTicker(a.poll)
	defer tick.Stop()
	for {
		a.look(ctx)
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		case <-a.news:
		}
	}
}

// look is one look at the log. A panic in it is logged, and the next look tries again: it must not end the process.
func (a *Atlas) look(ctx context.Context) {
	defer func() {
		if p := recover(); p != nil {
			a.log.Error("following the log panicked", "panic", p, "stack", string(debug.Stack()))
		}
	}()
	if err := a.Sync(ctx); err != nil && ctx.Err() == nil {
		a.log.Warn("store not reached", "error", err)
	}
}

// Sync reads the heads at the first call, and takes in what the log has since; afterwards the atlas is at least where
// the store was when Sync was called.
func (a *Atlas) Sync(ctx context.Context) error {
	err := a.sync(ctx)
	var known *gov.Error
	switch {
	case err == nil:
		a.failure.Store(nil)
	case errors.As(err, &known):
		a.failure.Store(known)
	default:
		a.failure.Store(notYet().Because(err))
	}
	return err
}

func (a *Atlas) sync(ctx context.Context) error {
	if a.heads.Load() == nil {
		return a.start(ctx)
	}
	for {
		log := a.feed.Load()
		commits, err := a.store.Log(ctx, log.last(), batch)
		if err != nil {
			return err
		}
		if len(commits) == 0 {
			return a.syncDocuments(ctx)
		}
		for _, c := range commits {
			a.take(c)
		}
		log.add(commits)
	}
}

// start reads the number of the newest commit before the heads, so that no commit falls between.
func (a *Atlas) start(ctx context.Context) error {
	position, err := a.store.Position(ctx)
	if err != nil {
		return err
	}
	list, err := a.store.Heads(ctx)
	if err != nil {
		return err
	}
	a.moving.Lock()
	defer a.moving.Unlock()
	if a.heads.Load() == nil {
		a.feed.Store(newFeed(position.Commit))
		a.shelved.Store(position.Document)
		a.replace(newHeads(list))
	}
	return nil
}

// take moves a county's head along one commit of the log.
func (a *Atlas) take(c gov.Commit) {
	known := int64(0)
	if h, ok := a.heads.Load().of[c.County]; ok {
		known = h.Revision
	}
	if known < c.Revision {
		a.arrive(a.advance(c), c, nil)
	}
}

// advance is the snapshot after a commit, where the one before it is cached; nil otherwise.
func (a *Atlas) advance(c gov.Commit) *snapshot.County {
	before, ok := a.cache.Get(cacheKey{county: c.County, revision: c.Base()})
	if !ok {
		return nil
	}
	next, err := before.Apply(c.Delta, metaOf(c))
	if err != nil {
		a.log.Error("a commit of the log does not fit the snapshot before it", "county", c.County, "revision", c.Revision, "error", err)
		return nil
	}
	return next
}
