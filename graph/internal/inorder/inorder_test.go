package inorder_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tiaokuai/graph/internal/inorder"
)

// run gives a context in which errors are collected, as gqlgen's executor does.
func run(t *testing.T) (context.Context, *graphql.OperationContext) {
	t.Helper()
	oc := &graphql.OperationContext{
		ResolverMiddleware: func(ctx context.Context, next graphql.Resolver) (any, error) { return next(ctx) },
		RecoverFunc:        func(_ context.Context, r any) error { return fmt.Errorf("recovered: %v", r) },
	}
	ctx := graphql.WithOperationContext(t.Context(), oc)
	ctx = graphql.WithResponseContext(ctx, func(ctx context.Context, err error) *gqlerror.Error {
		return gqlerror.WrapPath(graphql.GetPath(ctx), err)
	}, func(_ context.Context, r any) error { return fmt.Errorf("recovered: %v", r) })
	return ctx, oc
}

func fields(names ...string) []graphql.CollectedField {
	out := make([]graphql.CollectedField, len(names))
	for i, name := range names {
		out[i].Field = &ast.Field{Name: name, Alias: name, Definition: &ast.FieldDefinition{Type: ast.NamedType("String", nil)}}
	}
	return out
}

// TestObjectWritesWhatAFieldSetWrites on objects of few and many fields, with response names that come twice.
func TestObjectWritesWhatAFieldSetWrites(t *testing.T) {
	for _, n := range []int{0, 1, 3, 16, 17, 40} {
		var names []string
		for i := range n {
			names = append(names, "f"+strconv.Itoa(i*7%13))
		}
		theirs, ours := graphql.NewFieldSet(fields(names...)), inorder.NewObject(fields(names...))
		for i := range names {
			theirs.Values[i], ours.Values[i] = graphql.MarshalInt(i), graphql.MarshalInt(i)
		}
		var want, got bytes.Buffer
		theirs.MarshalGQL(&want)
		ours.MarshalGQL(&got)
		if want.String() != got.String() {
			t.Errorf("%d fields:\nwant %s\ngot  %s", n, &want, &got)
		}
	}
}

// TestObjectCountsWhatMakesItNull: a null where the schema allows none, also after a panic, and gqlgen's required null.
func TestObjectCountsWhatMakesItNull(t *testing.T) {
	for name, c := range map[string]struct {
		nonNull bool
		resolve func(context.Context) graphql.Marshaler
		invalid uint32
		errors  int
	}{
		"value":           {true, func(context.Context) graphql.Marshaler { return graphql.True }, 0, 0},
		"null":            {false, func(context.Context) graphql.Marshaler { return graphql.Null }, 0, 0},
		"null, non-null":  {true, func(context.Context) graphql.Marshaler { return graphql.Null }, 1, 0},
		"required null":   {false, func(context.Context) graphql.Marshaler { return graphql.RequiredNull }, 1, 0},
		"panic":           {false, func(context.Context) graphql.Marshaler { panic("x") }, 0, 1},
		"panic, non-null": {true, func(context.Context) graphql.Marshaler { panic("x") }, 1, 1},
	} {
		ctx, oc := run(t)
		o := inorder.NewObject(fields("a"))
		o.ResolveConcurrently(oc, nil, 0, true, c.nonNull, c.resolve)
		o.Dispatch(ctx)
		if errs := graphql.GetErrors(ctx); o.Invalids != c.invalid || len(errs) != c.errors {
			t.Errorf("%s: %d invalid, errors %v", name, o.Invalids, errs)
		}
	}
}

// TestResolveFieldDoesWhatGqlgenDoes, with the same errors under the same paths.
func TestResolveFieldDoesWhatGqlgenDoes(t *testing.T) {
	for name, resolve := range map[string]graphql.Resolver{
		"text":       func(context.Context) (any, error) { return "a", nil },
		"empty":      func(context.Context) (any, error) { return "", nil },
		"nil":        func(context.Context) (any, error) { return nil, nil },
		"error":      func(context.Context) (any, error) { return nil, errors.New("no") },
		"panic":      func(context.Context) (any, error) { panic("x") },
		"wrong type": func(context.Context) (any, error) { return 7, nil },
	} {
		for _, nonNull := range []bool{true, false} {
			want, wanted := answer(t, graphql.ResolveField[string], resolve, nonNull)
			got, gotten := answer(t, inorder.ResolveField[string], resolve, nonNull)
			if want != got || wanted != gotten {
				t.Errorf("%s, non-null %v:\nwant %s %s\ngot  %s %s", name, nonNull, want, wanted, got, gotten)
			}
		}
	}
}

type resolver func(context.Context, *graphql.OperationContext, graphql.CollectedField,
	func(context.Context, graphql.CollectedField) (*graphql.FieldContext, error), func(context.Context) (any, error),
	func(context.Context, graphql.Resolver) graphql.Resolver, func(context.Context, ast.SelectionSet, string) graphql.Marshaler,
	bool, bool) graphql.Marshaler

// answer resolves a field called name of an object and gives what is written, and the errors.
func answer(t *testing.T, field resolver, resolve graphql.Resolver, nonNull bool) (written, errs string) {
	ctx, oc := run(t)
	ctx = graphql.WithFieldContext(ctx, &graphql.FieldContext{Object: "Query", Field: fields("organ")[0]})
	m := field(ctx, oc, fields("name")[0],
		func(_ context.Context, f graphql.CollectedField) (*graphql.FieldContext, error) {
			return graphql.NewScalarFieldContext("Organ", f, false, false, "String")
		}, resolve, nil,
		func(ctx context.Context, _ ast.SelectionSet, v string) graphql.Marshaler {
			if v == "" {
				graphql.AddInvalidNullFromMarshaler(ctx, "String!")
				return graphql.Null
			}
			return graphql.MarshalString(v)
		}, true, nonNull)
	var b bytes.Buffer
	m.MarshalGQL(&b)
	return b.String(), graphql.GetErrors(ctx).Error()
}

// TestMarshalSliceKeepsPaths: errors and panics of elements stand under the elements' own places.
func TestMarshalSliceKeepsPaths(t *testing.T) {
	ctx, _ := run(t)
	ctx = graphql.WithFieldContext(ctx, &graphql.FieldContext{Object: "Query", Field: fields("organs")[0]})
	list := inorder.MarshalSlice(ctx, 4, 0, false, func(ctx context.Context, i int) graphql.Marshaler {
		switch i {
		case 1:
			graphql.AddErrorf(ctx, "no")
			return graphql.Null
		case 2:
			panic("x")
		}
		return graphql.MarshalInt(i)
	})
	var b bytes.Buffer
	list.MarshalGQL(&b)
	if b.String() != "[0,null,null,3]" {
		t.Error(b.String())
	}
	var paths []string
	for _, err := range graphql.GetErrors(ctx) {
		paths = append(paths, err.Path.String())
	}
	if want := []string{"organs[1]", "organs[2]"}; !slices.Equal(paths, want) {
		t.Errorf("paths %v, want %v", paths, want)
	}
}
