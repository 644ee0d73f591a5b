package transport

import (
	"context"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/coder/websocket"

	"tiaokuai/graph/internal/fault"
	"tiaokuai/graph/internal/limit"
)

// patience is how long a test waits for what must come.
const patience = 20 * time.Second

// live is a real server. When its test ends it must have no request and leave no goroutine.
type live struct {
	t        *testing.T
	at       *httptest.Server
	client   *http.Client
	source   *source
	requests atomic.Int64
}

// listen starts a server; configure may be nil.
func listen(t *testing.T, configure func(*http.Server), transports ...graphql.Transport) *live {
	t.Helper()
	before := runtime.NumGoroutine()
	l := &live{t: t, source: newSource()}
	server := newHandler(l.source, append(transports, HTTP{})...)
	limit.New(limit.Standard()).Install(server)
	h := fault.Negotiate(server)
	l.at = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		l.requests.Add(1)
		defer l.requests.Add(-1)
		h.ServeHTTP(w, r)
	}))
	if configure != nil {
		configure(l.at.Config)
	}
	l.at.Start()
	transport := &http.Transport{}
	l.client = &http.Client{Transport: transport}
	t.Cleanup(func() {
		transport.CloseIdleConnections()
		l.until("every request to end", func() bool { return l.requests.Load() == 0 })
		l.at.Close()
		l.until("every goroutine to end", func() bool { return runtime.NumGoroutine() <= before })
	})
	return l
}

// until waits for a condition.
func (l *live) until(what string, met func() bool) {
	l.t.Helper()
	given, often := time.After(patience), time.NewTicker(time.Millisecond)
	defer often.Stop()
	for !met() {
		select {
		case <-often.C:
		case <-given:
			stacks := make([]byte, 1<<20)
			l.t.Fatalf("waited in vain for %s\n%s", what, stacks[:runtime.Stack(stacks, true)])
		}
	}
}

// cause waits for the end of a subscription and says why its context ended.
func (l *live) cause() error {
	l.t.Helper()
	select {
	case err := <-l.source.ended:
		return err
	case <-time.After(patience):
		l.t.Fatal("no subscription ended")
		return nil
	}
}

// peer is the other end of a socket.
type peer struct {
	l    *live
	ctx  context.Context
	conn *websocket.Conn
}

// dial opens a socket; headers are name, value pairs.
func (l *live) dial(headers ...string) *peer {
	l.t.Helper()
	p, refused := l.tryDial(headers...)
	if p == nil {
		l.t.Fatalf("%v", refused)
	}
	return p
}

// tryDial opens a socket, or gives the refusal.
func (l *live) tryDial(headers ...string) (*peer, reply) {
	l.t.Helper()
	h := http.Header{"Accept-Language": {"en"}, "Sec-Websocket-Protocol": {subprotocol}}
	for i := 0; i < len(headers); i += 2 {
		h.Set(headers[i], headers[i+1])
	}
	protocols := strings.Split(h.Get("Sec-Websocket-Protocol"), ",")
	h.Del("Sec-Websocket-Protocol")
	ctx, cancel := context.WithTimeout(l.t.Context(), patience)
	l.t.Cleanup(cancel)
	conn, response, err := websocket.Dial(ctx, l.at.URL, &websocket.DialOptions{HTTPClient: l.client, HTTPHeader: h, Subprotocols: protocols})
	switch {
	case response == nil:
		l.t.Fatal(err)
	case err != nil:
		l.t.Cleanup(func() { _ = response.Body.Close() })
		return nil, reply{response.StatusCode, response.Header, response.Body}
	}
	conn.SetReadLimit(-1)
	l.t.Cleanup(func() { _ = conn.CloseNow() })
	return &peer{l, ctx, conn}, reply{}
}

// greeted opens a socket and initialises the connection.
func (l *live) greeted(headers ...string) *peer {
	l.t.Helper()
	p := l.dial(headers...)
	p.send(`{"type":"connection_init"}`)
	p.expect(`{"type":"connection_ack"}`)
	return p
}

func (p *peer) send(messages ...string) {
	p.l.t.Helper()
	for _, m := range messages {
		if err := p.conn.Write(p.ctx, websocket.MessageText, []byte(m)); err != nil {
			p.l.t.Fatal(err)
		}
	}
}

// expect reads messages and compares each with its start.
func (p *peer) expect(starts ...string) {
	p.l.t.Helper()
	for _, start := range starts {
		_, got, err := p.conn.Read(p.ctx)
		if err != nil || !strings.HasPrefix(string(got), start) {
			p.l.t.Fatalf("%.300s, %v instead of %s", got, err, start)
		}
	}
}

// closed reads on to the close frame and compares it. It gives the number of messages before it.
func (p *peer) closed(code websocket.StatusCode, reason string) (messages int64) {
	p.l.t.Helper()
	for {
		_, _, err := p.conn.Read(p.ctx)
		if err == nil {
			messages++
			continue
		}
		if websocket.CloseStatus(err) != code || !strings.Contains(err.Error(), reason) {
			p.l.t.Fatalf("%v instead of %d %s", err, code, reason)
		}
		return messages
	}
}
