package main

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// TestCompressed: large answers are compressed for who accepts it, small ones and event streams are not.
func TestCompressed(t *testing.T) {
	server := exporting(t)
	path := func(query string) string { return "/graphql?query=" + url.QueryEscape(query) }
	large := path(`{ county(code: "410185") { organs(first: 500) { nodes { key name counterparts { department { key name } } } } } }`)
	plain, body := ask(t, server, http.MethodGet, large)
	packed, bytes := ask(t, server, http.MethodGet, large, "Accept-Encoding", "gzip")
	if plain.status != http.StatusOK || plain.header.Get("Content-Encoding") != "" || packed.header.Get("Content-Encoding") != "gzip" || packed.header.Get("Vary") == "" {
		t.Fatalf("%d %v, compressed %v: %.200s", plain.status, plain.header, packed.header, body)
	}
	z, err := gzip.NewReader(strings.NewReader(bytes))
	if err != nil {
		t.Fatal(err)
	}
	if inflated, err := io.ReadAll(z); err != nil || string(inflated) != body {
		t.Errorf("the same answer has %d bytes plain and %d inflated: %v", len(body), len(inflated), err)
	}
	if len(bytes)*4 > len(body) {
		t.Errorf("%d bytes compressed to %d", len(body), len(bytes))
	}
	if small, body := ask(t, server, http.MethodGet, path(`{ viewer { name } }`), "Accept-Encoding", "gzip"); small.header.Get("Content-Encoding") != "" {
		t.Errorf("%d bytes are compressed", len(body))
	}
	scenario := path(`subscription { scenario(id: "none") { id } }`)
	if stream, body := ask(t, server, http.MethodGet, scenario, "Accept-Encoding", "gzip", "Accept", "text/event-stream"); stream.header.Get("Content-Encoding") != "" || !strings.Contains(body, "event: next") {
		t.Errorf("%v %.80s", stream.header, body)
	}
}
