package main

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"time"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/desk"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
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

// loadSeed loads the embedded county, and beside it the plans that its report proposes.
func loadSeed(ctx context.Context, a *atlas.Atlas) error {
	if err := loadRevisions(ctx, a); err != nil {
		return err
	}
	return loadPlans(ctx, a)
}

// loadRevisions commits the revisions of the embedded county that are missing. A county that went on from the seed, or is
// another's work, is left alone; two processes that load at once come to the same log, since ids are fixed.
func loadRevisions(ctx context.Context, a *atlas.Atlas) error {
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

// loadPlans records the report's own plans as scenarios on the seed's last revision, while the county stands there. Each
// is written once: one that somebody changed or deleted since has a later version, and is left alone.
func loadPlans(ctx context.Context, a *atlas.Atlas) error {
	v, err := a.View()
	if err != nil {
		return err
	}
	h, err := v.Head(seed.County)
	if err != nil {
		return err
	}
	revisions, err := seed.Load()
	if err != nil || h.CommitID != revisions[len(revisions)-1].ID {
		return err
	}
	head, err := v.County(ctx, seed.County)
	if err != nil {
		return err
	}
	plans, err := seed.Plans(head)
	if err != nil {
		return err
	}
	d := desk.New(desk.Config{Atlas: a})
	for _, p := range plans {
		_, err := d.Create(ctx, desk.Write{County: seed.County, ID: p.ID, Actor: "seed", Note: p.Note}, scenario.Outline{
			Title: p.Title, Note: p.Note, Base: h.Revision, Steps: []scenario.Step{{Title: p.Title, Edits: p.Edits}},
		})
		if err != nil && gov.CodeOf(err) != gov.CodeConflict {
			return err
		}
	}
	return nil
}
