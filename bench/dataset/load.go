package dataset

import (
	"context"
	"fmt"
	"time"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Snapshot is the n-th county, linked.
func Snapshot(seed uint64, n int) (*snapshot.County, error) {
	return snapshot.Build(County(seed, n), snapshot.Meta{Revision: 1, CommitID: commitID(seed, n), RecordedAt: recorded, Effective: Day})
}

// recorded is when every generated county is recorded, so that answers are the same in every run.
var recorded = time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)

func commitID(seed uint64, n int) string { return fmt.Sprintf("bench-%d-%s", seed, Code(n)) }

// Load commits the first counties of a seed to an atlas, each as the edits that lead to it from nothing. A county that
// is there already is left alone.
func Load(ctx context.Context, a *atlas.Atlas, seed uint64, counties int) error {
	if err := a.Sync(ctx); err != nil {
		return err
	}
	v, err := a.View()
	if err != nil {
		return err
	}
	for n := range counties {
		if _, err := v.Head(Code(n)); err == nil {
			continue
		}
		if err := loadOne(ctx, a, seed, n); err != nil {
			return fmt.Errorf("load county %s: %w", Code(n), err)
		}
	}
	return nil
}

func loadOne(ctx context.Context, a *atlas.Atlas, seed uint64, n int) error {
	c, err := Snapshot(seed, n)
	if err != nil {
		return err
	}
	all := atlas.Change{
		ID: commitID(seed, n), County: c.Key, Edits: change.Between(nil, c), Actor: "bench",
		Reason: "测试数据", RecordedAt: recorded, Effective: Day,
	}
	// A Neo4j that was just started plans and compiles slowly, and the first commits run out of their time. What is
	// UNAVAILABLE is sent again with the same id.
	for range tries {
		if _, err = a.Commit(ctx, all); gov.CodeOf(err) != gov.CodeUnavailable {
			break
		}
	}
	return err
}

const tries = 5
