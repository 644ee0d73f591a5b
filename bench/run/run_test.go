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

func TestHistoryReportSaysWhichBoundsArePassed(t *testing.T) {
	var r historyReport
	for round := range 3 {
		r.add("bolt", 1, float64(100+round), 200)
	}
	r.sum()
	if f := r.Commits[0]; f.Product != 101 || f.Ratio != 0.505 {
		t.Errorf("%+v", f)
	}
	r.At = []atFigure{
		{Store: "bolt", Bound: 50, Current: spread{P50: 1}, Revision: spread{P50: 2}, Day: spread{P50: 2.5}, ColdBest: spread{Max: 50}, ColdByDayBest: spread{Max: 51}},
		{Store: "neo4j", Bound: 150, Current: spread{P50: 1}, Revision: spread{P50: 1}, Day: spread{P50: 1}, ColdBest: spread{Max: 151}, ColdByDayBest: spread{Max: 99}},
	}
	missed := strings.Join(r.missed(), "; ")
	if want := "bolt: a cold day takes 51 ms > 50; bolt: a read at a day takes 2.50× one of now; neo4j: a cold revision takes 151 ms > 150"; missed != want {
		t.Errorf("missed: %s", missed)
	}
	var b strings.Builder
	r.print(&b)
	if !strings.Contains(b.String(), "| bolt ") || !strings.Contains(b.String(), "MISSED: neo4j") {
		t.Error(b.String())
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
