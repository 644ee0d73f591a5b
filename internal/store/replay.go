package store

import (
	"cmp"
	"context"
	"slices"

	"tiaokuai/internal/gov"
)

// replay is a county's graph, sorted, on its way along the log.
type replay struct {
	county     string
	revision   int64
	graph      gov.Graph
	commits    int // since the last checkpoint
	primitives int // that these come to
}

// far says whether the last checkpoint is so far away that there should have been another.
func (r *replay) far() bool {
	return r.commits > checkpointEvery || r.primitives > checkpointPrimitives
}

// to applies the commits up to a revision and gives the one that made it, which is read also where the graph is there
// already.
func (r *replay) to(ctx context.Context, s Store, revision int64) (gov.Commit, error) {
	var last gov.Commit
	for from := min(r.revision+1, revision); from <= revision; from = last.Revision + 1 {
		commits, err := r.read(ctx, s, from, min(from+checkpointEvery-1, revision), revision)
		if err != nil {
			return gov.Commit{}, err
		}
		if err := r.apply(commits); err != nil {
			return gov.Commit{}, err
		}
		last = commits[len(commits)-1]
	}
	return last, nil
}

// read gives the commits between two revisions, all of them, with bodies where they come after the graph's revision. Where
// some are missing the error is about the revision that is wanted in the end.
func (r *replay) read(ctx context.Context, s Store, from, to, wanted int64) ([]gov.Commit, error) {
	commits, err := s.History(ctx, r.county, from, to, to > r.revision)
	if err == nil && int64(len(commits)) != to-from+1 {
		err = noRevision(ctx, s, r.county, wanted)
	}
	return commits, err
}

// apply takes in those commits that come after the graph's revision.
func (r *replay) apply(commits []gov.Commit) error {
	nodes := images[gov.Node]{list: r.graph.Nodes, compare: compareNodes}
	edges := images[gov.Edge]{list: r.graph.Edges, compare: gov.CompareEdges}
	for _, c := range commits {
		if c.Revision <= r.revision {
			continue
		}
		r.revision, r.commits, r.primitives = c.Revision, r.commits+1, r.primitives+c.Delta.Size()
		for _, n := range c.Delta.Nodes {
			if !nodes.put(n.Key(), n.Before, n.After) {
				return unfit(n.Key(), c)
			}
		}
		for _, e := range c.Delta.Edges {
			if !edges.put(e.Key(), e.Before, e.After) {
				return unfit(e.Key(), c)
			}
		}
	}
	r.graph = gov.Graph{Nodes: nodes.result(), Edges: edges.result()}
	return nil
}

func unfit(key string, c gov.Commit) error {
	return gov.Errorf(gov.CodeConflict, "第 %d 版的变更与 %s 不符", "the commit of revision %d does not fit %s", c.Revision, key)
}

func compareNodes(a, b gov.Node) int { return cmp.Compare(a.NodeKey(), b.NodeKey()) }

// images is a sorted list under change. What a few commits touch is little beside the list, so that they are laid over it.
type images[T comparable] struct {
	list    []T
	compare func(a, b T) int
	placed  map[int]T    // what stands in place of an element now; the zero value for none
	added   map[string]T // what is in no place of the list
}

// put replaces before, the zero value for none, by after; false where something else stands there.
func (s *images[T]) put(key string, before, after T) bool {
	var none T
	if s.placed == nil {
		s.placed, s.added = map[int]T{}, map[string]T{}
	}
	one := after
	if one == none {
		one = before
	}
	i, listed := slices.BinarySearchFunc(s.list, one, s.compare)
	now := s.added[key]
	if listed {
		var touched bool
		if now, touched = s.placed[i]; !touched {
			now = s.list[i]
		}
	}
	if !gov.Equal(now, before) {
		return false
	}
	if listed {
		s.placed[i] = after
	} else {
		s.added[key] = after
	}
	return true
}

// result is the list as it is now.
func (s *images[T]) result() []T {
	var none T
	out := make([]T, 0, len(s.list)+len(s.added))
	for i, v := range s.list {
		if now, touched := s.placed[i]; touched {
			v = now
		}
		if v != none {
			out = append(out, v)
		}
	}
	for _, v := range s.added {
		if v != none {
			out = append(out, v)
		}
	}
	if len(s.added) > 0 {
		slices.SortFunc(out, s.compare)
	}
	return out
}
