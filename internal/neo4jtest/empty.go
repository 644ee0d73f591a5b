package neo4jtest

import (
	"context"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const (
	// deleteSome takes a batch of nodes with their edges, small enough for a
	// small heap.
	deleteSome      = "MATCH (n) WITH n LIMIT 5000 DETACH DELETE n RETURN count(n) AS n"
	showConstraints = "SHOW CONSTRAINTS YIELD name RETURN name"
	showIndexes     = "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"
)

// Empty deletes all nodes and edges, constraints and indexes. Names of labels,
// types and properties once used stay known, as they do in any Neo4j.
func (d *Database) Empty(tb testing.TB) {
	tb.Helper()
	if err := d.empty(tb.Context()); err != nil {
		tb.Fatal(err)
	}
}

func (d *Database) empty(ctx context.Context) error {
	driver, err := d.open()
	if err != nil {
		return err
	}
	defer driver.Close(ctx)
	if err := deleteAll(ctx, driver); err != nil {
		return err
	}
	if err := dropAll(ctx, driver, showConstraints, "DROP CONSTRAINT "); err != nil {
		return err
	}
	return dropAll(ctx, driver, showIndexes, "DROP INDEX ")
}

func deleteAll(ctx context.Context, driver neo4j.DriverWithContext) error {
	for {
		records, err := write(ctx, driver, deleteSome, nil)
		if err != nil {
			return err
		}
		n, _, err := neo4j.GetRecordValue[int64](records[0], "n")
		if n == 0 || err != nil {
			return err
		}
	}
}

// dropAll drops what show names; a constraint takes its index with it.
func dropAll(ctx context.Context, driver neo4j.DriverWithContext, show, drop string) error {
	records, err := write(ctx, driver, show, nil)
	if err != nil {
		return err
	}
	for _, r := range records {
		name, _, err := neo4j.GetRecordValue[string](r, "name")
		if err != nil {
			return err
		}
		if _, err := write(ctx, driver, drop+quote(name)+" IF EXISTS", nil); err != nil {
			return err
		}
	}
	return nil
}

// quote makes any text a name in Cypher.
func quote(name string) string { return "`" + strings.ReplaceAll(name, "`", "``") + "`" }
