package transport

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/coder/websocket"

	"tiaokuai/internal/gov"
)

// subprotocol is the one protocol spoken over a socket.
const subprotocol = "graphql-transport-ws"

// WebSocket is the transport for websockets with the sub-protocol graphql-transport-ws. The zero value has the defaults.
type WebSocket struct {
	AllowOrigin func(*http.Request) bool // lets in pages of other hosts, by their Origin; none by default

	InitTimeout  time.Duration // until connection_init; 10 s by default
	KeepAlive    time.Duration // between pings, each to be answered before the next; 20 s by default
	WriteTimeout time.Duration // for one message to leave; longer makes a slow consumer; 10 s by default
	CloseTimeout time.Duration // for the peer to read on and answer our close frame; 5 s by default and at most
	Timeout      time.Duration // for a query or mutation; 30 s by default

	Operations int             // at once on one socket; 64 by default
	Stopping   <-chan struct{} // closed when the server stops: every socket is closed with 1001, as when its context ends
}

var _ graphql.Transport = WebSocket{}

// Supports takes every request for a websocket.
func (WebSocket) Supports(r *http.Request) bool { return hasToken(r.Header, "Upgrade", "websocket") }

// Do serves one socket until it is closed; no goroutine of the socket outlives it.
func (t WebSocket) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	if bad := t.unfit(r); bad != nil {
		w.Header().Set("Content-Type", mediaJSON+"; charset=utf-8")
		refuse(w, r, exec, bad)
		return
	}
	conn, err := websocket.Accept(w, r, &websocket.AcceptOptions{
		Subprotocols:       []string{subprotocol},
		InsecureSkipVerify: true, // unfit has checked the origin
	})
	if err != nil {
		return // Accept has answered
	}
	conn.SetReadLimit(MaxBody)
	newSocket(t.withDefaults(), conn, exec, r.Header).serve(r.Context())
}

// unfit is the refusal of a handshake. CORS does not protect websockets, so the origin is checked here.
func (t WebSocket) unfit(r *http.Request) *refusal {
	switch {
	case !sameHost(r) && (t.AllowOrigin == nil || !t.AllowOrigin(r)):
		return &refusal{http.StatusForbidden, gov.Errorf(gov.CodeForbidden,
			"不允许来自其他网站的 WebSocket", "websockets from pages of other hosts are not allowed")}
	case !hasToken(r.Header, "Sec-WebSocket-Protocol", subprotocol):
		return &refusal{http.StatusBadRequest, gov.Errorf(gov.CodeInvalid,
			"WebSocket 须使用子协议 %s", "the websocket must have sub-protocol %s", subprotocol)}
	}
	return nil
}

// sameHost says whether a request comes from a page of this host, or from no page at all.
func sameHost(r *http.Request) bool {
	origin := r.Header.Values("Origin")
	if len(origin) == 0 {
		return true
	}
	u, err := url.Parse(origin[0])
	return err == nil && len(origin) == 1 && strings.EqualFold(u.Host, r.Host)
}

// hasToken says whether a header that holds a list has a token, in either case.
func hasToken(h http.Header, name, token string) bool {
	list := strings.Split(strings.Join(h.Values(name), ","), ",")
	return slices.ContainsFunc(list, func(s string) bool { return strings.EqualFold(strings.TrimSpace(s), token) })
}

func (t WebSocket) withDefaults() WebSocket {
	t.InitTimeout = cmp.Or(t.InitTimeout, 10*time.Second)
	t.KeepAlive = cmp.Or(t.KeepAlive, 20*time.Second)
	t.WriteTimeout = cmp.Or(t.WriteTimeout, 10*time.Second)
	t.CloseTimeout = cmp.Or(t.CloseTimeout, 5*time.Second)
	t.Operations = cmp.Or(t.Operations, 64)
	return t
}
