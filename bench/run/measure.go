package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"tiaokuai/bench/peer"
	"tiaokuai/bench/queries"
)

// The peers.
const (
	product = "product"
	cypher  = "cypher"
	static  = "static"
)

// task is one query asked of one peer.
type task struct {
	query    queries.Query
	peer     string
	requests []request
}

// measureAll makes the requests, warms up while it compares every body, and measures in interleaved rounds.
func measureAll(ctx context.Context, o options, s *child, progress io.Writer) (report, error) {
	c := client{s.address, o.concurrency}
	r := newReport()
	tasks, err := s.tasks(o)
	if err != nil {
		return r, err
	}
	for _, t := range tasks {
		if _, err := c.ask(ctx, t.requests, o.warmUp, true); err != nil {
			return r, fmt.Errorf("warm-up of %s: %w", t.peer, err)
		}
		fmt.Fprintf(progress, "warm: %s %s\n", t.query.Name, t.peer)
	}
	for round := range o.rounds {
		for _, t := range tasks {
			took, err := c.ask(ctx, t.requests, o.measure, false)
			if err != nil {
				return r, err
			}
			r.add(t, took)
		}
		fmt.Fprintf(progress, "round %d of %d\n", round+1, o.rounds)
	}
	if o.profiles == "" {
		return r, ctx.Err()
	}
	return r, s.profile(ctx, o, c, tasks)
}

// tasks takes what the product answers as the bytes that everybody must answer.
func (s *child) tasks(o options) ([]task, error) {
	var tasks []task
	for _, q := range queries.All() {
		if o.only != "" && q.Name != o.only {
			continue
		}
		of := map[string][]request{}
		for n := range q.Variants(o.counties) {
			body, err := q.Body(n)
			if err != nil {
				return nil, err
			}
			want, err := get("http://" + s.address + "/static" + peer.StaticPath(q.Name, n))
			if err != nil {
				return nil, err
			}
			of[product] = append(of[product], newRequest(http.MethodPost, s.address, "/graphql", body, want))
			of[static] = append(of[static], newRequest(http.MethodGet, s.address, "/static"+peer.StaticPath(q.Name, n), nil, want))
			of[cypher] = append(of[cypher], newRequest(http.MethodGet, s.address, "/cypher"+peer.Path(q.Name, q.Subject(n)), nil, want))
		}
		for _, p := range []string{product, cypher, static} {
			if p != cypher || q.Floor > 0 {
				tasks = append(tasks, task{q, p, of[p]})
			}
		}
	}
	return tasks, nil
}

// profile takes a CPU profile of the server while it answers each query, apart from the measured rounds.
func (s *child) profile(ctx context.Context, o options, c client, tasks []task) error {
	const seconds = 5
	if err := os.MkdirAll(o.profiles, 0o755); err != nil {
		return err
	}
	for _, t := range tasks {
		if t.peer != product {
			continue
		}
		asked := make(chan error, 1)
		go func() {
			_, err := c.ask(ctx, t.requests, (seconds+1)*time.Second, false)
			asked <- err
		}()
		data, err := get("http://" + s.address + "/debug/pprof/profile?" + url.Values{"seconds": {fmt.Sprint(seconds)}}.Encode())
		if err == nil {
			err = os.WriteFile(filepath.Join(o.profiles, t.query.Name+".pprof"), data, 0o644)
		}
		if sent := <-asked; err == nil {
			err = sent
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func get(address string) ([]byte, error) {
	response, err := http.Get(address)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", address, response.Status)
	}
	return io.ReadAll(response.Body)
}

// quantile is the least time that a share of all took no longer than.
func quantile(sorted []time.Duration, share float64) time.Duration {
	return sorted[min(len(sorted)-1, int(share*float64(len(sorted))))]
}
