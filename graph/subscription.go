package graph

import (
	"context"
	"fmt"
	"iter"
	"runtime/debug"
	"slices"

	"tiaokuai/graph/internal/model"
	"tiaokuai/graph/internal/transport"
	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
)

// Commits are the commits of a county or of all, each once and in order, from now or from a number on.
func (r subscriptionResolver) Commits(ctx context.Context, county *string, since *int) (<-chan model.Commit, error) {
	feed, err := r.feed(ctx, county, since)
	if err != nil {
		return nil, err
	}
	return send(ctx, func(yield func(model.Commit) bool) {
		for commits := range feed {
			for _, c := range commits {
				if !yield(r.named(ctx, c)) {
					return
				}
			}
		}
	}), nil
}

// CommitBatches are the same commits, those that come together as one event.
func (r subscriptionResolver) CommitBatches(ctx context.Context, county *string, since *int) (<-chan model.CommitBatch, error) {
	feed, err := r.feed(ctx, county, since)
	if err != nil {
		return nil, err
	}
	return send(ctx, func(yield func(model.CommitBatch) bool) {
		for commits := range feed {
			batch := model.CommitBatch{Seq: commits[len(commits)-1].Seq}
			for _, c := range commits {
				batch.Commits = append(batch.Commits, r.named(ctx, c))
				batch.Counties = append(batch.Counties, c.County)
			}
			slices.Sort(batch.Counties)
			batch.Counties = slices.Compact(batch.Counties)
			if !yield(batch) {
				return
			}
		}
	}), nil
}

// feed follows the log from a number, or from where it is now.
func (r *Root) feed(ctx context.Context, county *string, since *int) (iter.Seq[[]gov.Commit], error) {
	v, err := r.atlas.View()
	if err != nil {
		return nil, err
	}
	if county != nil {
		if _, err := v.Head(*county); err != nil {
			return nil, err
		}
	}
	from := r.atlas.Position()
	if since != nil {
		from = int64(*since)
	}
	return r.atlas.Feed(ctx, from, dereference(county))
}

// send puts what comes into a channel that is read as fast as the client reads: nothing waits in between.
func send[T any](ctx context.Context, events iter.Seq[T]) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		defer func() {
			if p := recover(); p != nil { // a panic here would end the process; the follower hears of an error instead
				transport.EndWith(ctx, fmt.Errorf("a subscription panicked: %v\n%s", p, debug.Stack()))
			}
		}()
		for e := range events {
			select {
			case out <- e:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

// named is a commit with the names that things had then.
func (r *Root) named(ctx context.Context, c gov.Commit) model.Commit {
	v, err := r.atlas.View()
	if err != nil {
		return model.Commit{Commit: c, Name: change.NamesIn()}
	}
	return logged(ctx, v, c)
}

// Scenario is a scenario as it is, and after every change of it or of its county, until it is deleted.
func (r subscriptionResolver) Scenario(ctx context.Context, id string) (<-chan model.Scenario, error) {
	global, err := scenarioID("id", id)
	if err != nil {
		return nil, err
	}
	v, err := r.atlas.View()
	if err != nil {
		return nil, err
	}
	if _, err := r.desk.Scenario(ctx, v, global.County, global.Key); err != nil {
		return nil, err
	}
	return send(ctx, func(yield func(model.Scenario) bool) {
		var version, revision int64
		for v := range r.atlas.Watch(ctx, global.County) {
			one, err := r.desk.Scenario(ctx, v, global.County, global.Key)
			if err != nil {
				return
			}
			now := revisionOf(v, global.County)
			if one.Version == version && now == revision { // another document of the county
				continue
			}
			version, revision = one.Version, now
			if !yield(r.scenarioOf(ctx, v, one)) {
				return
			}
		}
	}), nil
}
