package main

import (
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"
)

var uri = regexp.MustCompile(`^bolt://127\.0\.0\.1:\d+\n$`)

func TestChildGetsTheAddressAndGivesTheExitCode(t *testing.T) {
	t.Parallel()
	var stdout, stderr bytes.Buffer
	args := []string{"--", "sh", "-c", `echo "$TIAOKUAI_TEST_NEO4J_URI"; exit 3`}
	code := run(t.Context(), args, strings.NewReader(""), &stdout, &stderr)
	if code != 3 || !uri.MatchString(stdout.String()) || stderr.Len() > 0 {
		t.Fatalf("exit code %d, printed %q, errors %q", code, stdout.String(), stderr.String())
	}
}

func TestRunsUntilItsInputEnds(t *testing.T) {
	t.Parallel()
	stdin, end := io.Pipe()
	stdout, printed := io.Pipe()
	code := make(chan int)
	go func() { code <- run(t.Context(), []string{"-java", "-Xmx256m"}, stdin, printed, io.Discard) }()
	line := make([]byte, 100)
	n, err := stdout.Read(line)
	if err != nil || !uri.Match(line[:n]) {
		t.Fatalf("printed %q: %v", line[:n], err)
	}
	if err := end.Close(); err != nil {
		t.Fatal(err)
	}
	if got := <-code; got != 0 {
		t.Fatalf("exit code %d", got)
	}
}

func TestUnknownCommandIsNamed(t *testing.T) {
	t.Parallel()
	var stderr bytes.Buffer
	code := run(t.Context(), []string{"--", "no-such-command"}, strings.NewReader(""), io.Discard, &stderr)
	if code != 1 || !strings.Contains(stderr.String(), "no-such-command") {
		t.Fatalf("exit code %d, errors %q", code, stderr.String())
	}
}
