package transport

import (
	"bytes"
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tiaokuai/internal/gov"
)

// operation is one operation of a socket. It is live, and its id in use, until either side completes it.
type operation struct {
	id     string
	cancel context.CancelFunc
}

// subscribe starts an operation of any kind.
func (s *socket) subscribe(ctx context.Context, m message, arrived time.Time) {
	request, bad := params(m.fields)
	if bad != nil {
		s.end(closeInvalid(bad.err))
		return
	}
	request.Headers = s.header
	request.ReadTime = graphql.TraceTiming{Start: arrived, End: graphql.Now()}
	running, cancel := context.WithCancel(graphql.StartOperationTrace(ctx))
	o := &operation{m.id, cancel}
	if !s.admit(ctx, o) {
		cancel()
		return
	}
	s.running.Go(func() {
		defer func() { <-s.slots }()
		defer s.guard(ctx)
		defer cancel()
		s.operate(running, o, request)
	})
}

// admit makes an operation live and gives it a slot. A resolver that is slow to see its end keeps its slot, and the
// socket is not read on until there is one, so completing operations does not go round the limit.
func (s *socket) admit(ctx context.Context, o *operation) bool {
	switch used, full := s.enter(o); {
	case used:
		s.end(closeInUse(o.id))
		return false
	case full:
		s.send(ctx, typeError, o.id, problems(s.exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(gov.Errorf(gov.CodeTooComplex,
			"一个连接最多同时进行 %d 个操作", "a socket may have at most %d operations at once", s.Operations).
			Advise("请先结束一些订阅", "complete some subscriptions first"))})))
		return false
	}
	select {
	case s.slots <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

// enter puts an operation among the live ones unless its id is used or there are too many. An id is used until its
// complete has left, hence the lock of writing.
func (s *socket) enter(o *operation) (used, full bool) {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	_, used = s.live[o.id]
	full = !used && len(s.live) >= s.Operations
	if !used && !full {
		s.live[o.id] = o
	}
	return used, full
}

// leave takes an operation from the live ones, and says whether it was there.
func (s *socket) leave(o *operation) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.live[o.id] != o {
		return false
	}
	delete(s.live, o.id)
	return true
}

// operate executes an operation to its end and tells the client, unless the client has completed it.
func (s *socket) operate(ctx context.Context, o *operation, request *graphql.RawParams) {
	failure := s.execute(ctx, o, request)
	s.writing.Lock()
	defer s.writing.Unlock()
	switch {
	case !s.leave(o):
	case failure != nil:
		s.write(ctx, typeError, o.id, problems(failure))
	default:
		s.write(ctx, typeComplete, o.id, nil)
	}
}

func (s *socket) execute(ctx context.Context, o *operation, request *graphql.RawParams) *graphql.Response {
	op, errs := begin(ctx, s.exec, request)
	ctx = graphql.WithOperationContext(ctx, op)
	if len(errs) > 0 {
		return s.exec.DispatchError(ctx, errs)
	}
	return perform(ctx, s.exec, op, s.Timeout, func(response *graphql.Response) bool { return s.next(ctx, o, response) })
}

// next sends one answer, unless the client has completed the operation and so ended its context.
func (s *socket) next(ctx context.Context, o *operation, response *graphql.Response) bool {
	s.writing.Lock()
	defer s.writing.Unlock()
	return s.write(ctx, typeNext, o.id, func(b *bytes.Buffer) { encode(b, response) })
}

// stop completes an operation for the client, at once, even while a message waits to leave. One that is unknown has ended
// while the client's message was under way.
func (s *socket) stop(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if o, ok := s.live[id]; ok {
		delete(s.live, id)
		o.cancel()
	}
}

// problems writes the errors of a response.
func problems(response *graphql.Response) func(*bytes.Buffer) {
	return func(b *bytes.Buffer) { value(b, response.Errors) }
}
