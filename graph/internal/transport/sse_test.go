package transport

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/graph/internal/fault"
)

// reply is an answer whose body may still be coming.
type reply struct {
	status int
	header http.Header
	body   io.ReadCloser
}

// get asks for a stream by GET; headers are name, value pairs.
func (l *live) get(query string, headers ...string) reply {
	l.t.Helper()
	return l.do(http.MethodGet, "?"+url.Values{"query": {query}}.Encode(), "", headers...)
}

func (l *live) do(method, query, body string, headers ...string) reply {
	l.t.Helper()
	r, err := http.NewRequestWithContext(l.t.Context(), method, l.at.URL+query, strings.NewReader(body))
	if err != nil {
		l.t.Fatal(err)
	}
	r.Header.Set("Accept", mediaStream)
	r.Header.Set("Accept-Language", "en")
	r.Header.Set("Content-Type", mediaJSON)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	response, err := l.client.Do(r)
	if err != nil {
		l.t.Fatal(err)
	}
	l.t.Cleanup(func() { _ = response.Body.Close() })
	return reply{response.StatusCode, response.Header, response.Body}
}

// whole is all of a body.
func (l *live) whole(r reply) string {
	l.t.Helper()
	b, err := io.ReadAll(r.body)
	if err != nil {
		l.t.Fatal(err)
	}
	return string(b)
}

// lines waits for a number of lines with a start.
func (l *live) lines(body io.Reader, start string, n int) {
	l.t.Helper()
	for s := bufio.NewScanner(body); n > 0; {
		if !s.Scan() {
			l.t.Fatalf("%d more of %q expected: %v", n, start, s.Err())
		}
		if strings.HasPrefix(s.Text(), start) {
			n--
		}
	}
}

func TestEventStreams(t *testing.T) {
	l := listen(t, nil, SSE{})
	const done = "event: complete\ndata:\n\n"
	for name, tc := range map[string]struct{ query, want string }{
		"query":        {`{ echo(text: "县") }`, ":\n\nevent: next\ndata: {\"data\":{\"echo\":\"县\"}}\n\n" + done},
		"subscription": {`subscription { count(to: 2) }`, ":\n\nevent: next\ndata: {\"data\":{\"count\":1}}\n\nevent: next\ndata: {\"data\":{\"count\":2}}\n\n" + done},
		"line breaks":  {`subscription { lines }`, ":\n\nevent: next\ndata: {\"data\":{   \"lines\":\"a\\nb\"}}\n\n" + done},
		"parse error":  {`{`, ":\n\nevent: next\ndata: {\"errors\":[{\"message\":\"Expected Name, found <EOF>\",\"locations\":[{\"line\":1,\"column\":2}],\"extensions\":{\"code\":\"INVALID\"}}]}\n\n" + done},
		"source fails": {`subscription { broken }`, ":\n\nevent: next\ndata: {\"errors\":[{\"message\":\"too old\",\"extensions\":{\"code\":\"STALE\"}}]}\n\n" + done},
		"source ends":  {`subscription { ends }`, ":\n\nevent: next\ndata: {\"data\":{\"ends\":\"last\"}}\n\nevent: next\ndata: {\"errors\":[{\"message\":\"the log is cut\",\"extensions\":{\"code\":\"STALE\"}}]}\n\n" + done},
		"late panic": {`subscription { panics }`, ":\n\nevent: next\ndata: {\"data\":{\"panics\":1}}\n\nevent: next\ndata: " +
			"{\"errors\":[{\"message\":\"internal error, reference r1\",\"extensions\":{\"code\":\"INTERNAL\",\"hint\":\"tell the administrator the reference\",\"reference\":\"r1\"}}]}\n\n" + done},
		"too complex": {`{ ` + strings.Repeat("name ", 2000) + `}`, ":\n\nevent: next\ndata: {\"errors\":[{\"message\":\"the request is too complex: number of selections over 1000\"," +
			"\"extensions\":{\"code\":\"TOO_COMPLEX\",\"hint\":\"split it into smaller requests\"}}]}\n\n" + done},
	} {
		t.Run(name, func(t *testing.T) {
			response := l.get(tc.query)
			if diff := cmp.Diff(tc.want, l.whole(response)); diff != "" || response.status != 200 {
				t.Errorf("%d %s", response.status, diff)
			}
			if got := response.header.Get("Content-Type"); got != "text/event-stream; charset=utf-8" {
				t.Error(got)
			}
		})
	}
	if got := l.whole(l.do(http.MethodPost, "", `{"query":"mutation { name }"}`)); got != ":\n\nevent: next\ndata: {\"data\":{\"name\":\"test\"}}\n\n"+done {
		t.Error(got)
	}
}

func TestEventStreamRefusals(t *testing.T) {
	l := listen(t, nil, SSE{})
	for name, tc := range map[string]struct {
		response reply
		status   int
		body     string
	}{
		"mutation by GET": {l.get("mutation { name }"), 405, `{"errors":[{"message":"GET is not for mutations"`},
		"no query":        {l.do(http.MethodPost, "", `{}`), 400, `{"errors":[{"message":"parameter query is missing"`},
		"in Chinese":      {l.do(http.MethodPost, "", `{}`, "Accept-Language", "zh"), 400, `{"errors":[{"message":"缺少参数 query"`},
		"form":            {l.do(http.MethodPost, "", "query={name}", "Content-Type", "text/plain"), 415, `{"errors":[{"message":"the body must be`},
		"too large":       {l.do(http.MethodPost, "", strings.Repeat(" ", MaxBody+1)), 413, `{"errors":[{"message":"the request is larger`},
		"PUT":             {l.do(http.MethodPut, "", typename), 405, `{"errors":[{"message":"use GET or POST"`},
	} {
		t.Run(name, func(t *testing.T) {
			body := l.whole(tc.response)
			if tc.response.status != tc.status || !strings.HasPrefix(body, tc.body) || tc.response.header.Get("Content-Type") != "application/json; charset=utf-8" {
				t.Errorf("%d %s %s", tc.response.status, tc.response.header.Get("Content-Type"), body)
			}
		})
	}
}

// A recorder has no deadlines, so a slow client could not be cut off.
func TestEventStreamNeedsDeadlines(t *testing.T) {
	w := record(fault.Negotiate(newHandler(newSource(), SSE{})), httptest.NewRequest("GET", "/graphql?query={name}", nil), "Accept", mediaStream)
	if w.Code != 500 || !strings.HasPrefix(w.Body.String(), `{"errors":[{"message":"服务器内部错误，编号 r1"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestPrefersStream(t *testing.T) {
	for accept, want := range map[string]bool{
		"":                                    false,
		"*/*":                                 false,
		"text/*":                              false,
		"text/event-stream":                   true,
		"TEXT/EVENT-STREAM; charset=utf-8":    true,
		"text/event-stream;q=0":               false,
		"text/event-stream, */*":              true,
		"text/event-stream, multipart/mixed":  true,
		"text/event-stream;q=0.5, */*":        false,
		"application/json, text/event-stream": false,
		"application/json;q=0.5, text/event-stream": true,
		"application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed": false,
		"application/graphql-response+json, text/event-stream, */*":                                                         false,
	} {
		if got := prefersStream([]string{accept}); got != want {
			t.Errorf("%q: %v", accept, got)
		}
	}
}

// A stream outlives the time-outs that the server has for requests and its own for each event, and is kept open by comments.
func TestEventStreamOutlivesTimeouts(t *testing.T) {
	l := listen(t, func(s *http.Server) {
		s.ReadTimeout, s.WriteTimeout, s.IdleTimeout = 50*time.Millisecond, 50*time.Millisecond, 50*time.Millisecond
	}, SSE{KeepAlive: 10 * time.Millisecond, WriteTimeout: 200 * time.Millisecond})
	response := l.do(http.MethodPost, "", `{"query":"subscription { silent }"}`)
	l.lines(response.body, ":", 50)
	if len(l.source.ended) > 0 {
		t.Error("the subscription ended")
	}
}

func TestEventStreamEndsWithClient(t *testing.T) {
	l := listen(t, nil, SSE{})
	response := l.get("subscription { silent }")
	_ = response.body.Close()
	if err := l.cause(); err == nil {
		t.Error("the subscription came to a good end")
	}
}

func TestEventStreamEndsWithServer(t *testing.T) {
	stopping := make(chan struct{})
	base, stop := context.WithCancel(t.Context())
	for name, tc := range map[string]struct {
		sse  SSE
		base context.Context
		stop func()
	}{
		"context": {SSE{}, base, stop},
		"channel": {SSE{Stopping: stopping}, t.Context(), func() { close(stopping) }},
	} {
		t.Run(name, func(t *testing.T) {
			l := listen(t, func(s *http.Server) { s.BaseContext = func(net.Listener) context.Context { return tc.base } }, tc.sse)
			response := l.get("subscription { silent }")
			tc.stop()
			if body := l.whole(response); body != ":\n\n" { // a good end of the response, but not of the subscription
				t.Error(body)
			}
		})
	}
}

func TestEventStreamTimeout(t *testing.T) {
	l := listen(t, nil, SSE{Timeout: time.Millisecond})
	if body := l.whole(l.get("{ wait }")); !strings.Contains(body, `event: next`+"\n"+`data: {"errors":[{"message":"the request ran out of time`) {
		t.Error(body)
	}
}

// TestEventStreamOutlivesReadTimeout: a server's time for reading a request is over long before a subscription is.
func TestEventStreamOutlivesReadTimeout(t *testing.T) {
	const limit = 50 * time.Millisecond
	l := listen(t, func(s *http.Server) { s.ReadTimeout = limit }, SSE{KeepAlive: limit})
	response := l.do(http.MethodPost, "", `{"query":"subscription { silent }"}`)
	l.lines(response.body, ":", 10)
}
