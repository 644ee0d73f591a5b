package transport

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"tiaokuai/graph/internal/fault"
)

var schema = gqlparser.MustLoadSchema(&ast.Source{Input: `
	type Query { name: String  echo(text: String!): String  number(n: Int!): Int  fail: String  panic: String }
	type Mutation { name: String }
	type Subscription { name: String }`})

// newServer answers the test schema with the transport under test and the product's error presenter.
func newServer() http.Handler {
	presenter := fault.New(slog.New(slog.NewTextHandler(io.Discard, nil)), func() string { return "r1" })
	srv := handler.New(&graphql.ExecutableSchemaMock{SchemaFunc: func() *ast.Schema { return schema }, ExecFunc: execute})
	srv.AddTransport(HTTP{})
	srv.SetErrorPresenter(presenter.Present)
	srv.SetRecoverFunc(presenter.Recover)
	return fault.Negotiate(srv)
}

func execute(ctx context.Context) graphql.ResponseHandler {
	op := graphql.GetOperationContext(ctx)
	return func(ctx context.Context) *graphql.Response {
		data := map[string]any{}
		for _, f := range graphql.CollectFields(op, op.Operation.SelectionSet, []string{"Query", "Mutation"}) {
			data[f.Alias] = resolve(ctx, f.Field, f.ArgumentMap(op.Variables))
		}
		b, err := json.Marshal(data)
		if err != nil {
			panic(err)
		}
		return &graphql.Response{Data: b}
	}
}

func resolve(ctx context.Context, f *ast.Field, args map[string]any) any {
	switch f.Name {
	case "__typename":
		return f.ObjectDefinition.Name
	case "name":
		return "test"
	case "echo":
		return args["text"]
	case "number":
		return args["n"]
	case "fail":
		graphql.AddError(ctx, errors.New("secret"))
	case "panic":
		panic("secret")
	}
	return nil
}
