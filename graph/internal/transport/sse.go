package transport

import (
	"cmp"
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"tiaokuai/internal/gov"
)

// SSE is the transport for event streams as graphql-sse has them in its mode of distinct connections: one request, by
// GET or POST, one stream of next events and a complete event. The zero value has the defaults.
type SSE struct {
	KeepAlive    time.Duration   // between comments that keep the connection open; 15 s by default
	WriteTimeout time.Duration   // for one event to leave; a slower consumer is cut off; 10 s by default
	Timeout      time.Duration   // for a query or mutation; 30 s by default
	Stopping     <-chan struct{} // closed when the server stops: subscriptions end, with no complete event
}

var _ graphql.Transport = SSE{}

// Supports takes requests that prefer text/event-stream.
func (SSE) Supports(r *http.Request) bool {
	return !hasToken(r.Header, "Upgrade", "websocket") && prefersStream(r.Header.Values("Accept"))
}

// Do answers one request. What cannot be read is refused as by HTTP; from then on errors are events.
func (t SSE) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	w.Header().Add("Vary", "Accept")
	w.Header().Set("Content-Type", mediaJSON+"; charset=utf-8")
	start := graphql.Now()
	request, bad := read(w, r)
	if bad != nil {
		refuse(w, r, exec, bad)
		return
	}
	request.Headers = r.Header
	request.ReadTime = graphql.TraceTiming{Start: start, End: graphql.Now()}
	op, errs := begin(r.Context(), exec, request)
	if len(errs) == 0 && op.Operation.Operation == ast.Mutation && r.Method == http.MethodGet {
		refuseGET(w, r, exec)
		return
	}
	ctx, cancel := context.WithCancel(graphql.WithOperationContext(r.Context(), op))
	defer cancel()
	e := &events{w: w, control: http.NewResponseController(w), timeout: cmp.Or(t.WriteTimeout, 10*time.Second), cancel: cancel}
	if err := e.open(); err != nil {
		refuse(w, r, exec, &refusal{http.StatusInternalServerError, gov.Errorf(gov.CodeInternal,
			"不支持事件流", "event streams are not supported").Because(err)})
		return
	}
	var beating sync.WaitGroup
	defer beating.Wait()
	defer cancel()
	beating.Go(func() { t.beat(ctx, exec, e, len(errs) == 0 && op.Operation.Operation == ast.Subscription) })
	if len(errs) > 0 {
		e.next(exec.DispatchError(ctx, errs))
	} else if failure := perform(ctx, exec, op, t.Timeout, e.next); failure != nil {
		e.next(failure)
	}
	e.complete(ctx)
}

// beat keeps the connection open and ends a subscription when the server stops.
func (t SSE) beat(ctx context.Context, exec graphql.GraphExecutor, e *events, subscription bool) {
	defer func() {
		if p := recover(); p != nil {
			panicked(ctx, exec, p)
			e.cancel()
		}
	}()
	beat := time.NewTicker(cmp.Or(t.KeepAlive, 15*time.Second))
	defer beat.Stop()
	stopping := t.Stopping
	if !subscription {
		stopping = nil
	}
	for {
		select {
		case <-ctx.Done():
			return
		case <-stopping:
			e.cancel()
		case <-beat.C:
			e.write([]byte(":\n\n"))
		}
	}
}
