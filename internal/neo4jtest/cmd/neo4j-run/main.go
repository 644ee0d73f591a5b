// Command neo4j-run runs a command with a real Neo4j beside it:
//
//	go run ./internal/neo4jtest/cmd/neo4j-run [flags] -- go test ./...
//
// The command finds the address in TIAOKUAI_TEST_NEO4J_URI, and neo4j-run exits
// with the command's exit code. Without a command it prints the address and runs
// until standard input ends or it is told to stop. A temporary home is removed
// at the end; one named by -home is kept.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"tiaokuai/internal/neo4jtest"
)

// grace is how long a command may take to end after it was told to.
const grace = 30 * time.Second

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	cancel()
	os.Exit(code)
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("neo4j-run", flag.ContinueOnError)
	flags.SetOutput(stderr)
	var config neo4jtest.Config
	flags.StringVar(&config.Home, "home", "", "folder that holds the data and is kept (default a temporary one)")
	flags.IntVar(&config.Port, "port", 0, "port on 127.0.0.1 (default a free one)")
	java := flags.String("java", "", "options for Java, such as '-Xmx4g -Dpagecache=1g -XX:TieredStopAtLevel=4'")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	config.Java = strings.Fields(*java)
	code, err := with(ctx, config, func(uri string) (int, error) {
		if flags.NArg() == 0 {
			fmt.Fprintln(stdout, uri)
			awaitEnd(ctx, stdin)
			return 0, nil
		}
		return child(ctx, uri, flags.Args(), stdin, stdout, stderr)
	})
	if err != nil {
		fmt.Fprintln(stderr, err)
	}
	return code
}

// with starts Neo4j, calls use with its address and stops it.
func with(ctx context.Context, config neo4jtest.Config, use func(uri string) (int, error)) (int, error) {
	server, err := neo4jtest.Start(ctx, config)
	if err != nil {
		return 1, err
	}
	code, err := use(server.URI())
	if stopped := server.Stop(context.WithoutCancel(ctx)); stopped != nil {
		return max(code, 1), errors.Join(err, stopped)
	}
	return code, err
}

// child runs the command to its end and returns its exit code.
func child(ctx context.Context, uri string, args []string, stdin io.Reader, stdout, stderr io.Writer) (int, error) {
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Env = append(os.Environ(), neo4jtest.URIEnv+"="+uri)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = stdin, stdout, stderr
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = grace
	err := cmd.Run()
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit) && exit.Exited():
		return exit.ExitCode(), nil
	case err != nil:
		return 1, fmt.Errorf("neo4j-run: %s: %w", args[0], err)
	}
	return 0, nil
}

// awaitEnd returns when ctx or stdin ends.
func awaitEnd(ctx context.Context, stdin io.Reader) {
	ended := make(chan struct{})
	go func() {
		_, _ = io.Copy(io.Discard, stdin)
		close(ended)
	}()
	select {
	case <-ctx.Done():
	case <-ended:
	}
}
