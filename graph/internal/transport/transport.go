package transport

import (
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tiaokuai/internal/gov"
)

// MaxBody is the largest body, and the largest query string, in bytes.
const MaxBody = 256 << 10

// HTTP is the transport for GET and POST. The zero value has the defaults.
type HTTP struct {
	Timeout time.Duration // for a query or mutation; 30 s by default
}

var _ graphql.Transport = HTTP{}

// Supports takes every request but one for a websocket; other offers to upgrade may be ignored (RFC 9110, 7.8).
func (HTTP) Supports(r *http.Request) bool { return !hasToken(r.Header, "Upgrade", "websocket") }

// Do answers one request.
func (t HTTP) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
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
	t.run(w, r, exec, media, params)
}

// run executes a request that was read whole.
func (t HTTP) run(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor, media string, params *graphql.RawParams) {
	op, errs := begin(r.Context(), exec, params)
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
		refuseGET(w, r, exec)
	default:
		answer(w, media, single(ctx, exec, op, t.Timeout))
	}
}

// refuseGET is the answer to a mutation by GET, which a link or an image could send.
func refuseGET(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	w.Header().Set("Allow", http.MethodPost)
	refuse(w, r, exec, &refusal{http.StatusMethodNotAllowed, gov.Errorf(gov.CodeInvalid,
		"GET 不能用于变更", "GET is not for mutations").Advise("请改用 POST", "use POST")})
}

// refusal is a request that was never handed to GraphQL.
type refusal struct {
	status int
	err    *gov.Error
}

func refuse(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor, bad *refusal) {
	write(w, bad.status, exec.DispatchError(r.Context(), gqlerror.List{gqlerror.Wrap(bad.err)}))
}
