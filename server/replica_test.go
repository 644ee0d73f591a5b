package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

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
