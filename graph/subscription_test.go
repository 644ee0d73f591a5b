package graph_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"tiaokuai/graph"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// following is a server whose atlas follows its store, with one county in it.
type following struct {
	*httptest.Server
	t      *testing.T
	atlas  *atlas.Atlas
	county string
}

func follow(t *testing.T) *following {
	t.Helper()
	s := engines[0].open(t)
	t.Cleanup(func() { _ = s.Close(context.Background()) })
	return followOn(t, s)
}

// followOn follows a store that others write too.
func followOn(t *testing.T, s store.Store) *following {
	t.Helper()
	a := atlas.New(atlas.Config{Store: s, Poll: time.Millisecond})
	if err := a.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		a.Run(ctx)
	}()
	server := httptest.NewServer(graph.New(graph.Config{Atlas: a, Log: slog.New(slog.DiscardHandler), Reference: func() string { return "r1" }, Stopping: ctx.Done()}))
	t.Cleanup(func() {
		stop()
		<-done
		server.Close()
	})
	f := &following{server, t, a, "900041"}
	f.commit(0, change.Between(nil, countytest.Parse(t, "county 900041 甲县\ndepartment 农业农村局\n"))...)
	return f
}

// commit makes the next revision; without edits it records one more measure.
func (f *following) commit(base int64, edits ...change.Edit) {
	f.t.Helper()
	name := "机制" + string(rune('A'+base))
	if edits == nil {
		edits = []change.Edit{&change.CreateMeasure{Node: gov.Measure{Name: name, Kind: gov.MeasureCoordination, Status: gov.MeasureExisting}}}
	}
	if _, err := f.atlas.Commit(f.t.Context(), atlas.Change{ID: name, County: f.county, Base: base, Edits: edits, Actor: "test"}); err != nil {
		f.t.Fatal(err)
	}
}

// stream opens an event stream and gives its events one by one.
func (f *following) stream(query string) func() string {
	f.t.Helper()
	body, _ := json.Marshal(map[string]string{"query": query})
	r, err := http.NewRequestWithContext(f.t.Context(), http.MethodPost, f.URL, bytes.NewReader(body))
	if err != nil {
		f.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "text/event-stream")
	answer, err := f.Client().Do(r)
	if err != nil {
		f.t.Fatal(err)
	}
	f.t.Cleanup(func() { _ = answer.Body.Close() })
	lines := bufio.NewScanner(answer.Body)
	return func() string {
		f.t.Helper()
		for lines.Scan() {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				return data
			}
		}
		f.t.Fatalf("the stream of %s ended: %v", query, lines.Err())
		return ""
	}
}

// TestSubscribersSeeTheirMoment: each event is read at its own moment, in order, from a number on and then as they come.
func TestSubscribersSeeTheirMoment(t *testing.T) {
	f := follow(t)
	f.commit(1)
	next := f.stream(`subscription { commits(since: 1) { seq revision sentences diff { to { revision measures { name } } counts { kind added } } } }`)
	want := []string{
		`{"data":{"commits":{"seq":2,"revision":2,"sentences":["新增制度机制“机制B”"],"diff":{"to":{"revision":2,"measures":[{"name":"机制B"}]},"counts":[{"kind":"COUNTY","added":0},{"kind":"DEPARTMENT","added":0},{"kind":"MEASURE","added":1}]}}}}`,
		`{"data":{"commits":{"seq":3,"revision":3,"sentences":["新增制度机制“机制C”"],"diff":{"to":{"revision":3,"measures":[{"name":"机制B"},{"name":"机制C"}]},"counts":[{"kind":"COUNTY","added":0},{"kind":"DEPARTMENT","added":0},{"kind":"MEASURE","added":1}]}}}}`,
	}
	if got := next(); got != want[0] {
		t.Errorf("first event\n%s\nwant\n%s", got, want[0])
	}
	f.commit(2)
	if got := next(); got != want[1] {
		t.Errorf("second event\n%s\nwant\n%s", got, want[1])
	}
}

// TestBatches: what was there comes as one event.
func TestBatches(t *testing.T) {
	f := follow(t)
	f.commit(1)
	f.commit(2)
	if err := f.atlas.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	next := f.stream(`subscription { commitBatches(county: "900041", since: 0) { seq counties commits { revision } } }`)
	if got, want := next(), `{"data":{"commitBatches":{"seq":3,"counties":["900041"],"commits":[{"revision":1},{"revision":2},{"revision":3}]}}}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestSubscriptionsThatCannotBe are refused with a code and a place.
func TestSubscriptionsThatCannotBe(t *testing.T) {
	f := follow(t)
	for query, says := range map[string]string{
		`subscription { commits(since: 99) { seq } }`:            `"argument":["since"],"code":"INVALID"`,
		`subscription { commits(county: "000000") { seq } }`:     `"code":"NOT_FOUND"`,
		`subscription { commits { seq } commitBatches { seq } }`: `"code":"INVALID"`,
	} {
		if got := f.stream(query)(); !strings.Contains(got, says) {
			t.Errorf("%s: %s", query, got)
		}
	}
}

// TestSubscribeOverWebSocket follows, edits and reads on one socket.
func TestSubscribeOverWebSocket(t *testing.T) {
	f := follow(t)
	options := &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}}
	conn, _, err := websocket.Dial(t.Context(), "ws"+strings.TrimPrefix(f.URL, "http"), options) //nolint:bodyclose // it is the socket's own
	if err != nil {
		t.Fatal(err)
	}
	defer conn.CloseNow()
	send := func(id, kind, query string) {
		if err := wsjson.Write(t.Context(), conn, map[string]any{"id": id, "type": kind, "payload": map[string]string{"query": query}}); err != nil {
			t.Fatal(err)
		}
	}
	receive := func() map[string]json.RawMessage {
		var m map[string]json.RawMessage
		if err := wsjson.Read(t.Context(), conn, &m); err != nil {
			t.Fatal(err)
		}
		return m
	}
	if err := wsjson.Write(t.Context(), conn, map[string]string{"type": "connection_init"}); err != nil {
		t.Fatal(err)
	}
	if got := receive(); string(got["type"]) != `"connection_ack"` {
		t.Fatalf("%s", got)
	}
	send("follow", "subscribe", `subscription { commits(since: 1) { revision } }`)
	send("edit", "subscribe", `mutation { applyEdits(input: {county: "900041", baseRevision: 1, commitId: "w", edits: [{createMeasure: {name: "联席会议", measureKind: COORDINATION, status: EXISTING}}]}) { commit { revision } } }`)
	seen := map[string]string{}
	for seen["follow next"] == "" || seen["edit complete"] == "" {
		m := receive()
		seen[strings.Trim(string(m["id"]), `"`)+" "+strings.Trim(string(m["type"]), `"`)] = string(m["payload"]) + "."
	}
	if got, want := seen["follow next"], `{"data":{"commits":{"revision":2}}}.`; got != want {
		t.Errorf("the subscription gave %s, want %s", got, want)
	}
	if got, want := seen["edit next"], `{"data":{"applyEdits":{"commit":{"revision":2}}}}.`; got != want {
		t.Errorf("the mutation gave %s, want %s", got, want)
	}
}
