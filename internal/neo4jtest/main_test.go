package neo4jtest

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"testing"
)

// roleEnv makes the test binary play another process's part.
const roleEnv = "NEO4JTEST_ROLE"

func TestMain(m *testing.M) {
	if role := os.Getenv(roleEnv); role != "" {
		os.Exit(play(role))
	}
	Main(m)
}

func play(role string) int {
	ctx := context.Background()
	var err error
	switch role {
	case "fetch":
		_, err = jars(ctx, os.Getenv("NEO4JTEST_CACHE"))
	case "own":
		var s *Server
		if s, err = Start(ctx, Config{Home: os.Getenv("NEO4JTEST_HOME")}); err == nil {
			fmt.Println(s.URI())
			_, _ = bufio.NewReader(os.Stdin).ReadByte() // until the test kills it
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// actor is this binary in a role, with more environment.
func actor(tb testing.TB, role string, env ...string) *exec.Cmd {
	tb.Helper()
	self, err := os.Executable()
	if err != nil {
		tb.Fatal(err)
	}
	cmd := exec.CommandContext(tb.Context(), self)
	cmd.Env = append(append(os.Environ(), roleEnv+"="+role), env...)
	return cmd
}
