// Package neo4jtest starts a real Neo4j 5.26 community server as a child
// process, with no container engine: for tests, development and benchmarks.
//
// The server's jars come from Maven once and stay in the tree's own .cache
// folder; from them a small launcher is compiled, a class archive is trained
// and an empty home is laid, so that later starts take about two seconds. That
// needs a JDK (17 or 21) and, for the first fetch, mvn. Nothing of Neo4j is part
// of the program: it is a tool of the tests, under its own licence (GPLv3).
//
// A test that only reads and writes takes [Shared], one database for the whole
// test binary, and keeps to a county of its own ([UniqueCounty]) or to a clean
// database ([Database.Empty]); its package hands its TestMain to [Main]:
//
//	func TestMain(m *testing.M) { neo4jtest.Main(m) }
//
//	func TestAppend(t *testing.T) {
//		db := neo4jtest.Shared(t)
//		store, err := Open(t.Context(), db.URI())
//		…
//	}
//
// A test that kills Neo4j takes a server of its own, [New], and uses
// [Server.Kill] and [Server.Restart]. A whole run lends one server to its
// packages by the command beside this package:
//
//	go run ./internal/neo4jtest/cmd/neo4j-run -- go test ./...
//
// No process outlives the one that started it, not even over kill -9: the
// launcher ends with its standard input, and on Linux the kernel ends it too.
//
// It imports the standard library, the Neo4j driver and, on Windows,
// golang.org/x/sys; only tests, benchmarks and its own command import it.
package neo4jtest
