package graph

import (
	"context"
	"errors"
	"slices"

	"tiaokuai/graph/internal/explore"
	"tiaokuai/graph/internal/model"
	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// The bounds of neighborhood and paths.
const (
	maxDepth  = 5
	maxLength = 10
)

// inScope are the townships a question is about; NOT_FOUND for a key that is none.
func inScope(c *snapshot.County, scope *model.ScopeInput) ([]snapshot.Township, error) {
	if scope == nil {
		return c.Townships(), nil
	}
	for i, key := range scope.Townships {
		if _, ok := snapshot.Lookup[snapshot.Township](c, key); !ok {
			return nil, gov.Errorf(gov.CodeNotFound, "没有编号为 %q 的乡镇（街道）", "there is no township with key %q", key).At("scope", "townships", i)
		}
	}
	return slices.DeleteFunc(c.Townships(), func(t snapshot.Township) bool {
		return !admits(scope.Townships, t.Key) || scope.Size != nil && t.Size != *scope.Size
	}), nil
}

// Metrics are the counts and costs of a county or a scope.
func (r countyResolver) Metrics(_ context.Context, c *snapshot.County, scope *model.ScopeInput) (model.Metrics, error) {
	if scope == nil {
		return model.NewMetrics(overlap.Summarize(c)), nil
	}
	townships, err := inScope(c, scope)
	if err != nil {
		return model.Metrics{}, err
	}
	return model.NewMetrics(overlap.SummarizeScope(c, townships)), nil
}

// Matrix crosses two axes.
func (r countyResolver) Matrix(_ context.Context, c *snapshot.County, rows, columns explore.Axis, scope *model.ScopeInput) (explore.Matrix, error) {
	townships, err := inScope(c, scope)
	if err != nil {
		return explore.Matrix{}, err
	}
	return explore.NewMatrix(townships, c, rows, columns)
}

// Meeting is what stands behind one cell of a matrix.
func (r countyResolver) Meeting(_ context.Context, c *snapshot.County, row, column string) (model.Meeting, error) {
	ends := [2]snapshot.Entity{}
	for i, end := range []struct{ argument, key string }{{"row", row}, {"column", column}} {
		found, ok := c.Entity(end.key)
		if !ok {
			return model.Meeting{}, gov.Errorf(gov.CodeNotFound, "该县（市、区）的这一版本中没有此对象", "this version of the county has no such object").At(end.argument)
		}
		ends[i] = found
	}
	met, err := explore.Meet(c, ends[0], ends[1])
	return model.NewMeeting(c, met), err
}

// Neighborhood is what is around a node.
func (r countyResolver) Neighborhood(_ context.Context, c *snapshot.County, of string, depth *int, relations []explore.Relation, limit *int) (model.Subgraph, error) {
	center, err := entityIn(c, "of", of)
	if err != nil {
		return model.Subgraph{}, err
	}
	d := dereference(depth) // an explicit null is 0: the node alone
	if d < 0 || d > maxDepth {
		return model.Subgraph{}, notBetween("depth", 0, maxDepth)
	}
	if l := dereference(limit); l < 1 || l > page.MaxSize {
		return model.Subgraph{}, notBetween("limit", 1, page.MaxSize)
	}
	return model.Subgraph{Subgraph: explore.Neighborhood(center, d, relations, *limit)}, nil
}

// Paths are the shortest ways between two nodes.
func (r countyResolver) Paths(_ context.Context, c *snapshot.County, from, to string, relations []explore.Relation, length *int) ([]model.Path, error) {
	start, err := entityIn(c, "from", from)
	if err != nil {
		return nil, err
	}
	end, err := entityIn(c, "to", to)
	if err != nil {
		return nil, err
	}
	if n := dereference(length); n < 1 || n > maxLength {
		return nil, notBetween("maxLength", 1, maxLength)
	}
	found := explore.Paths(start, end, relations, *length)
	out := make([]model.Path, len(found))
	for i, p := range found {
		out[i] = model.Path{Path: p}
	}
	return out, nil
}

// entityIn is the entity of an id in a county. An id of another version of the same county stands for its key.
func entityIn(c *snapshot.County, argument, id string) (snapshot.Entity, error) {
	global, err := parseID(argument, id)
	if err != nil {
		return nil, err
	}
	if global.County == c.Key {
		if e, ok := c.Entity(global.Key); ok {
			return e, nil
		}
	}
	return nil, gov.Errorf(gov.CodeNotFound, "该县（市、区）的这一版本中没有此对象", "this version of the county has no such object").At(argument)
}

// parseID reads the global id in an argument.
func parseID(argument, id string) (gov.GlobalID, error) {
	global, err := gov.ParseGlobalID(id)
	var malformed *gov.Error
	if errors.As(err, &malformed) {
		return gov.GlobalID{}, malformed.At(argument)
	}
	return global, err
}
