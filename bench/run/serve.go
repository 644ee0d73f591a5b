package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/pprof"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"tiaokuai/bench/peer"
	"tiaokuai/bench/queries"
	"tiaokuai/graph"
	"tiaokuai/internal/atlas"
)

// greeting is the line that the server under test prints once it listens.
type greeting struct {
	Address string
	Memory  memory
}

// serve is the server under test: the product at /graphql, the peers at /cypher/ and /static/. It ends with its standard
// input. The product stands without its outer shell of CORS and two headers, which costs about a microsecond.
func serve(ctx context.Context, o options, stdin io.Reader, stdout io.Writer) error {
	s, a, err := open(ctx, o)
	if err != nil {
		return err
	}
	defer func() { _ = s.Close(ctx) }()
	used, err := weigh(ctx, a, o)
	if err != nil {
		return err
	}
	handler, err := handlers(ctx, a, o)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server := &http.Server{Handler: handler}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	if err := json.NewEncoder(stdout).Encode(greeting{listener.Addr().String(), used}); err != nil {
		return err
	}
	ended := make(chan struct{})
	go func() { _, _ = io.Copy(io.Discard, stdin); close(ended) }()
	select {
	case err := <-failed:
		return err
	case <-ended:
		return server.Close()
	}
}

func handlers(ctx context.Context, a *atlas.Atlas, o options) (http.Handler, error) {
	product := graph.New(graph.Config{Atlas: a, Reference: func() string { return "bench" }})
	db, err := driver.NewDriverWithContext(o.neo4j, driver.NoAuth(), func(c *config.Config) {
		c.FetchSize, c.TelemetryDisabled, c.MaxConnectionPoolSize = driver.FetchAll, true, 2*o.concurrency
	})
	if err != nil {
		return nil, err
	}
	rests, err := peer.Rests(o.seed, o.counties)
	if err != nil {
		return nil, err
	}
	static, err := answers(ctx, product, o)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/graphql", product)
	mux.Handle("/cypher/", http.StripPrefix("/cypher", peer.Cypher{Driver: db, Rest: rests}.Handler()))
	mux.Handle("/static/", http.StripPrefix("/static", static.Handler()))
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	return mux, nil
}

// answers are the product's, for the static peer.
func answers(ctx context.Context, product http.Handler, o options) (peer.Static, error) {
	static := peer.Static{}
	for _, q := range queries.All() {
		for n := range q.Variants(o.counties) {
			body, err := q.Body(n)
			if err != nil {
				return nil, err
			}
			r := httptest.NewRequestWithContext(ctx, http.MethodPost, "/graphql", strings.NewReader(string(body)))
			r.Header.Set("Content-Type", "application/json")
			w := httptest.NewRecorder()
			product.ServeHTTP(w, r)
			if w.Code != http.StatusOK || strings.HasPrefix(w.Body.String(), `{"errors"`) {
				return nil, fmt.Errorf("query %s: %d %.300s", q.Name, w.Code, w.Body)
			}
			static[q.Name] = append(static[q.Name], w.Body.Bytes())
		}
	}
	return static, nil
}
