package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
)

// child is the running server under test.
type child struct {
	address string
	memory  memory
	cmd     *exec.Cmd
	stdin   io.Closer
}

// startServer starts this program once more as the server under test, and waits until it listens.
func startServer(ctx context.Context, o options, stderr io.Writer) (*child, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, self, "-serve", "-neo4j", o.neo4j, "-counties", strconv.Itoa(o.counties),
		"-seed", strconv.FormatUint(o.seed, 10), "-concurrency", strconv.Itoa(o.concurrency))
	cmd.Stderr = stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(stdout).ReadBytes('\n')
	var hello greeting
	if err == nil {
		err = json.Unmarshal(line, &hello)
	}
	if err != nil {
		_ = stdin.Close()
		return nil, fmt.Errorf("the server under test did not start: %w", cmd.Wait())
	}
	return &child{hello.Address, hello.Memory, cmd, stdin}, nil
}

func (s *child) stop() error {
	_ = s.stdin.Close()
	return s.cmd.Wait()
}
