package transport

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tiaokuai/internal/gov"
)

// MaxBody is the largest body, and the largest query string, in bytes.
const MaxBody = 256 << 10

// HTTP is the transport for GET and POST.
type HTTP struct{}

var _ graphql.Transport = HTTP{}

// Supports takes every request but one that asks for another protocol.
func (HTTP) Supports(r *http.Request) bool { return r.Header.Get("Upgrade") == "" }

// Do answers one request.
func (HTTP) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	w.Header().Add("Vary", "Accept")
	media, ok := negotiate(r.Header.Values("Accept"))
	w.Header().Set("Content-Type", media+"; charset=utf-8")
	if !ok {
		refuse(w, r, exec, &refusal{http.StatusNotAcceptable, gov.Errorf(gov.CodeInvalid,
			"只能以 %s 或 %s 应答", "can only answer with %s or %s", mediaJSON, mediaGraphQL)})
		return
	}
	start := graphql.Now()
	params, bad := read(w, r)
	if bad != nil {
		refuse(w, r, exec, bad)
		return
	}
	params.Headers = r.Header
	params.ReadTime = graphql.TraceTiming{Start: start, End: graphql.Now()}
	run(w, r, exec, media, params)
}

// run executes a request that was read whole.
func run(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor, media string, params *graphql.RawParams) {
	op, errs := exec.CreateOperationContext(r.Context(), params)
	ctx := graphql.WithOperationContext(r.Context(), op)
	if len(errs) > 0 {
		answer(w, media, exec.DispatchError(ctx, errs))
		return
	}
	switch kind := op.Operation.Operation; {
	case kind == ast.Subscription:
		answer(w, media, exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(gov.Errorf(gov.CodeInvalid,
			"订阅请使用 WebSocket 或 SSE", "subscriptions need a websocket or an event stream"))}))
	case r.Method == http.MethodGet && kind != ast.Query:
		w.Header().Set("Allow", http.MethodPost)
		refuse(w, r, exec, &refusal{http.StatusMethodNotAllowed, gov.Errorf(gov.CodeInvalid,
			"GET 只能用于查询", "GET is for queries only").Advise("请改用 POST", "use POST")})
	default:
		responses, ctx := exec.DispatchOperation(ctx, op)
		response := responses(ctx)
		if response == nil { // the context ended before there was an answer
			response = exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(context.Cause(ctx))})
		}
		answer(w, media, response)
	}
}

// refusal is a request that was never handed to GraphQL.
type refusal struct {
	status int
	err    *gov.Error
}

func refuse(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor, bad *refusal) {
	write(w, bad.status, exec.DispatchError(r.Context(), gqlerror.List{gqlerror.Wrap(bad.err)}))
}
