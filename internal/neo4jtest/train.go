package neo4jtest

import (
	"context"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// trainingCypher is ordinary work, one statement a line, so that the class
// archive also holds what the first queries of a test need.
//
//go:embed training.cypher
var trainingCypher string

// train runs Neo4j twice: once working, to learn which classes go into the
// archive, and once idle on a new home, which every later server starts from.
func (l *launcher) train(ctx context.Context) error {
	archive := filepath.Join(l.dir, "unfinished.jsa")
	work, err := os.MkdirTemp(l.dir, "training-")
	if err != nil {
		return fmt.Errorf("neo4jtest: train the class archive: %w", err)
	}
	defer os.RemoveAll(work)
	if err := l.once(ctx, work, practise, "-XX:ArchiveClassesAtExit="+archive, "-Xlog:cds=off"); err != nil {
		return fmt.Errorf("neo4jtest: train the class archive: %w", err)
	}
	idle := func(context.Context, *Database) error { return nil }
	if err := l.once(ctx, l.home(), idle, archived(archive)); err != nil {
		return fmt.Errorf("neo4jtest: lay an empty home: %w", err)
	}
	return os.Rename(archive, l.archive())
}

// once starts Neo4j on home, lets use work with it and shuts it down.
func (l *launcher) once(ctx context.Context, home string, use func(context.Context, *Database) error, options ...string) error {
	port, err := freePort()
	if err != nil {
		return err
	}
	p, err := startProcess(ctx, l.command(home, port, options...))
	if err != nil {
		return err
	}
	defer p.kill()
	if err := use(ctx, &Database{uri: localURI(port)}); err != nil {
		return err
	}
	return p.end(ctx)
}

// practise runs the training statements.
func practise(ctx context.Context, db *Database) error {
	driver, err := db.open()
	if err != nil {
		return err
	}
	defer driver.Close(ctx)
	for statement := range strings.Lines(trainingCypher) {
		if _, err := write(ctx, driver, statement, nil); err != nil {
			return err
		}
	}
	return db.empty(ctx)
}
