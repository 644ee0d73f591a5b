package main

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"github.com/coder/websocket"

	"tiaokuai/graph"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/store/bolt"
)

// guarded serves an empty store as if it listened on an address.
func guarded(t *testing.T, listen string, origins ...string) *httptest.Server {
	t.Helper()
	file, err := bolt.Open(filepath.Join(t.TempDir(), dataFile))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeStore(t.Context(), file) })
	a := atlas.New(atlas.Config{Store: file})
	if err := a.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(routes(a, graph.Config{Atlas: a, Log: slog.New(slog.DiscardHandler), Reference: func() string { return "r1" }}, listen, origins))
	t.Cleanup(s.Close)
	return s
}

// TestOtherHostNames: a server on the loopback answers to its own names and those of listed origins, one that others
// reach to any.
func TestOtherHostNames(t *testing.T) {
	here, open := guarded(t, "127.0.0.1:8080", "https://tk.example.gov.cn"), guarded(t, "0.0.0.0:8080")
	for _, c := range []struct {
		server *httptest.Server
		host   string
		status int
	}{
		{here, "127.0.0.1:8080", 200},
		{here, "localhost", 200},
		{here, "[::1]:9", 200},
		{here, "TK.example.gov.cn", 200},
		{here, "tk.example.gov.cn:443", 200},
		{here, "evil.example", 403},
		{here, "127.0.0.1.evil.example", 403},
		{here, "192.168.1.7:8080", 403},
		{open, "evil.example", 200},
	} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, c.server.URL+"/healthz", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = c.host
		answer, err := c.server.Client().Do(r)
		if err != nil {
			t.Fatal(err)
		}
		_ = answer.Body.Close()
		if answer.StatusCode != c.status {
			t.Errorf("%s at %s: %d, want %d", c.host, c.server.URL, answer.StatusCode, c.status)
		}
	}
}

// TestSocketsOfOtherOrigins: a page may open a websocket where it may read by CORS, and nowhere else.
func TestSocketsOfOtherOrigins(t *testing.T) {
	s := guarded(t, "127.0.0.1:8080", "https://tk.example.gov.cn")
	for origin, want := range map[string]bool{"": true, s.URL: true, "https://tk.example.gov.cn": true, "https://evil.example": false, "null": false} {
		options := &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: http.Header{}}
		if origin != "" {
			options.HTTPHeader.Set("Origin", origin)
		}
		conn, _, err := websocket.Dial(t.Context(), "ws"+strings.TrimPrefix(s.URL, "http")+"/graphql", options) //nolint:bodyclose // it is the socket's own
		if (err == nil) != want {
			t.Errorf("origin %q: %v", origin, err)
		}
		if err == nil {
			_ = conn.CloseNow()
		}
	}
}
