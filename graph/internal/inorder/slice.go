// Package inorder has what go generate ./graph puts in the place of gqlgen's own lists, objects and leaves. gqlgen starts a
// goroutine for each element of a list and prepares each object for @defer and each leaf for an error, which costs more
// than half the requests per second over data in memory.
package inorder

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
)

// MarshalSlice marshals the elements of a list one after the other. It stands for graphql.MarshalSliceConcurrently. The worker limit has no meaning here.
func MarshalSlice(ctx context.Context, length int, _ int64, _ bool, marshal func(context.Context, int) graphql.Marshaler) graphql.Array {
	out := make(graphql.Array, length)
	contexts := make([]graphql.FieldContext, length)
	indexes := make([]int, length)
	for i := range out {
		indexes[i] = i
		contexts[i].Index = &indexes[i]
		out[i] = element(graphql.WithFieldContext(ctx, &contexts[i]), i, marshal)
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
