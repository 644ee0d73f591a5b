package transport

import (
	"context"
	"errors"
	"net"
	"net/http"
	"testing"
	"time"

	"github.com/coder/websocket"
)

// No goroutine of a socket outlives its request.
func TestSocketWaitsForResolvers(t *testing.T) {
	l := listen(t, nil, WebSocket{})
	p := l.greeted()
	p.send(subscribe("1", "subscription { stuck }"))
	l.until("the resolver to start", func() bool { return l.source.stuck.Load() == 1 })
	_ = p.conn.Close(websocket.StatusNormalClosure, "")
	if l.requests.Load() != 1 {
		t.Error("the request ended before its resolver")
	}
	l.source.release <- true
}

func TestSocketPings(t *testing.T) {
	l := listen(t, nil, WebSocket{KeepAlive: 20 * time.Millisecond})
	p := l.greeted()
	p.send(subscribe("1", "subscription { silent }"))
	p.expect(`{"type":"ping"}`)
	p.closed(4408, "no answer to ping 心跳无应答")
	if cause := l.cause(); !errors.Is(cause, closeSilent) {
		t.Error(cause)
	}
}

func TestSocketKeepsAlive(t *testing.T) {
	p := listen(t, nil, WebSocket{KeepAlive: 300 * time.Millisecond}).greeted()
	for range 4 {
		p.expect(`{"type":"ping"}`)
		p.send(`{"type":"pong"}`)
	}
	p.send(subscribe("1", "{ name }"))
	p.expect(`{"type":"next"`, `{"type":"complete"`)
}

func TestSocketTimeout(t *testing.T) {
	l := listen(t, nil, WebSocket{Timeout: time.Millisecond})
	p := l.greeted()
	p.send(subscribe("1", "{ wait }"))
	p.expect(`{"type":"next","id":"1","payload":{"errors":[{"message":"the request ran out of time`, `{"type":"complete"`)
	if err := l.cause(); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
}

func TestSocketEndsWithPeer(t *testing.T) {
	for name, leave := range map[string]func(*peer){
		"good-bye": func(p *peer) { _ = p.conn.Close(websocket.StatusNormalClosure, "") },
		"cut":      func(p *peer) { _ = p.conn.CloseNow() },
	} {
		t.Run(name, func(t *testing.T) {
			l := listen(t, nil, WebSocket{})
			p := l.greeted()
			p.send(subscribe("1", "subscription { silent }"), subscribe("2", "{ wait }"), subscribe("3", "subscription { count(to: 1) }"))
			p.expect(`{"type":"next","id":"3"`, `{"type":"complete","id":"3"}`)
			l.until("the query to start", func() bool { return l.source.waiting.Load() == 1 })
			leave(p)
			for _, want := range []error{nil, closeGone, closeGone} {
				if err := l.cause(); !errors.Is(err, want) {
					t.Errorf("%v instead of %v", err, want)
				}
			}
		})
	}
}

func TestSocketEndsWithServer(t *testing.T) {
	stopping := make(chan struct{})
	base, stop := context.WithCancel(t.Context())
	for name, tc := range map[string]struct {
		ws   WebSocket
		base context.Context
		stop func()
	}{
		"context": {WebSocket{}, base, stop},
		"channel": {WebSocket{Stopping: stopping}, t.Context(), func() { close(stopping) }},
	} {
		t.Run(name, func(t *testing.T) {
			l := listen(t, func(s *http.Server) { s.BaseContext = func(net.Listener) context.Context { return tc.base } }, tc.ws)
			p := l.greeted()
			p.send(subscribe("1", "subscription { silent }"), subscribe("2", "{ name }"))
			p.expect(`{"type":"next","id":"2"`, `{"type":"complete","id":"2"`)
			tc.stop()
			p.closed(websocket.StatusGoingAway, "the server is stopping 服务器正在停止")
			if err := l.cause(); err == nil {
				t.Error("the subscription came to a good end")
			}
		})
	}
}
