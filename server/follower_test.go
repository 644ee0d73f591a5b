package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

// heardCommit is a commit as a subscriber hears of it.
type heardCommit struct {
	Seq      int    `json:"seq"`
	CommitID string `json:"commitId"`
	County   string `json:"county"`
	Revision int    `json:"revision"`
}

// subscribed is one event of a subscription to commits.
type subscribed struct {
	Data   struct{ Commits heardCommit }
	Errors []struct{ Message string }
}

// follower follows the commits of one server in one way: it gives every event to hear until that says no or the
// connection ends, and has an error for what no server should send.
type follower struct {
	server *replica
	listen func(ctx context.Context, address, query string, hear func(subscribed) bool) error
}

// follow hears of commits until there were so many, and goes on where it was after its server is gone. What comes twice
// or out of order is an error.
func (f follower) follow(ctx context.Context, total int, heard *[]heardCommit) error {
	for since := 0; len(*heard) < total; {
		if err := ctx.Err(); err != nil {
			return err
		}
		var wrong error
		err := f.listen(ctx, f.server.address, fmt.Sprintf(`subscription { commits(since: %d) { seq commitId county revision } }`, since), func(e subscribed) bool {
			if len(e.Errors) > 0 {
				return false // not ready yet: again
			}
			c := e.Data.Commits
			if c.Seq <= since {
				wrong = fmt.Errorf("number %d came after %d", c.Seq, since)
				return false
			}
			since = c.Seq
			*heard = append(*heard, c)
			return len(*heard) < total
		})
		if wrong != nil || err != nil {
			return fmt.Errorf("after %d: %w", since, cmp.Or(wrong, err))
		}
	}
	return nil
}

// byEvents listens to server-sent events.
func byEvents(ctx context.Context, address, query string, hear func(subscribed) bool) error {
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+address+"/graphql", bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "text/event-stream")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil // it is down
	}
	defer answer.Body.Close()
	for lines := bufio.NewScanner(answer.Body); lines.Scan(); {
		data, ok := strings.CutPrefix(lines.Text(), "data: ")
		if !ok || data == "" {
			continue
		}
		var e subscribed
		if err := json.Unmarshal([]byte(data), &e); err != nil {
			return fmt.Errorf("%q: %w", data, err)
		}
		if !hear(e) {
			return nil
		}
	}
	return nil
}

// bySocket listens to a websocket that speaks graphql-transport-ws.
func bySocket(ctx context.Context, address, query string, hear func(subscribed) bool) error {
	options := &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}}
	socket, _, err := websocket.Dial(ctx, "ws://"+address+"/graphql", options) //nolint:bodyclose // it is the socket's own
	if err != nil {
		return nil // it is down
	}
	defer socket.CloseNow()
	say := func(m map[string]any) { _ = wsjson.Write(ctx, socket, m) } // where that fails so does the next reading
	say(map[string]any{"type": "connection_init"})
	for {
		_, data, err := socket.Read(ctx)
		if err != nil {
			return nil // it is gone
		}
		var m struct {
			Type    string
			Payload json.RawMessage
		}
		if err := json.Unmarshal(data, &m); err != nil {
			return fmt.Errorf("%q: %w", data, err)
		}
		switch m.Type {
		case "connection_ack":
			say(map[string]any{"type": "subscribe", "id": "1", "payload": map[string]string{"query": query}})
		case "ping":
			say(map[string]any{"type": "pong"})
		case "next":
			var e subscribed
			if err := json.Unmarshal(m.Payload, &e); err != nil {
				return fmt.Errorf("%q: %w", data, err)
			}
			if !hear(e) {
				return nil
			}
		case "error", "complete":
			return nil
		default:
			return fmt.Errorf("a message of type %q", m.Type)
		}
	}
}
