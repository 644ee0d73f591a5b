package transport

import (
	"cmp"
	"context"
	"fmt"
	"runtime/debug"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tiaokuai/graph/internal/fault"
)

// operationTime bounds a query or mutation where a transport says nothing else.
const operationTime = 30 * time.Second

// begin makes a request an operation, or gives all that is wrong with it, each an error of its own.
func begin(ctx context.Context, exec graphql.GraphExecutor, request *graphql.RawParams) (*graphql.OperationContext, gqlerror.List) {
	op, errs := exec.CreateOperationContext(ctx, request)
	return op, fault.Each(errs)
}

// single executes a query or mutation within its time.
func single(ctx context.Context, exec graphql.GraphExecutor, op *graphql.OperationContext, timeout time.Duration) *graphql.Response {
	ctx, cancel := context.WithTimeout(ctx, cmp.Or(timeout, operationTime))
	defer cancel()
	responses, ctx := exec.DispatchOperation(ctx, op)
	response := responses(ctx)
	if response == nil { // the context ended before there was an answer
		response = exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(context.Cause(ctx))})
	}
	return response
}

// perform executes an operation and hands each answer on: one of a query or mutation, any number of a subscription, of
// which no more is read while next waits for its client, nor once next says false. It gives the error that ended it.
func perform(
	ctx context.Context, exec graphql.GraphExecutor, op *graphql.OperationContext, timeout time.Duration, next func(*graphql.Response) bool,
) (failure *graphql.Response) {
	defer func() {
		if p := recover(); p != nil {
			failure = panicked(ctx, exec, p)
		}
	}()
	if op.Operation.Operation != ast.Subscription {
		next(single(ctx, exec, op, timeout))
		return nil
	}
	end := new(ending)
	responses, ctx := exec.DispatchOperation(context.WithValue(ctx, endingKey{}, end), op)
	for response := responses(ctx); response != nil; response = responses(ctx) {
		if !next(response) {
			return nil
		}
	}
	if err := end.err.Load(); err != nil {
		return exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(*err)})
	}
	return nil
}

// panicked is the answer for a panic; the error presenter logs it with its stack.
func panicked(ctx context.Context, exec graphql.GraphExecutor, p any) *graphql.Response {
	err := fmt.Errorf("panic: %v\n%s", p, debug.Stack())
	return exec.DispatchError(context.WithoutCancel(ctx), gqlerror.List{gqlerror.Wrap(err)})
}

type endingKey struct{}

// ending is why a subscription ended, where its resolver says so.
type ending struct{ err atomic.Pointer[error] }

// EndWith says why the subscription of ctx is about to end. A resolver calls it before it closes its channel, which by
// itself would look like a good end; the client is then shown the error. The first error counts.
func EndWith(ctx context.Context, err error) {
	if end, ok := ctx.Value(endingKey{}).(*ending); ok && err != nil {
		end.err.CompareAndSwap(nil, &err)
	}
}
