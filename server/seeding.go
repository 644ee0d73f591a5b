package main

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"time"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/gov"
	"tiaokuai/seed"
)

// retryAfter is how long a store that can't be reached is left alone.
const retryAfter = time.Second

// seedWhenReady loads the embedded county once the store answers, if it is missing there.
func seedWhenReady(ctx context.Context, a *atlas.Atlas, log *slog.Logger) {
	for {
		err := a.Sync(ctx)
		if err == nil {
			err = loadSeed(ctx, a)
		}
		if ctx.Err() != nil || err == nil {
			return
		}
		if gov.CodeOf(err) != gov.CodeUnavailable {
			log.Error("the example county was not loaded", "error", err)
			return
		}
		select {
		case <-ctx.Done():
		case <-time.After(retryAfter):
		}
	}
}

// loadSeed commits the revisions of the embedded county that are missing. A county that went on from the seed, or is
// another's work, is left alone; two processes that load at once come to the same log, since ids are fixed.
func loadSeed(ctx context.Context, a *atlas.Atlas) error {
	revisions, err := seed.Load()
	if err != nil {
		return err
	}
	v, err := a.View()
	if err != nil {
		return err
	}
	done := 0
	if h, err := v.Head(seed.County); err == nil {
		done = 1 + slices.IndexFunc(revisions, func(r seed.Revision) bool { return r.ID == h.CommitID })
		if done == 0 {
			return nil
		}
	}
	for i := done; i < len(revisions); i++ {
		r := revisions[i]
		_, err := a.Commit(ctx, atlas.Change{
			ID: r.ID, County: r.County, Base: int64(i), Edits: r.Edits, Actor: r.Actor, Reason: r.Reason,
			RecordedAt: r.RecordedAt, Effective: r.Effective, History: true,
		})
		var conflict *gov.Error
		if errors.As(err, &conflict) && conflict.Code == gov.CodeConflict {
			return nil // another process loads it, or has gone on
		}
		if err != nil {
			return err
		}
	}
	return nil
}
