package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"tiaokuai/internal/neo4jtest"
)

// TestTwoServersOnOneNeo4j: two real servers, two counties, two writers a server. One server is killed amid the commits
// and started again. No update is lost or made twice, both servers come to the same counties, and who follows either
// hears of each commit once and in order.
func TestTwoServersOnOneNeo4j(t *testing.T) {
	const each = 12 // commits a writer
	db := neo4jtest.Shared(t)
	db.Empty(t)
	steady, mortal := newReplica(t, db.URI()), newReplica(t, db.URI())
	counties := []string{"900201", "900202"}
	for i, code := range counties {
		answer := steady.commit(t.Context(), code, 0, "make-"+code, fmt.Sprintf(`{createCounty: {key: %q, name: "县%d"}}`, code, i))
		if answer.ID == "" {
			t.Fatalf("county %s: %+v", code, answer)
		}
	}
	total := len(counties) * (1 + 2*each)

	g, ctx := errgroup.WithContext(t.Context())
	var heard [2][]heardCommit
	for i, r := range []*replica{steady, mortal} {
		g.Go(func() error { return r.follow(ctx, total, &heard[i]) })
	}
	half := make(chan struct{}, 2*len(counties))
	for i, code := range counties {
		for w := range 2 {
			first := []*replica{steady, mortal}[(i+w)%2]
			g.Go(func() error { return write(ctx, first, steady, code, w, each, half) })
		}
	}
	g.Go(func() error {
		for range cap(half) {
			select {
			case <-half:
			case <-ctx.Done():
				return nil
			}
		}
		mortal.kill()
		return mortal.start()
	})
	if err := g.Wait(); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(heard[0], heard[1]) {
		t.Errorf("the two subscribers heard differently:\n%v\n%v", heard[0], heard[1])
	}
	for _, code := range counties {
		a, b := steady.measures(t.Context(), code), mortal.measures(t.Context(), code)
		if a != b || strings.Count(a, "机制") != 2*each {
			t.Errorf("county %s: %d measures, want %d; at the other server %d", code, strings.Count(a, "机制"), 2*each, strings.Count(b, "机制"))
		}
	}
}

// write commits one measure after the other, each with an id of its own that is kept until it is answered. Where its
// server is gone it sends the same to the other; where somebody was faster it reads and tries on what is there.
func write(ctx context.Context, first, other *replica, code string, writer, each int, half chan<- struct{}) error {
	to := first
	for n := range each {
		if n == each/2 {
			half <- struct{}{}
		}
		name := fmt.Sprintf("机制%d之%d", writer, n)
		for done := false; !done; {
			if err := ctx.Err(); err != nil {
				return err
			}
			base := to.revision(ctx, code)
			if base == 0 {
				to = other
				continue
			}
			id, edit := fmt.Sprintf("%s-%d-%d-%d", code, writer, n, base), fmt.Sprintf(`{createMeasure: {name: %q, measureKind: COORDINATION, status: EXISTING}}`, name)
			answer := to.commit(ctx, code, base, id, edit)
			for answer.Unknown && ctx.Err() == nil { // lost: the same again, elsewhere
				to = other
				answer = to.commit(ctx, code, base, id, edit)
			}
			switch answer.Code {
			case "":
				done = true
			case "CONFLICT":
			default:
				return fmt.Errorf("%s: %+v", name, answer)
			}
		}
	}
	return nil
}

// replica is one server process among several on one store.
type replica struct {
	program, store, address string
	mu                      sync.Mutex
	process                 *exec.Cmd
}

func newReplica(t *testing.T, store string) *replica {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r := &replica{program: filepath.Join(t.TempDir(), "server"), store: store, address: freeAddress(t)}
	if err := os.Symlink(self, r.program); err != nil {
		t.Fatal(err)
	}
	if err := r.start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.kill)
	return r
}

// start starts the process and waits until it is ready.
func (r *replica) start() error {
	p := exec.Command(r.program, "--neo4j", r.store, "--listen", r.address, "--no-seed")
	if err := p.Start(); err != nil {
		return err
	}
	r.mu.Lock()
	r.process = p
	r.mu.Unlock()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); <-time.After(20 * time.Millisecond) {
		if answer, err := http.Get("http://" + r.address + "/readyz"); err == nil {
			_ = answer.Body.Close()
			if answer.StatusCode == http.StatusOK {
				return nil
			}
		}
	}
	return fmt.Errorf("%s is not ready", r.address)
}

func (r *replica) kill() {
	r.mu.Lock()
	defer r.mu.Unlock()
	_ = r.process.Process.Kill()
	_ = r.process.Wait()
}

// commitOutcome is what became of a commit: an id, an error's code, or not known.
type commitOutcome struct {
	ID, Code, Message string
	Unknown           bool
}

func (r *replica) commit(ctx context.Context, county string, base int, id, edit string) commitOutcome {
	var answer struct {
		Data struct {
			ApplyEdits *struct{ Commit struct{ CommitID string } }
		}
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	query := fmt.Sprintf(`mutation { applyEdits(input: {county: %q, baseRevision: %d, commitId: %q, edits: [%s]}) { commit { commitId } } }`, county, base, id, edit)
	if err := r.ask(ctx, query, &answer); err != nil {
		return commitOutcome{Unknown: true, Message: err.Error()}
	}
	if len(answer.Errors) > 0 {
		e := answer.Errors[0]
		return commitOutcome{Code: e.Extensions.Code, Message: e.Message, Unknown: e.Extensions.Code == "UNAVAILABLE"}
	}
	return commitOutcome{ID: answer.Data.ApplyEdits.Commit.CommitID}
}

// revision is the county's newest revision that the server knows of; 0 while it does not answer.
func (r *replica) revision(ctx context.Context, county string) int {
	var answer struct {
		Data struct{ County *struct{ Revision int } }
	}
	if err := r.ask(ctx, fmt.Sprintf(`{ county(code: %q) { revision } }`, county), &answer); err != nil || answer.Data.County == nil {
		return 0
	}
	return answer.Data.County.Revision
}

func (r *replica) measures(ctx context.Context, county string) string {
	var answer json.RawMessage
	_ = r.ask(ctx, fmt.Sprintf(`{ county(code: %q) { revision measures { name } } }`, county), &answer)
	return string(answer)
}

func (r *replica) ask(ctx context.Context, query string, into any) error {
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+r.address+"/graphql", bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	return json.NewDecoder(answer.Body).Decode(into)
}

// heardCommit is a commit as a subscriber hears of it.
type heardCommit struct {
	Seq      int    `json:"seq"`
	CommitID string `json:"commitId"`
	County   string `json:"county"`
	Revision int    `json:"revision"`
}

// follow hears of commits until there were so many, and goes on where it was after its server is gone. What comes twice
// or out of order is an error.
func (r *replica) follow(ctx context.Context, total int, heard *[]heardCommit) error {
	for len(*heard) < total {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := r.listen(ctx, total, heard); err != nil {
			return err
		}
	}
	return nil
}

func (r *replica) listen(ctx context.Context, total int, heard *[]heardCommit) error {
	since := 0
	if n := len(*heard); n > 0 {
		since = (*heard)[n-1].Seq
	}
	body, err := json.Marshal(map[string]string{"query": fmt.Sprintf(`subscription { commits(since: %d) { seq commitId county revision } }`, since)})
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+r.address+"/graphql", bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "text/event-stream")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil // it is down: again
	}
	defer answer.Body.Close()
	lines := bufio.NewScanner(answer.Body)
	for len(*heard) < total && lines.Scan() {
		data, ok := strings.CutPrefix(lines.Text(), "data: ")
		if !ok || data == "" {
			continue
		}
		var event struct {
			Data   struct{ Commits heardCommit }
			Errors []struct{ Message string }
		}
		if err := json.Unmarshal([]byte(data), &event); err != nil {
			return fmt.Errorf("%q: %w", data, err)
		}
		if len(event.Errors) > 0 {
			break // not ready yet: again
		}
		if event.Data.Commits.Seq <= since {
			return fmt.Errorf("number %d came after %d", event.Data.Commits.Seq, since)
		}
		since = event.Data.Commits.Seq
		*heard = append(*heard, event.Data.Commits)
	}
	return nil
}
