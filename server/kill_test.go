package main

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// kills is how often TestKilledServer kills the real server with its first commits under way.
const kills = 50

// TestKilledServer starts the server on empty folders and kills it with SIGKILL at random moments while it commits the
// example county. What somebody has seen is never lost, a commit is never there twice, and in the end the county is
// the very same as one that was loaded in peace.
func TestKilledServer(t *testing.T) {
	t.Parallel()
	program := filepath.Join(t.TempDir(), "server")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(self, program); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 0))
	peaceful := exported(t, program, t.TempDir())
	killed, inMidst := 0, 0
	for killed < kills {
		data, seen := t.TempDir(), 0
		for range 2 {
			now := killAmid(t, program, data, time.Duration(random.IntN(400))*time.Millisecond)
			if now < seen {
				t.Fatalf("revision %d was seen, and after a kill the county is at %d", seen, now)
			}
			if now > 0 && now < 5 {
				inMidst++
			}
			seen = now
			killed++
		}
		if !bytes.Equal(exported(t, program, data), peaceful) {
			t.Fatal("the county differs from one that was loaded in peace")
		}
	}
	t.Logf("%d kills, %d of them seen between two commits", killed, inMidst)
}

// killAmid starts the server, kills it some time after it listens, and gives the last revision that it showed.
func killAmid(t *testing.T, program, data string, after time.Duration) int {
	t.Helper()
	address := freeAddress(t)
	server := exec.Command(program, "--data", data, "--listen", address)
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = server.Process.Kill()
		_ = server.Wait()
	}()
	seen, end := 0, time.Now().Add(time.Minute)
	for listening := false; time.Now().Before(end); {
		r, ok := revisionAt(address)
		if ok && !listening {
			listening, end = true, time.Now().Add(after)
		}
		seen = max(seen, r)
	}
	return seen
}

// revisionAt is the revision of the example county that a server shows; 0 where it has none yet.
func revisionAt(address string) (revision int, ok bool) {
	answer, err := http.Post("http://"+address+"/graphql", "application/json", strings.NewReader(`{"query":"{ county(code: \"410185\") { revision history { totalCount } } }"}`))
	if err != nil {
		return 0, false
	}
	defer answer.Body.Close()
	var body struct {
		Data struct{ County *struct{ Revision int } }
	}
	if err := json.NewDecoder(answer.Body).Decode(&body); err != nil {
		return 0, false
	}
	if body.Data.County == nil {
		return 0, true
	}
	return body.Data.County.Revision, true
}

// exported loads what is missing of the example county and gives the whole of it.
func exported(t *testing.T, program, data string) []byte {
	t.Helper()
	if text, err := exec.Command(program, "--data", data, "load").CombinedOutput(); err != nil {
		t.Fatalf("load: %v\n%s", err, text)
	}
	text, err := exec.Command(program, "--data", data, "export").Output()
	if err != nil {
		t.Fatal("export:", err)
	}
	return text
}

func freeAddress(t testing.TB) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}
