package graph

import (
	"context"
	"sync"

	"tiaokuai/graph/internal/model"
	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// History is the county's log up to the revision read, newest first; of one thing only what touched it.
func (r countyResolver) History(ctx context.Context, c *snapshot.County, of *string, first *int, after *string) (model.CommitConnection, error) {
	v, err := r.view(ctx)
	if err != nil {
		return model.CommitConnection{}, err
	}
	limit := page.DefaultSize
	if first != nil {
		limit = *first
	}
	if limit < 0 || limit > page.MaxSize {
		return model.CommitConnection{}, notBetween("first", 0, page.MaxSize)
	}
	newest := c.Revision()
	if planned(c) {
		newest-- // which is not in the log, perhaps with the county itself
	}
	start := newest + 1
	if after != nil {
		before, err := model.ParseCommitCursor(*after)
		if err != nil {
			return model.CommitConnection{}, err
		}
		start = min(start, before)
	}
	read := func(before int64, limit int) ([]gov.Commit, error) {
		if before < 2 {
			return nil, nil
		}
		if of != nil {
			return v.HistoryOf(ctx, c.Key, *of, before, limit)
		}
		return v.History(ctx, c.Key, before, limit, true)
	}
	commits, err := read(start, limit+1) // one more tells whether there is a next page
	if err != nil {
		return model.CommitConnection{}, err
	}
	out := model.CommitConnection{Previous: after != nil, Next: len(commits) > limit, Total: func() (int, error) {
		if of == nil {
			return int(newest), nil
		}
		all, err := read(newest+1, int(newest))
		return len(all), err
	}}
	for _, commit := range commits[:min(limit, len(commits))] {
		out.Commits = append(out.Commits, logged(ctx, v, commit))
	}
	return out, nil
}

// planned says that a county is what edits would lead to, which nothing has recorded.
func planned(c *snapshot.County) bool {
	version, err := atlas.ParseWorld(c.Meta().World)
	return err != nil || version.Scenario != ""
}

// logged is a commit of the log with the names that things had then; the county of then is read when a name is asked for
// that the commit itself does not tell.
func logged(ctx context.Context, v *atlas.View, commit gov.Commit) model.Commit {
	return model.Commit{Commit: commit, Name: namer(commit, sync.OnceValue(func() *snapshot.County {
		c, err := v.At(ctx, commit.County, atlas.Version{Revision: commit.Revision})
		if err != nil {
			return nil // keys say what is meant too
		}
		return c
	}))}
}

// namer names keys as the commit's own images do, else as the county that it made does.
func namer(commit gov.Commit, made func() *snapshot.County) change.Namer {
	images := map[string]gov.Node{}
	for _, n := range commit.Delta.Nodes {
		if images[n.Key()] = n.Before; n.Before == nil {
			images[n.Key()] = n.After
		}
	}
	township := func(key string) string {
		if n, ok := images[key]; ok {
			return n.NodeName()
		}
		if name := change.NamesIn(made())(key); name != key {
			return name
		}
		return ""
	}
	return func(key string) string {
		if n, ok := images[key]; ok {
			return change.Called(n, township)
		}
		return change.NamesIn(made())(key)
	}
}

// commit is a commit by its global id.
func (r *Root) commit(ctx context.Context, id gov.GlobalID) (model.Node, error) {
	v, err := r.view(ctx)
	if err != nil {
		return nil, err
	}
	commit, err := v.Commit(ctx, id.County, id.Key)
	if err != nil {
		return nil, err
	}
	return logged(ctx, v, commit), nil
}
