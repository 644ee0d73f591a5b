package graph_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

// patience is how long a test waits for what must come.
const patience = 20 * time.Second

// next gives the events of a subscription one by one; false where it has ended as it should.
type next func() (string, bool)

// transports are the ways to follow something.
var transports = []struct {
	name string
	open func(*testing.T, *following, string) next
}{
	{"graphql-transport-ws", overSocket},
	{"event stream", overEvents},
}

func overSocket(t *testing.T, f *following, query string) next {
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	t.Cleanup(cancel)
	options := &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}}
	conn, _, err := websocket.Dial(ctx, "ws"+strings.TrimPrefix(f.URL, "http"), options) //nolint:bodyclose // it is the socket's own
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.CloseNow() })
	for _, m := range []map[string]any{{"type": "connection_init"}, {"id": "1", "type": "subscribe", "payload": map[string]string{"query": query}}} {
		if err := wsjson.Write(ctx, conn, m); err != nil {
			t.Fatal(err)
		}
	}
	return func() (string, bool) {
		t.Helper()
		for {
			var m struct {
				Type    string
				Payload json.RawMessage
			}
			if err := wsjson.Read(ctx, conn, &m); err != nil {
				t.Fatal(err)
			}
			switch m.Type {
			case "next":
				return string(m.Payload), true
			case "complete":
				return "", false
			case "error":
				t.Fatalf("%s", m.Payload)
			}
		}
	}
}

func overEvents(t *testing.T, f *following, query string) next {
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	t.Cleanup(cancel)
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, f.URL, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "text/event-stream")
	answer, err := f.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = answer.Body.Close() })
	lines := bufio.NewScanner(answer.Body)
	return func() (string, bool) {
		t.Helper()
		for event := ""; lines.Scan(); {
			if name, ok := strings.CutPrefix(lines.Text(), "event: "); ok {
				event = name
			}
			data, ok := strings.CutPrefix(lines.Text(), "data: ")
			if ok && event == "next" {
				return data, true
			}
			if event == "complete" {
				return "", false
			}
		}
		t.Fatalf("the stream ended without a complete event: %v", lines.Err())
		return "", false
	}
}

const followedFields = `version title state cursor stale result { measures { name } }`

// TestFollowScenario follows a scenario that somebody else writes on another server of the same store: each edit, undo,
// redo, change of state and move of the county comes once and in order, until the scenario is deleted.
func TestFollowScenario(t *testing.T) {
	for _, transport := range transports {
		t.Run(transport.name, func(t *testing.T) {
			s := engines[0].open(t)
			t.Cleanup(func() { _ = s.Close(context.Background()) })
			f := followOn(t, s)
			other := &author{api: serve(t, s)}
			other.do(t, `createScenario(input: {county: "900041", title: "方案", key: "plan"})`)
			follow := transport.open(t, f, fmt.Sprintf(`subscription { scenario(id: %q) { %s } }`, other.ID, followedFields))
			wants(t, follow, `"version":1,"title":"方案","state":"DRAFT","cursor":0,"stale":false,"result":{"measures":[]}`)

			const made, kept = `[{"name":"联席会议"}]`, `[{"name":"名录"},{"name":"联席会议"}]`
			other.edit(t, `{do: {edits: [{createMeasure: {name: "联席会议", measureKind: COORDINATION, status: RECOMMENDED}}]}}`)
			wants(t, follow, `"version":2,"title":"方案","state":"DRAFT","cursor":1,"stale":false,"result":{"measures":`+made+`}`)
			other.edit(t, `{undo: true}`)
			wants(t, follow, `"version":3,"title":"方案","state":"DRAFT","cursor":0,"stale":false,"result":{"measures":[]}`)
			other.edit(t, `{redo: true}`)
			wants(t, follow, `"version":4,"title":"方案","state":"DRAFT","cursor":1,"stale":false,"result":{"measures":`+made+`}`)
			other.edit(t, `{amend: {title: "联席会议方案"}}`)
			wants(t, follow, `"version":5,"title":"联席会议方案","state":"DRAFT","cursor":1,"stale":false,"result":{"measures":`+made+`}`)

			other.commit(t)
			wants(t, follow, `"version":5,"title":"联席会议方案","state":"DRAFT","cursor":1,"stale":true,"result":{"measures":`+made+`}`)
			other.act(t, "rebaseScenario")
			wants(t, follow, `"version":6,"title":"联席会议方案","state":"DRAFT","cursor":1,"stale":false,"result":{"measures":`+kept+`}`)
			other.act(t, "submitScenario")
			wants(t, follow, `"version":7,"title":"联席会议方案","state":"APPROVED","cursor":1,"stale":false,"result":{"measures":`+kept+`}`)
			other.act(t, "withdrawScenario")
			wants(t, follow, `"version":8,"title":"联席会议方案","state":"WITHDRAWN","cursor":1,"stale":false,"result":{"measures":`+kept+`}`)
			other.remove(t)
			if event, more := follow(); more {
				t.Errorf("after it was deleted comes %s", event)
			}
		})
	}
}

// TestFollowApplied: whoever follows a scenario hears that it was applied.
func TestFollowApplied(t *testing.T) {
	for _, transport := range transports {
		t.Run(transport.name, func(t *testing.T) {
			s := engines[0].open(t)
			t.Cleanup(func() { _ = s.Close(context.Background()) })
			f := followOn(t, s)
			other := &author{api: serve(t, s)}
			other.do(t, `createScenario(input: {county: "900041", title: "方案", key: "plan", edits: [{createMeasure: {name: "联席会议", measureKind: COORDINATION, status: RECOMMENDED}}]})`)
			other.act(t, "submitScenario")
			follow := transport.open(t, f, fmt.Sprintf(`subscription { scenario(id: %q) { state commit { revision } } }`, other.ID))
			wants(t, follow, `"state":"APPROVED","commit":null`)
			other.act(t, "applyScenario")
			for last := ""; last != `{"data":{"scenario":{"state":"APPLIED","commit":{"revision":2}}}}`; { // the commit may be heard of first
				event, more := follow()
				if !more || last != "" && event == last {
					t.Fatalf("after %s comes %s", last, event)
				}
				last = event
			}
		})
	}
}

func wants(t *testing.T, follow next, want string) {
	t.Helper()
	got, more := follow()
	if want = `{"data":{"scenario":{` + want + `}}}`; !more || got != want {
		t.Fatalf("the event is\n%s, want\n%s", got, want)
	}
}

// author is somebody who writes a scenario on a server of their own.
type author struct {
	api
	planned
}

// do sends a mutation and keeps what became of the scenario.
func (a *author) do(t *testing.T, mutation string) {
	t.Helper()
	name, _, _ := strings.Cut(mutation, "(")
	a.ask(t, `mutation { `+mutation+` { `+plannedFields+` } }`, name+".scenario", &a.planned)
}

func (a *author) edit(t *testing.T, change string) {
	t.Helper()
	a.do(t, fmt.Sprintf(`editScenario(input: {scenario: %q, version: %d, change: %s})`, a.ID, a.Version, change))
}

func (a *author) act(t *testing.T, what string) {
	t.Helper()
	a.do(t, fmt.Sprintf(`%s(input: {scenario: %q, version: %d})`, what, a.ID, a.Version))
}

func (a *author) commit(t *testing.T) {
	t.Helper()
	var revision int
	a.ask(t, `mutation { applyEdits(input: {county: "900041", baseRevision: 1, edits: [{createMeasure: {name: "名录", measureKind: LIST, status: EXISTING}}]}) { commit { revision } } }`,
		"applyEdits.commit.revision", &revision)
}

func (a *author) remove(t *testing.T) {
	t.Helper()
	var id string
	a.ask(t, fmt.Sprintf(`mutation { deleteScenario(input: {scenario: %q, version: %d}) { id } }`, a.ID, a.Version), "deleteScenario.id", &id)
}
