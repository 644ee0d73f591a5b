package neo4jtest

import (
	"bufio"
	"errors"
	"net"
	"os"
	"strings"
	"testing"
	"time"
)

// deathTime is how long an abandoned server may live on.
const deathTime = 20 * time.Second

// A killed parent cannot stop anything itself. The end of a connection shows
// the end of the server, without asking again and again.
func TestServerDiesWithItsKilledParent(t *testing.T) {
	t.Parallel()
	parent := actor(t, "own", "NEO4JTEST_HOME="+t.TempDir())
	_, err := parent.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := parent.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	parent.Stderr = os.Stderr
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	uri, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address := strings.TrimPrefix(strings.TrimSpace(uri), "bolt://")
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if err := parent.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = parent.Wait()
	awaitDeath(t, conn)
}

// Where the kernel does not help, the end of standard input does.
func TestServerEndsWithItsInput(t *testing.T) {
	t.Parallel()
	s := New(t)
	if err := s.process.stdin.Close(); err != nil {
		t.Fatal(err)
	}
	select {
	case <-s.process.ended:
	case <-time.After(deathTime):
		t.Fatal("the server lives on")
	}
}

func awaitDeath(t *testing.T, conn net.Conn) {
	t.Helper()
	if err := conn.SetReadDeadline(time.Now().Add(deathTime)); err != nil {
		t.Fatal(err)
	}
	_, err := conn.Read(make([]byte, 1))
	if err == nil || errors.Is(err, os.ErrDeadlineExceeded) {
		t.Fatalf("the server lives on: %v", err)
	}
}
