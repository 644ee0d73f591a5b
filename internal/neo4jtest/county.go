package neo4jtest

import (
	"fmt"
	"sync/atomic"
	"testing"
)

var counties atomic.Int64

// UniqueCounty returns a six-digit county code, 900001 and up, that no other
// call in this test binary gets and no real county has. A binary has its
// database to itself, so tests with counties of their own may run in parallel.
func UniqueCounty(tb testing.TB) string {
	tb.Helper()
	n := counties.Add(1)
	if n > 99_999 {
		tb.Fatal("neo4jtest: no county codes left")
	}
	return fmt.Sprintf("%06d", 900_000+n)
}
