package transport

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
)

// call sends one request; headers are name, value pairs.
func call(method, target, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	r.Header.Set("Accept-Language", "en")
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/json")
	}
	return record(newServer(), r, headers...)
}

// record lets a handler answer without a network.
func record(h http.Handler, r *http.Request, headers ...string) *httptest.ResponseRecorder {
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func post(body string, headers ...string) *httptest.ResponseRecorder {
	return call(http.MethodPost, "/graphql", body, headers...)
}

func TestAnswers(t *testing.T) {
	for name, tc := range map[string]struct {
		w      *httptest.ResponseRecorder
		status int
		body   string
	}{
		"data": {post(`{"query":"{ echo(text: \"<县>\") }"}`), 200, `{"data":{"echo":"\u003c县\u003e"}}`},
		"wide numbers stay exact": {
			post(`{"query":"query($n: Int!) { number(n: $n) }","variables":{"n":9007199254740993}}`), 200,
			`{"data":{"number":9007199254740993}`,
		},
		"field error": {post(`{"query":"{ fail }"}`, "Accept", mediaGraphQL), 200, `{"errors":[{"message":"internal error, reference r1"`},
		"panic":       {post(`{"query":"{ panic }"}`), 500, `{"errors":[{"message":"internal error, reference r1"`},
		"parse error": {post(`{"query":"{"}`, "Accept", mediaGraphQL), 400, `{"errors":[{"message":"Expected Name, found <EOF>"`},
		"subscription": {
			post(`{"query":"subscription { name }"}`, "Accept", mediaGraphQL), 400,
			`{"errors":[{"message":"subscriptions need a websocket`,
		},
		"subscription by GET": {call("GET", "/graphql?query=subscription{name}", ""), 200, `{"errors":[{"message":"subscriptions need`},
		"mutation":            {post(`{"query":"mutation { name }"}`), 200, `{"data":{"name":"test"}`},
		"mutation by GET":     {call("GET", "/graphql?query=mutation{name}", ""), 405, `{"errors":[{"message":"GET is not for mutations"`},
		"GET":                 {call("GET", "/graphql?query=query+A{name}query+B{__typename}&operationName=A", ""), 200, `{"data":{"name":"test"}`},
		"PUT":                 {call("PUT", "/graphql", typename), 405, `{"errors":[{"message":"use GET or POST"`},
		"bad GET variables":   {call("GET", "/graphql?query={name}&variables={}}", ""), 400, `{"errors":[{"message":"parameter variables is not JSON"`},
		"bad GET query":       {call("GET", "/graphql?query={name}&x=%zz", ""), 400, `{"errors":[{"message":"the query string cannot be read"`},
		"GET in GBK":          {call("GET", "/graphql?query=%b5%b1", ""), 400, `{"errors":[{"message":"parameter query is not UTF-8"`},
		"long GET":            {call("GET", "/graphql?query="+strings.Repeat("a", MaxBody), ""), 414, `{"errors":[{"message":"the request is larger`},
		"long body":           {post(typename + strings.Repeat(" ", MaxBody)), 413, `{"errors":[{"message":"the request is larger`},
		"largest body":        {post(typename + strings.Repeat(" ", MaxBody-len(typename))), 200, `{"data":`},
		"GBK":                 {post("{\"query\":\"\xb5\xb1\"}"), 400, `{"errors":[{"message":"the body is not UTF-8"`},
		"two objects":         {post(typename + typename), 400, `{"errors":[{"message":"the body must be one JSON object"`},
		"batch":               {post("[" + typename + "]"), 400, `{"errors":[{"message":"the body must be one JSON object"`},
		"null":                {post("null"), 400, `{"errors":[{"message":"the body must be one JSON object"`},
		"names are exact":     {post(`{"Query":"{ name }"}`), 400, `{"errors":[{"message":"parameter query is missing"`},
		"form":                {post(typename, "Content-Type", "multipart/form-data; boundary=x"), 415, `{"errors":[{"message":"the body must be`},
		"text":                {post(typename, "Content-Type", "text/plain"), 415, `{"errors":[{"message":"the body must be`},
		"another charset":     {post(typename, "Content-Type", "application/json; charset=gbk"), 415, `{"errors":[{"message":"the body must be`},
		"compressed":          {post(typename, "Content-Encoding", "gzip"), 415, `{"errors":[{"message":"the body must be`},
		"unacceptable":        {post(typename, "Accept", "text/html"), 406, `{"errors":[{"message":"can only answer with`},
		"in Chinese":          {post(`{}`, "Accept-Language", "zh"), 400, `{"errors":[{"message":"缺少参数 query"`},
	} {
		t.Run(name, func(t *testing.T) {
			if tc.w.Code != tc.status || !strings.HasPrefix(tc.w.Body.String(), tc.body) {
				t.Errorf("%d %.300s", tc.w.Code, tc.w.Body)
			}
			if n := tc.w.Header().Get("Content-Length"); tc.status != 500 && n != strconv.Itoa(tc.w.Body.Len()) {
				t.Errorf("content length %s of %d", n, tc.w.Body.Len())
			}
		})
	}
}

func TestNothingIsEchoed(t *testing.T) {
	for _, body := range []string{`{"query":`, `{"query":"secret`, `{"variables":"secret","query":"{name}"}`, `"secret"`, "secret\xff"} {
		if w := post(body); w.Code != 400 || strings.Contains(w.Body.String(), "secret") {
			t.Errorf("%q: %d %s", body, w.Code, w.Body)
		}
	}
}

func TestAllow(t *testing.T) {
	if got := call("DELETE", "/graphql", "").Header().Get("Allow"); got != "GET, POST" {
		t.Error(got)
	}
	if got := call("GET", "/graphql?query=mutation{name}", "").Header().Get("Allow"); got != "POST" {
		t.Error(got)
	}
}

func TestSupports(t *testing.T) {
	r := httptest.NewRequest("GET", "/graphql", nil)
	r.Header.Set("Upgrade", "websocket")
	if (HTTP{}).Supports(r) {
		t.Error("a websocket is not ours")
	}
}

func TestOutOfTime(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	r := httptest.NewRequest("POST", "/graphql", strings.NewReader(typename)).WithContext(ctx)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", mediaGraphQL)
	w := httptest.NewRecorder()
	newServer().ServeHTTP(w, r)
	if w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), `"code":"UNAVAILABLE"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestTimeout(t *testing.T) {
	r := httptest.NewRequest("GET", "/graphql?query={wait}", nil)
	w := record(newHandler(newSource(), HTTP{Timeout: time.Millisecond}), r)
	if !strings.Contains(w.Body.String(), `"code":"UNAVAILABLE"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestNegotiate(t *testing.T) {
	for _, tc := range []struct {
		accept, want string
		ok           bool
	}{
		{"", mediaJSON, true},
		{"*/*", mediaJSON, true},
		{"application/*", mediaJSON, true},
		{"application/*;q=0.5, application/graphql-response+json;q=0.4", mediaJSON, true},
		{"application/graphql-response+json, application/json;q=0.9", mediaGraphQL, true},
		{"application/json;q=0.9, application/graphql-response+json;q=0.8", mediaJSON, true},
		{"application/json, application/graphql-response+json", mediaGraphQL, true},
		{"application/graphql-response+json, */*", mediaGraphQL, true},
		{"application/graphql-response+json; charset=utf-8", mediaGraphQL, true},
		{"APPLICATION/JSON", mediaJSON, true},
		{"text/html, application/xhtml+xml, */*;q=0.8", mediaJSON, true},
		{"*/*, application/json;q=0", mediaGraphQL, true},
		{"application/json;q=0", mediaJSON, false},
		{"text/event-stream", mediaJSON, false},
		{"image/*", mediaJSON, false},
		{"application/json;q=nonsense", mediaJSON, true},
		{";;, application/json", mediaJSON, true},
	} {
		if got, ok := negotiate([]string{tc.accept}); got != tc.want || ok != tc.ok {
			t.Errorf("%q: %s, %v", tc.accept, got, ok)
		}
	}
}

func TestEncode(t *testing.T) {
	var b bytes.Buffer
	encode(&b, &graphql.Response{})
	if b.String() != "{}" {
		t.Error(b.String())
	}
}

func FuzzReadPOST(f *testing.F) {
	f.Add(`{"query":"{ name }","variables":{"a":1},"operationName":null,"extensions":{}}`)
	f.Fuzz(func(t *testing.T, body string) {
		if p, bad := readPOST(strings.NewReader(body)); bad == nil && p.Query == "" {
			t.Error("no query and no refusal")
		}
	})
}

func BenchmarkAnswer(b *testing.B) {
	response := &graphql.Response{Data: bytes.Repeat([]byte(`{"name":"农业农村办公室"},`), 10_000)}
	b.SetBytes(int64(len(response.Data)))
	b.ReportAllocs()
	for b.Loop() {
		answer(httptest.NewRecorder(), mediaJSON, response)
	}
}
