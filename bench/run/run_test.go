package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"tiaokuai/bench/queries"
)

func TestClientHoldsAnswersToTheBytesExpected(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(r.Method + r.URL.Path))
	}))
	defer server.Close()
	c := client{strings.TrimPrefix(server.URL, "http://"), 2}
	ask := func(want string) (int, error) {
		took, err := c.ask(t.Context(), []request{newRequest(http.MethodPost, c.address, "/a", []byte("{}"), []byte(want))}, 20*time.Millisecond, true)
		return len(took.each), err
	}
	if n, err := ask("POST/a"); n == 0 || err != nil {
		t.Errorf("%d answers, %v", n, err)
	}
	for _, want := range []string{"POST/b", "POST/a longer"} {
		if _, err := ask(want); err == nil {
			t.Errorf("POST/a passes for %q", want)
		}
	}
}

func TestReportSaysWhichFloorsAreMissed(t *testing.T) {
	r := newReport()
	q := queries.All()[0]
	add := func(peer string, answers int) {
		requests := []request{{want: []byte("x")}}
		r.add(task{q, peer, requests}, answered{make([]time.Duration, answers), time.Second})
	}
	add(product, 150)
	add(cypher, 100)
	if f := r.Queries[0]; f.Ratio != 1.5 || f.Peers[product].PerSecond != 150 {
		t.Errorf("%+v", f)
	}
	r.Memory = memory{LinkedBytes: 3 << 20, Build: time.Millisecond, Overlaps: 6 * time.Millisecond}
	missed := strings.Join(r.missed(), "; ")
	if want := "organ 1.50× < 2×; a linked county takes 3145728 bytes; its overlaps are found in 6ms"; missed != want {
		t.Errorf("missed: %s", missed)
	}
	var b strings.Builder
	r.print(&b)
	if !strings.Contains(b.String(), "MISSED: organ") {
		t.Error(b.String())
	}
}
