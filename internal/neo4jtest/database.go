package neo4jtest

import (
	"context"
	"fmt"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
)

// Database is a running Neo4j that a test may fill, read and empty. It asks
// for no credentials and has one database, neo4j.
type Database struct {
	uri string
}

// URI is the address for a driver, bolt://127.0.0.1:port.
func (d *Database) URI() string { return d.uri }

// Driver opens a driver with default settings; it is closed at the test's end.
func (d *Database) Driver(tb testing.TB) neo4j.DriverWithContext {
	tb.Helper()
	driver, err := d.open()
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = driver.Close(context.WithoutCancel(tb.Context())) })
	return driver
}

func (d *Database) open() (neo4j.DriverWithContext, error) {
	driver, err := neo4j.NewDriverWithContext(d.uri, neo4j.NoAuth(), func(c *config.Config) { c.TelemetryDisabled = true })
	if err != nil {
		return nil, fmt.Errorf("neo4jtest: open a driver for %s: %w", d.uri, err)
	}
	return driver, nil
}

// write runs one statement in a transaction of its own.
func write(ctx context.Context, driver neo4j.DriverWithContext, cypher string, params map[string]any) ([]*neo4j.Record, error) {
	result, err := neo4j.ExecuteQuery(ctx, driver, cypher, params, neo4j.EagerResultTransformer,
		neo4j.ExecuteQueryWithDatabase("neo4j"))
	if err != nil {
		return nil, fmt.Errorf("neo4jtest: run %q: %w", cypher, err)
	}
	return result.Records, nil
}
