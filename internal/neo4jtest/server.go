package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
)

// Config says how a server starts. The zero value is right for tests.
type Config struct {
	// Home is the folder that holds the data, created if need be and kept by
	// Stop. Empty: a temporary one, removed by Stop.
	Home string
	// Port on 127.0.0.1. 0: a free one.
	Port int
	// Java overrules the small, quickly starting defaults (1 GiB of heap, a page
	// cache of 64 MiB, the first compiler only), for benchmarks such as
	// "-Xmx4g", "-Dpagecache=1g", "-XX:TieredStopAtLevel=4".
	Java []string
}

// Server is a Neo4j process of one's own. Its commits are forced to disk, so
// that they outlive Kill. One goroutine at a time may kill, restart or stop it.
type Server struct {
	Database

	launcher *launcher
	config   Config
	ownsHome bool
	process  *process
}

// Start starts a server and returns when it answers, after about two seconds.
// The first start in a tree also fetches and prepares Neo4j, which takes about
// a minute. ctx bounds the start, not the server's life.
func Start(ctx context.Context, config Config) (*Server, error) {
	l, err := prepare(ctx)
	if err != nil {
		return nil, err
	}
	s := &Server{launcher: l, config: config}
	if err := s.layHome(); err != nil {
		return nil, err
	}
	if err := s.firstStart(ctx); err != nil {
		return nil, errors.Join(err, s.removeHome())
	}
	return s, nil
}

// Kill ends the process as kill -9 does, and returns when it is gone.
func (s *Server) Kill() { s.process.kill() }

// Restart starts the server again on the same home and port, killing it first
// if it still runs.
func (s *Server) Restart(ctx context.Context) error {
	s.process.kill()
	return s.start(ctx)
}

// Stop ends the server: in order where the home is kept, else at once.
func (s *Server) Stop(ctx context.Context) error {
	if !s.ownsHome {
		return s.process.end(ctx)
	}
	s.process.kill()
	return s.removeHome()
}

// layHome makes a home that has no data yet a copy of the empty one.
func (s *Server) layHome() (err error) {
	if s.config.Home == "" {
		if s.config.Home, err = os.MkdirTemp("", "neo4jtest-"); err != nil {
			return fmt.Errorf("neo4jtest: make a home: %w", err)
		}
		s.ownsHome = true
	}
	entries, err := os.ReadDir(s.config.Home)
	if len(entries) > 0 || err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err := os.CopyFS(s.config.Home, os.DirFS(s.launcher.home())); err != nil {
		return errors.Join(fmt.Errorf("neo4jtest: lay the home: %w", err), s.removeHome())
	}
	return nil
}

func (s *Server) removeHome() error {
	if !s.ownsHome {
		return nil
	}
	return os.RemoveAll(s.config.Home)
}

// firstStart finds a port, and another one if somebody was faster to take it.
func (s *Server) firstStart(ctx context.Context) error {
	if s.config.Port != 0 {
		return s.start(ctx)
	}
	for {
		port, err := freePort()
		if err != nil {
			return err
		}
		s.config.Port = port
		err = s.start(ctx)
		if err == nil || !strings.Contains(err.Error(), "Address already in use") {
			return err
		}
	}
}

func (s *Server) start(ctx context.Context) (err error) {
	s.uri = localURI(s.config.Port)
	options := append([]string{archived(s.launcher.archive())}, s.config.Java...)
	p, err := startProcess(ctx, s.launcher.command(s.config.Home, s.config.Port, options...))
	if err == nil {
		s.process = p
	}
	return err
}
