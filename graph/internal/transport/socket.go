package transport

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/coder/websocket"

	"tiaokuai/graph/internal/fault"
	"tiaokuai/internal/gov"
)

// socket is one open websocket. Its context ends with the first cause for closing it, and with it every operation.
type socket struct {
	WebSocket
	conn   *websocket.Conn
	exec   graphql.GraphExecutor
	header http.Header

	end     context.CancelCauseFunc // closes the socket; the first *closing counts
	running sync.WaitGroup          // goroutines of the socket
	slots   chan struct{}           // one for each goroutine of an operation
	greeted atomic.Bool             // connection_init was acknowledged
	heard   atomic.Bool             // something came since the last ping

	writing sync.Mutex // one message leaves at a time; who holds it may take mu

	mu   sync.Mutex
	live map[string]*operation // by id
}

func newSocket(t WebSocket, conn *websocket.Conn, exec graphql.GraphExecutor, header http.Header) *socket {
	return &socket{
		WebSocket: t, conn: conn, exec: exec, header: header,
		slots: make(chan struct{}, t.Operations), live: map[string]*operation{},
	}
}

// serve runs the socket to its end.
func (s *socket) serve(parent context.Context) {
	ctx, end := context.WithCancelCause(parent)
	s.end = end
	// Ending a context that is read with cuts the connection off, so reading goes on until the close frames are exchanged.
	reading, cut := context.WithCancel(context.WithoutCancel(parent))
	defer cut()
	closed := make(chan struct{})
	context.AfterFunc(ctx, func() {
		defer close(closed)
		defer s.guard(ctx)
		s.close(context.Cause(ctx), cut)
	})
	s.heard.Store(true)
	s.running.Go(func() { s.watch(ctx) })
	s.read(ctx, reading)
	end(closeGone)
	<-closed
	s.running.Wait()
}

// close says goodbye with the cause. A message under way has the time that is left to leave; then the connection is cut.
func (s *socket) close(cause error, cut func()) {
	why := closeGoingAway
	errors.As(cause, &why)
	defer time.AfterFunc(s.CloseTimeout, cut).Stop()
	_ = s.conn.Close(why.code, why.reason) // an error means the peer is gone
}

// guard turns a panic in a goroutine of the socket into its end.
func (s *socket) guard(ctx context.Context) {
	if p := recover(); p != nil {
		panicked(ctx, s.exec, p)
		s.end(closeInternal)
	}
}

// watch ends the socket where the client does not greet in time or gives no sign of life, and where the server stops.
func (s *socket) watch(ctx context.Context) {
	defer s.guard(ctx)
	greeting, beat := time.NewTimer(s.InitTimeout), time.NewTicker(s.KeepAlive)
	defer greeting.Stop()
	defer beat.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.Stopping:
			s.end(closeGoingAway)
		case <-greeting.C:
			if !s.greeted.Load() {
				s.end(closeInitTimeout)
			}
		case <-beat.C:
			if !s.heard.Swap(false) {
				s.end(closeSilent)
			}
			s.send(ctx, typePing, "", nil)
		}
	}
}

// read takes one message after the other. Once the socket ends it waits for the peer's close frame only.
func (s *socket) read(ctx, reading context.Context) {
	defer s.guard(ctx)
	for {
		kind, b, err := s.conn.Read(reading)
		if err != nil {
			return
		}
		if ctx.Err() != nil {
			continue
		}
		s.heard.Store(true)
		arrived := graphql.Now()
		m, bad := decodeMessage(b)
		if kind != websocket.MessageText {
			bad = malformed("消息须为文本", "the message must be text")
		}
		if bad != nil {
			s.end(closeInvalid(bad.err))
			continue
		}
		ctx = s.take(ctx, m, arrived)
	}
}

// take acts on a message and gives the context for the next, which has the language of connection_init.
func (s *socket) take(ctx context.Context, m message, arrived time.Time) context.Context {
	switch m.kind {
	case typeInit:
		return s.greet(ctx, m)
	case typePing:
		s.send(ctx, typePong, "", raw(m.payload))
	case typeComplete:
		s.stop(m.id)
	case typeSubscribe:
		if !s.greeted.Load() {
			s.end(closeUnauthorized)
			break
		}
		s.subscribe(ctx, m, arrived)
	}
	return ctx
}

// greet acknowledges a connection_init. Its language, where it names one, wins over Accept-Language.
func (s *socket) greet(ctx context.Context, m message) context.Context {
	if s.greeted.Load() {
		s.end(closeInitAgain)
		return ctx
	}
	if wanted, ok := m.fields["language"]; ok {
		language, bad := readLanguage(wanted)
		if bad != nil {
			s.end(closeInvalid(bad.err))
			return ctx
		}
		ctx = fault.WithLanguage(ctx, language)
	}
	s.greeted.Store(true)
	s.send(ctx, typeAck, "", nil)
	return ctx
}

// readLanguage takes en or zh, in either case and with any region.
func readLanguage(wanted json.RawMessage) (gov.Language, *refusal) {
	var tag string
	_ = decode(wanted, &tag) // what is no string has no tag
	switch base, _, _ := strings.Cut(strings.ToLower(tag), "-"); base {
	case "en":
		return gov.LanguageEN, nil
	case "zh":
		return gov.LanguageZH, nil
	}
	return "", malformed("language 须为 zh 或 en", "language must be zh or en")
}

// send writes a message that belongs to no operation.
func (s *socket) send(ctx context.Context, kind, id string, payload func(*bytes.Buffer)) {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.write(ctx, kind, id, payload)
}

// write writes one message for who holds writing, unless the socket has ended. A peer that does not take it in time is a slow
// consumer: everything on the socket ends, and if the peer reads on before the connection is cut, it learns why.
func (s *socket) write(ctx context.Context, kind, id string, payload func(*bytes.Buffer)) (ok bool) {
	if ctx.Err() != nil {
		return false
	}
	lend(func(b *bytes.Buffer) {
		encodeMessage(b, kind, id, payload)
		slow := time.AfterFunc(s.WriteTimeout, func() { s.end(closeSlow) })
		defer slow.Stop()
		// No context: its end would cut the connection within a frame, before the close frame.
		err := s.conn.Write(context.Background(), websocket.MessageText, b.Bytes())
		if ok = err == nil; !ok {
			s.end(closeGone)
		}
	})
	return ok
}

// raw writes a payload as it is; nil for none.
func raw(payload json.RawMessage) func(*bytes.Buffer) {
	if payload == nil {
		return nil
	}
	return func(b *bytes.Buffer) { b.Write(payload) }
}
