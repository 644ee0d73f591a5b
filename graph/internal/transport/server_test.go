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
	type Query { name: String  echo(text: String!): String  number(n: Int!): Int  fail: String  panic: String  wait: String }
	type Mutation { name: String }
	type Subscription {
		name: String
		count(to: Int!): Int
		burst(of: Int!): Int
		flood(size: Int!): String
		silent: String
		lines: String
		broken: String
		ends: String
		panics: Int
		stuck: Int
	}`})

// newServer answers the test schema with the transport under test and the product's error presenter.
func newServer() http.Handler { return fault.Negotiate(newHandler(newSource(), HTTP{})) }

func newHandler(s *source, transports ...graphql.Transport) *handler.Server {
	presenter := fault.New(slog.New(slog.NewTextHandler(io.Discard, nil)), func() string { return "r1" })
	srv := handler.New(&graphql.ExecutableSchemaMock{SchemaFunc: func() *ast.Schema { return schema }, ExecFunc: s.execute})
	for _, t := range transports {
		srv.AddTransport(t)
	}
	srv.SetErrorPresenter(presenter.Present)
	srv.SetRecoverFunc(presenter.Recover)
	return srv
}

func (s *source) execute(ctx context.Context) graphql.ResponseHandler {
	op := graphql.GetOperationContext(ctx)
	if op.Operation.Operation == ast.Subscription {
		return s.subscribe(ctx, op)
	}
	return func(ctx context.Context) *graphql.Response {
		data := map[string]any{}
		for _, f := range graphql.CollectFields(op, op.Operation.SelectionSet, []string{"Query", "Mutation"}) {
			data[f.Alias] = s.resolve(ctx, f.Field, f.ArgumentMap(op.Variables))
		}
		return answered(data)
	}
}

func answered(data map[string]any) *graphql.Response {
	b, err := json.Marshal(data)
	if err != nil {
		panic(err)
	}
	return &graphql.Response{Data: b}
}

func (s *source) resolve(ctx context.Context, f *ast.Field, args map[string]any) any {
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
	case "wait":
		s.waiting.Add(1)
		<-ctx.Done()
		s.ended <- context.Cause(ctx)
		graphql.AddError(ctx, ctx.Err())
	}
	return nil
}
