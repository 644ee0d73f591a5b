package inorder

import (
	"context"
	"reflect"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// ResolveField does what graphql.ResolveField does. A leaf without arguments, which is most of what an answer holds,
// needs no field context while nothing goes wrong: it is read and written straight away. Whatever is out of the ordinary
// (an error, a panic, a null, a list) is done once more by gqlgen with all its bookkeeping; reading a leaf has no effect,
// so it can be read twice. Interceptors of fields would see the context of the leaf's parent; there are none.
func ResolveField[T any](
	ctx context.Context,
	oc *graphql.OperationContext,
	field graphql.CollectedField,
	fieldContext func(context.Context, graphql.CollectedField) (*graphql.FieldContext, error),
	resolve func(context.Context) (any, error),
	chain func(context.Context, graphql.Resolver) graphql.Resolver,
	marshal func(context.Context, ast.SelectionSet, T) graphql.Marshaler,
	guarded, nonNull bool,
) graphql.Marshaler {
	if chain == nil && len(field.Selections) == 0 && len(field.Definition.Arguments) == 0 {
		if v, ok := readLeaf[T](ctx, resolve); ok {
			return marshal(ctx, nil, v)
		}
	}
	return graphql.ResolveField(ctx, oc, field, fieldContext, resolve, chain, marshal, guarded, nonNull)
}

// readLeaf reads a value that is sure to be written as something else than null.
func readLeaf[T any](ctx context.Context, resolve func(context.Context) (any, error)) (leaf T, ok bool) {
	defer func() {
		if recover() != nil {
			ok = false // the second reading reports it
		}
	}()
	v, err := resolve(ctx)
	if err != nil {
		return leaf, false
	}
	switch value := reflect.ValueOf(v); value.Kind() {
	case reflect.String:
		if value.Len() == 0 {
			return leaf, false
		}
	case reflect.Bool, reflect.Int, reflect.Int64, reflect.Float64:
	default:
		return leaf, false
	}
	leaf, ok = v.(T)
	return leaf, ok
}
