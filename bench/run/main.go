package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"time"

	"tiaokuai/internal/neo4jtest"
)

// options are what a run is about.
type options struct {
	neo4j       string
	counties    int
	seed        uint64
	concurrency int
	rounds      int
	warmUp      time.Duration
	measure     time.Duration
	check       bool
	json        string
	profiles    string
	only        string
	history     bool
	revisions   int64
	samples     int
}

// java is a heap and page cache that hold the whole dataset, the second compiler, and the collector that Neo4j ships with.
var java = []string{"-Xms2g", "-Xmx2g", "-Dpagecache=1g", "-XX:TieredStopAtLevel=4", "-XX:-UseSerialGC", "-XX:+UseG1GC"}

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt)
	err := start(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	cancel()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func start(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	var o options
	serving := false
	flags := flag.NewFlagSet("run", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.BoolVar(&serving, "serve", false, "be the server under test (used by the command itself)")
	flags.StringVar(&o.neo4j, "neo4j", os.Getenv(neo4jtest.URIEnv), "address of a Neo4j that holds nothing else (default one of its own)")
	flags.IntVar(&o.counties, "counties", 100, "size of the dataset")
	flags.Uint64Var(&o.seed, "seed", 1, "seed of the dataset")
	flags.IntVar(&o.concurrency, "concurrency", 16, "connections, each with one request at a time")
	flags.IntVar(&o.rounds, "rounds", 3, "rounds over all queries and peers")
	flags.DurationVar(&o.warmUp, "warmup", 10*time.Second, "requests to each query of each peer before the first round")
	flags.DurationVar(&o.measure, "measure", 4*time.Second, "how long one query of one peer is measured in a round")
	flags.BoolVar(&o.check, "check", false, "fail where a floor is missed")
	flags.StringVar(&o.json, "json", "", "file for the figures as JSON")
	flags.StringVar(&o.profiles, "cpuprofile", "", "folder for CPU profiles of the product")
	flags.StringVar(&o.only, "query", "", "only this query")
	flags.BoolVar(&o.history, "history", false, "measure commits and reads of the past on both stores, not queries")
	flags.Int64Var(&o.revisions, "revisions", 10_000, "with -history: length of the log that is read")
	flags.IntVar(&o.samples, "samples", 300, "with -history: cold reads")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if serving {
		return serve(ctx, o, stdin, stdout)
	}
	return withNeo4j(ctx, o, stderr, func(uri string) error {
		o.neo4j = uri
		if o.history {
			return runHistory(ctx, o, stdout, stderr)
		}
		return run(ctx, o, stdout, stderr)
	})
}

// withNeo4j calls use with the address given, else with that of a server of its own.
func withNeo4j(ctx context.Context, o options, stderr io.Writer, use func(uri string) error) error {
	if o.neo4j != "" {
		return use(o.neo4j)
	}
	fmt.Fprintln(stderr, "starting Neo4j …")
	server, err := neo4jtest.Start(ctx, neo4jtest.Config{Java: java})
	if err != nil {
		return err
	}
	return errors.Join(use(server.URI()), server.Stop(context.WithoutCancel(ctx)))
}

// run loads the dataset, starts the server under test, measures and reports.
func run(ctx context.Context, o options, stdout, stderr io.Writer) error {
	took, err := load(ctx, o)
	if err != nil {
		return err
	}
	fmt.Fprintf(stderr, "%d counties are in Neo4j (%v)\n", o.counties, took.Round(time.Millisecond))
	server, err := startServer(ctx, o, stderr)
	if err != nil {
		return err
	}
	r, err := measureAll(ctx, o, server, stderr)
	if err = errors.Join(err, server.stop()); err != nil {
		return err
	}
	r.LoadSeconds, r.Counties, r.Seed, r.Concurrency, r.Memory = took.Seconds(), o.counties, o.seed, o.concurrency, server.memory
	r.print(stdout)
	return o.conclude(r, r.missed())
}

// conclude writes the figures where they are asked for, and fails for what was missed if that is asked for.
func (o options) conclude(report any, missed []string) error {
	if o.json != "" {
		if err := write(report, o.json); err != nil {
			return err
		}
	}
	if o.check && len(missed) > 0 {
		return fmt.Errorf("floors missed: %v", missed)
	}
	return nil
}
