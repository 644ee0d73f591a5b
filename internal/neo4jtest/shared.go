package neo4jtest

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// URIEnv hands a running Neo4j to the test binaries, as the command neo4j-run
// does. They empty it: it must be one for tests, without credentials.
const URIEnv = "TIAOKUAI_TEST_NEO4J_URI"

// New starts a server for one test, which may kill it; it is stopped at the
// test's end.
func New(tb testing.TB) *Server {
	tb.Helper()
	s, err := Start(tb.Context(), Config{})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := s.Stop(context.WithoutCancel(tb.Context())); err != nil {
			tb.Error(err)
		}
	})
	return s
}

// Shared returns the test binary's one database, started by its first test
// that asks. It is the one of TIAOKUAI_TEST_NEO4J_URI, emptied, if that is set
// and no other binary uses it, else a server of the binary's own: so no two
// packages ever meet in one database. The package's TestMain must be Main.
func Shared(tb testing.TB) *Database {
	tb.Helper()
	around.Lock()
	defer around.Unlock()
	if !around.running {
		tb.Fatal("neo4jtest: Shared needs the package's TestMain: func TestMain(m *testing.M) { neo4jtest.Main(m) }")
	}
	if around.db == nil {
		if err := acquire(tb.Context()); err != nil {
			tb.Fatal(err)
		}
	}
	return around.db
}

// Main runs a package's tests, stops the shared database and exits.
func Main(m *testing.M) { os.Exit(Around{M: m}.Run()) }

// Around runs M and then stops the shared database, for a TestMain that has to
// go through another one: testscript.Main(neo4jtest.Around{M: m}, …).
type Around struct {
	M interface{ Run() int }
}

// around is what the tests of one binary share. It is the package's one
// variable state: a test function has no other way to reach what TestMain owns.
var around struct {
	sync.Mutex
	running bool
	db      *Database
	release func() error
}

// Run returns the exit code of M, or 1 if the shared database did not stop.
func (a Around) Run() int {
	around.Lock()
	around.running = true
	around.Unlock()
	code := a.M.Run()
	around.Lock()
	defer around.Unlock()
	if around.db == nil {
		return code
	}
	if err := around.release(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return max(code, 1)
	}
	return code
}

// acquire borrows the handed-in database or starts an own one.
func acquire(ctx context.Context) error {
	if uri := os.Getenv(URIEnv); uri != "" {
		db, release, err := borrow(ctx, uri)
		if db != nil || err != nil {
			around.db, around.release = db, release
			return err
		}
	}
	s, err := Start(ctx, Config{})
	if err != nil {
		return err
	}
	around.db, around.release = &s.Database, func() error { return s.Stop(context.Background()) }
	return nil
}

// borrow takes the database at uri for this process and empties it; it returns
// nil if another process has it.
func borrow(ctx context.Context, uri string) (*Database, func() error, error) {
	name := fmt.Sprintf("tiaokuai-neo4j-%x.lock", sha256.Sum256([]byte(uri)))
	path := filepath.Join(os.TempDir(), name)
	unlock, ok, err := tryLock(path)
	if !ok {
		return nil, nil, err
	}
	release := func() {
		_ = os.Remove(path) // no trace in the temporary folder
		unlock()
	}
	db := &Database{uri: uri}
	if err := db.empty(ctx); err != nil {
		release()
		return nil, nil, errors.Join(fmt.Errorf("neo4jtest: %s=%s is not usable", URIEnv, uri), err)
	}
	return db, func() error { release(); return nil }, nil
}
