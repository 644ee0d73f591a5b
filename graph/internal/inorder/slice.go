// Package inorder has what go generate ./graph puts in the place of gqlgen's own lists, objects and leaves. gqlgen starts a
// goroutine for each element of a list and prepares each object for @defer and each leaf for an error, which costs more
// than half the requests per second over data in memory.
package inorder

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
)

// MarshalSlice marshals the elements of a list one after the other. It stands for graphql.MarshalSliceConcurrently; the
// worker limit has no meaning here. One context serves all elements, since each is done with it before the next begins.
func MarshalSlice(ctx context.Context, length int, _ int64, _ bool, marshal func(context.Context, int) graphql.Marshaler) graphql.Array {
	out := make(graphql.Array, length)
	index := 0
	fc := &graphql.FieldContext{Index: &index}
	ctx = graphql.WithFieldContext(ctx, fc)
	for i := range out {
		index, fc.Result = i, nil
		out[i] = element(ctx, i, marshal)
	}
	return out
}

// element turns a panic into an error of the element, as gqlgen does.
func element(ctx context.Context, i int, marshal func(context.Context, int) graphql.Marshaler) (m graphql.Marshaler) {
	defer func() {
		if r := recover(); r != nil {
			graphql.AddError(ctx, graphql.Recover(ctx, r))
			m = graphql.Null
		}
	}()
	return marshal(ctx, i)
}
