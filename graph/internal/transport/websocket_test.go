package transport

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
)

// subscribe is a subscribe message.
func subscribe(id, query string) string {
	return fmt.Sprintf(`{"type":"subscribe","id":%q,"payload":{"query":%q}}`, id, query)
}

func complete(id string) string { return `{"type":"complete","id":"` + id + `"}` }

func TestSocketOperations(t *testing.T) {
	l := listen(t, nil, WebSocket{})
	p := l.greeted()
	for name, tc := range map[string]struct {
		query string
		want  []string
	}{
		"query":        {`{ echo(text: "<县>") }`, []string{`{"type":"next","id":"1","payload":{"data":{"echo":"\u003c县\u003e"}}}`, `{"type":"complete","id":"1"}`}},
		"mutation":     {`mutation { name }`, []string{`{"type":"next","id":"1","payload":{"data":{"name":"test"}}}`, `{"type":"complete","id":"1"}`}},
		"subscription": {`subscription { count(to: 2) }`, []string{`{"type":"next","id":"1","payload":{"data":{"count":1}}}`, `{"type":"next","id":"1","payload":{"data":{"count":2}}}`, `{"type":"complete","id":"1"}`}},
		"field error":  {`{ fail }`, []string{`{"type":"next","id":"1","payload":{"errors":[{"message":"internal error, reference r1"`, `{"type":"complete"`}},
		"parse error":  {`{`, []string{`{"type":"error","id":"1","payload":[{"message":"Expected Name, found <EOF>"`}},
		"unknown":      {`subscription { nothing }`, []string{`{"type":"error","id":"1","payload":[{"message":"Cannot query field`}},
		"too complex":  {`{ ` + strings.Repeat("name ", 2000) + `}`, []string{`{"type":"error","id":"1","payload":[{"message":"the request is too complex: number of selections`}},
		"source fails": {`subscription { broken }`, []string{`{"type":"next","id":"1","payload":{"errors":[{"message":"too old","extensions":{"code":"STALE"}}]}}`, `{"type":"complete"`}},
		"source ends":  {`subscription { ends }`, []string{`{"type":"next","id":"1","payload":{"data":{"ends":"last"}}}`, `{"type":"error","id":"1","payload":[{"message":"the log is cut","extensions":{"code":"STALE"}}]}`}},
		"panic":        {`{ panic }`, []string{`{"type":"error","id":"1","payload":[{"message":"internal error, reference r1"`}},
		"late panic":   {`subscription { panics }`, []string{`{"type":"next","id":"1","payload":{"data":{"panics":1}}}`, `{"type":"error","id":"1","payload":[{"message":"internal error, reference r1"`}},
	} {
		t.Run(name, func(t *testing.T) {
			p.send(subscribe("1", tc.query))
			p.expect(tc.want...)
			p.send(`{"type":"ping"}`)
			p.expect(`{"type":"pong"}`) // nothing more came, and the socket lives
		})
	}
	p.send(`{"type":"subscribe","id":"2","payload":{"query":"query($n: Int!) { number(n: $n) }","variables":{"n":9007199254740993}}}`)
	p.expect(`{"type":"error","id":"2"`) // over 32 bits, as over HTTP
}

func TestSocketCloses(t *testing.T) {
	silent := subscribe("1", "subscription { silent }")
	const hello = `{"type":"connection_init"}`
	for name, tc := range map[string]struct {
		send   []string
		code   websocket.StatusCode
		reason string
	}{
		"no greeting":        {nil, 4408, "Connection initialisation timeout 未按时初始化连接"},
		"pings, no greeting": {[]string{`{"type":"ping"}`}, 4408, "Connection initialisation timeout"},
		"greeting twice":     {[]string{hello, hello}, 4429, "Too many initialisation requests"},
		"unacknowledged":     {[]string{silent}, 4401, "Unauthorized"},
		"id in use":          {[]string{hello, silent, silent}, 4409, "Subscriber for 1 already exists"},
		"id in use, query":   {[]string{hello, silent, subscribe("1", "{ name }")}, 4409, "Subscriber for 1 already exists"},
		"long id in use": {
			[]string{hello, subscribe(strings.Repeat("县", 42), "subscription { silent }"), subscribe(strings.Repeat("县", 42), "{name}")},
			4409, "Subscriber for " + strings.Repeat("县", 35) + "…",
		},
		"too large":          {[]string{`{"type":"ping","payload":{"a":"` + strings.Repeat("x", MaxBody) + `"}}`}, websocket.StatusMessageTooBig, "read limited"},
		"not JSON":           {[]string{`{"type":`}, 4400, "Invalid message"},
		"not an object":      {[]string{`[]`}, 4400, "must be one JSON object"},
		"no type":            {[]string{`{}`}, 4400, "has no type"},
		"unknown type":       {[]string{`{"type":"start"}`}, 4400, "unknown type"},
		"a server's type":    {[]string{`{"type":"next","id":"1"}`}, 4400, "unknown type"},
		"no id":              {[]string{hello, `{"type":"subscribe","payload":{"query":"{name}"}}`}, 4400, "id must be"},
		"empty id":           {[]string{`{"type":"complete","id":""}`}, 4400, "id must be"},
		"number as id":       {[]string{`{"type":"complete","id":1}`}, 4400, "id must be"},
		"long id":            {[]string{complete(strings.Repeat("x", longestID+1))}, 4400, "id must be"},
		"no payload":         {[]string{hello, `{"type":"subscribe","id":"1"}`}, 4400, "parameter query is missing"},
		"wrong payload":      {[]string{`{"type":"ping","payload":1}`}, 4400, "payload must be one JSON object"},
		"wrong variables":    {[]string{hello, `{"type":"subscribe","id":"1","payload":{"query":"{name}","variables":[]}}`}, 4400, "wrong type"},
		"not UTF-8":          {[]string{"{\"type\":\"ping\",\"a\":\"\xff\"}"}, 4400, "not UTF-8"},
		"unknown language":   {[]string{`{"type":"connection_init","payload":{"language":"fr"}}`}, 4400, "language must be zh or en"},
		"language no string": {[]string{`{"type":"connection_init","payload":{"language":7}}`}, 4400, "language must be zh or en"},
	} {
		t.Run(name, func(t *testing.T) {
			ws := WebSocket{}
			if tc.code == 4408 {
				ws.InitTimeout = 20 * time.Millisecond
			}
			l := listen(t, nil, ws)
			p := l.dial()
			p.send(tc.send...)
			p.closed(tc.code, tc.reason)
		})
	}
}

func TestSocketBinary(t *testing.T) {
	p := listen(t, nil, WebSocket{}).dial()
	if err := p.conn.Write(p.ctx, websocket.MessageBinary, []byte(`{"type":"ping"}`)); err != nil {
		t.Fatal(err)
	}
	p.closed(4400, "must be text")
}

func TestSocketHandshake(t *testing.T) {
	friend := func(r *http.Request) bool { return r.Header.Get("Origin") == "https://friend.example" }
	for name, tc := range map[string]struct {
		ws      WebSocket
		headers []string
		status  int
		body    string
	}{
		"other protocol":    {WebSocket{}, []string{"Sec-Websocket-Protocol", "graphql-ws"}, 400, `{"errors":[{"message":"the websocket must have sub-protocol graphql-transport-ws"`},
		"no protocol":       {WebSocket{}, []string{"Sec-Websocket-Protocol", ""}, 400, `{"errors":[{"message":"the websocket must`},
		"one of two":        {WebSocket{}, []string{"Sec-Websocket-Protocol", "graphql-ws,graphql-transport-ws"}, 101, ""},
		"other host":        {WebSocket{}, []string{"Origin", "https://evil.example"}, 403, `{"errors":[{"message":"websockets from pages`},
		"no host":           {WebSocket{}, []string{"Origin", "null"}, 403, `{"errors":[{"message":"websockets from pages`},
		"host as path":      {WebSocket{}, []string{"Origin", "//evil.example/127.0.0.1"}, 403, `{"errors"`},
		"friend":            {WebSocket{AllowOrigin: friend}, []string{"Origin", "https://friend.example"}, 101, ""},
		"friend's enemy":    {WebSocket{AllowOrigin: friend}, []string{"Origin", "https://evil.example"}, 403, `{"errors"`},
		"in Chinese":        {WebSocket{}, []string{"Origin", "https://evil.example", "Accept-Language", "zh"}, 403, `{"errors":[{"message":"不允许来自其他网站的`},
		"same host":         {WebSocket{}, []string{"Origin", "http://SELF"}, 101, ""},
		"same, with friend": {WebSocket{AllowOrigin: friend}, []string{"Origin", "http://SELF"}, 101, ""},
	} {
		t.Run(name, func(t *testing.T) {
			l := listen(t, nil, tc.ws)
			for i, v := range tc.headers {
				tc.headers[i] = strings.ReplaceAll(v, "SELF", l.at.Listener.Addr().String())
			}
			p, refused := l.tryDial(tc.headers...)
			if p != nil {
				if tc.status != http.StatusSwitchingProtocols {
					t.Error("a socket was opened")
				}
				return
			}
			body, media := l.whole(refused), refused.header.Get("Content-Type")
			if refused.status != tc.status || !strings.HasPrefix(body, tc.body) || media != "application/json; charset=utf-8" {
				t.Errorf("%d %s %s", refused.status, media, body)
			}
		})
	}
}

func TestSocketLanguage(t *testing.T) {
	l := listen(t, nil, WebSocket{})
	const en, zh = `[{"message":"Cannot query field`, `[{"message":"查询有误：`
	for _, tc := range []struct{ header, greeting, want string }{
		{"en", `{"type":"connection_init"}`, en},
		{"zh", `{"type":"connection_init","payload":null}`, zh},
		{"en", `{"type":"connection_init","payload":{"token":"x"}}`, en},
		{"en", `{"type":"connection_init","payload":{"language":"zh"}}`, zh},
		{"zh", `{"type":"connection_init","payload":{"language":"en"}}`, en},
		{"zh", `{"type":"connection_init","payload":{"language":"EN-gb"}}`, en},
		{"en", `{"type":"connection_init","payload":{"language":"zh-CN"}}`, zh},
	} {
		p := l.dial("Accept-Language", tc.header)
		p.send(tc.greeting)
		p.expect(`{"type":"connection_ack"}`)
		p.send(subscribe("1", "{ nothing }"))
		p.expect(`{"type":"error","id":"1","payload":` + tc.want)
		_ = p.conn.Close(websocket.StatusNormalClosure, "")
	}
}

func TestSocketComplete(t *testing.T) {
	l := listen(t, nil, WebSocket{})
	p := l.greeted()
	p.send(complete("unknown"), subscribe("1", "subscription { silent }"), complete("1"))
	if err := l.cause(); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	p.send(subscribe("1", "subscription { count(to: 1) }")) // the id is free at once
	p.expect(`{"type":"next","id":"1","payload":{"data":{"count":1}}}`, `{"type":"complete","id":"1"}`)
	if err := l.cause(); err != nil {
		t.Error(err)
	}
	p.send(complete("1"), subscribe("2", "{ wait }"))
	l.until("the query to start", func() bool { return l.source.waiting.Load() == 1 })
	p.send(complete("2"))
	if err := l.cause(); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	p.send(`{"type":"ping","payload":{"a": 1}}`)
	p.expect(`{"type":"pong","payload":{"a": 1}}`) // and no answer of the query
}

// Ids are used again and again while the operations that had them are still ending; no answer of an old one may come
// under the id of a new one.
func TestSocketReusesIDs(t *testing.T) {
	l := listen(t, nil, WebSocket{Operations: 2})
	p := l.greeted()
	const rounds = 200
	for i := range rounds {
		p.send(subscribe("1", fmt.Sprintf(`subscription { r%d: burst(of: 50) }`, i)))
		for ours := 0; ours < 3; {
			_, got, err := p.conn.Read(p.ctx)
			switch {
			case err != nil:
				t.Fatal(err)
			case strings.Contains(string(got), fmt.Sprintf(`"data":{"r%d"`, i)):
				ours++
			case ours > 0 || !strings.Contains(string(got), fmt.Sprintf(`"data":{"r%d"`, i-1)): // else it was under way when we completed
				t.Fatalf("round %d: %s", i, got)
			}
		}
		p.send(complete("1"))
	}
	for range rounds {
		if err := l.cause(); !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
	}
}

func TestSocketBoundsOperations(t *testing.T) {
	l := listen(t, nil, WebSocket{})
	p := l.greeted()
	for i := range 64 {
		p.send(subscribe(fmt.Sprint(i), "subscription { silent }"))
	}
	p.send(subscribe("64", "subscription { silent }"))
	p.expect(`{"type":"error","id":"64","payload":[{"message":"a socket may have at most 64 operations at once","extensions":{"code":"TOO_COMPLEX"`)
	p.send(complete("0"), subscribe("64", "subscription { count(to: 1) }"))
	p.expect(`{"type":"next","id":"64"`, `{"type":"complete","id":"64"}`)
}

// Completing operations makes room for others, but not for more resolvers at once.
func TestSocketBoundsResolvers(t *testing.T) {
	l := listen(t, nil, WebSocket{Operations: 2})
	p := l.greeted()
	const all = 10
	for i := range all {
		p.send(subscribe(fmt.Sprint(i), "subscription { stuck }"), complete(fmt.Sprint(i)))
	}
	p.send(subscribe("last", "{ name }"))
	l.until("resolvers to start", func() bool { return l.source.stuck.Load() == 2 })
	for range all {
		l.source.release <- true
	}
	for got := ""; !strings.HasPrefix(got, `{"type":"next","id":"last"`); { // others end before their complete is read
		_, b, err := p.conn.Read(p.ctx)
		if err != nil {
			t.Fatal(err)
		}
		got = string(b)
	}
	if most := l.source.crowd.Load(); most > 2 {
		t.Errorf("%d resolvers at once", most)
	}
}

func TestOtherUpgradesAreIgnored(t *testing.T) {
	if w := post(typename, "Upgrade", "h2c"); w.Code != 200 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}
