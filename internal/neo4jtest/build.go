package neo4jtest

import (
	"archive/zip"
	"context"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
)

//go:embed Server.java
var source []byte

// buildOnce builds the launcher's folder if it is not complete. The class
// archive comes last and tells that it is. Of many processes one builds.
func (l *launcher) buildOnce(ctx context.Context) error {
	if exists(l.archive()) {
		return nil
	}
	release, err := lock(ctx, l.dir+".lock")
	if err != nil {
		return err
	}
	defer release()
	if exists(l.archive()) {
		return nil
	}
	if err := os.RemoveAll(l.dir); err != nil {
		return fmt.Errorf("neo4jtest: clear an unfinished build: %w", err)
	}
	return l.build(ctx)
}

func (l *launcher) build(ctx context.Context) error {
	if err := l.jdk.check(ctx); err != nil {
		return err
	}
	if err := os.MkdirAll(l.dir, 0o755); err != nil {
		return fmt.Errorf("neo4jtest: build the launcher: %w", err)
	}
	if err := l.unsignAll(); err != nil {
		return err
	}
	if err := l.compile(ctx); err != nil {
		return err
	}
	return l.train(ctx)
}

// unsignAll copies the signed jars, two or three of some two hundred.
func (l *launcher) unsignAll() error {
	for _, jar := range l.jars {
		is, err := signed(jar)
		if err != nil {
			return err
		}
		if !is {
			continue
		}
		if err := unsign(jar, filepath.Join(l.dir, filepath.Base(jar))); err != nil {
			return err
		}
	}
	return nil
}

// compile makes server.jar of Server.java: a class archive takes jars only.
func (l *launcher) compile(ctx context.Context) error {
	java := filepath.Join(l.dir, "Server.java")
	if err := os.WriteFile(java, source, 0o644); err != nil {
		return fmt.Errorf("neo4jtest: compile Server.java: %w", err)
	}
	if err := run(ctx, l.jdk.javac, "-cp", l.classpath(), "-d", l.dir, java); err != nil {
		return fmt.Errorf("neo4jtest: compile Server.java: %w", err)
	}
	class, err := os.ReadFile(filepath.Join(l.dir, "Server.class"))
	if err != nil {
		return fmt.Errorf("neo4jtest: compile Server.java: %w", err)
	}
	return writeZip(filepath.Join(l.dir, "server.jar"), func(w *zip.Writer) error {
		entry, err := w.Create("Server.class")
		if err != nil {
			return err
		}
		_, err = entry.Write(class)
		return err
	})
}
