package transport

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"

	"tiaokuai/internal/gov"
)

// source is where the test schema's subscriptions come from.
type source struct {
	taken   atomic.Int64 // events that a transport has taken
	waiting atomic.Int64 // queries that have begun to wait
	stuck   atomic.Int64 // resolvers that do not heed their context
	crowd   atomic.Int64 // the most of them at once
	release chan bool    // lets one of them go
	ended   chan error   // why the context of each of them ended, or nil where a subscription came to its end
}

func newSource() *source { return &source{ended: make(chan error, 10_000), release: make(chan bool)} }

// subscribe is what gqlgen generates for a subscription: one answer for each value of the resolver's channel.
func (s *source) subscribe(ctx context.Context, op *graphql.OperationContext) graphql.ResponseHandler {
	field := graphql.CollectFields(op, op.Operation.SelectionSet, []string{"Subscription"})[0]
	values := make(chan any)
	switch field.Name {
	case "broken":
		graphql.AddError(ctx, gov.Errorf(gov.CodeStale, "太旧", "too old"))
		return nil
	case "stuck":
		s.stay()
	case "lines":
		return graphql.OneShot(&graphql.Response{Data: []byte("{\n\r\n\"lines\":\"a\\nb\"}")})
	}
	go s.produce(ctx, field.Name, field.ArgumentMap(op.Variables), values)
	return func(ctx context.Context) *graphql.Response {
		select {
		case v, ok := <-values:
			if !ok {
				return nil
			}
			s.taken.Add(1)
			if v == "panic" {
				panic("secret")
			}
			return answered(map[string]any{field.Alias: v})
		case <-ctx.Done():
			return nil
		}
	}
}

// stay keeps a resolver until it is released.
func (s *source) stay() {
	n := s.stuck.Add(1)
	for most := s.crowd.Load(); n > most && !s.crowd.CompareAndSwap(most, n); most = s.crowd.Load() {
	}
	<-s.release
	s.stuck.Add(-1)
}

// produce is the resolver's goroutine.
func (s *source) produce(ctx context.Context, name string, args map[string]any, values chan<- any) {
	defer close(values)
	give := func(v any) bool {
		select {
		case values <- v:
			return true
		case <-ctx.Done():
			return false
		}
	}
	count := func(to int64) {
		for i := int64(0); i < to && give(i+1); i++ {
		}
	}
	switch name {
	case "count":
		count(args["to"].(int64))
	case "burst":
		count(args["of"].(int64))
		<-ctx.Done()
	case "flood":
		for text := strings.Repeat("x", int(args["size"].(int64))); give(text); {
		}
	case "silent":
		<-ctx.Done()
	case "ends":
		give("last")
		EndWith(ctx, gov.Errorf(gov.CodeStale, "日志已断", "the log is cut"))
		EndWith(ctx, errors.New("a later error does not count"))
	case "panics":
		give(1)
		give("panic")
	}
	s.ended <- context.Cause(ctx)
}
