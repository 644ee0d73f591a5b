package neo4jtest

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// version is the Neo4j release that pom.xml asks for.
const version = "5.26.20"

// cacheDir is the folder inside the tree that keeps the jars and what is made
// of them, so that a run leaves nothing behind outside of it. It ignores itself.
func cacheDir() (string, error) {
	root, err := moduleRoot()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(root, ".cache", "neo4j-"+version)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("neo4jtest: make the cache: %w", err)
	}
	if err := os.WriteFile(filepath.Join(dir, ".gitignore"), []byte("*\n"), 0o644); err != nil {
		return "", fmt.Errorf("neo4jtest: make the cache: %w", err)
	}
	return dir, nil
}

// moduleRoot walks up from the working folder, which for a test is its
// package's, to the one with go.mod.
func moduleRoot() (string, error) {
	start, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("neo4jtest: find the tree: %w", err)
	}
	for dir := start; ; dir = filepath.Dir(dir) {
		if exists(filepath.Join(dir, "go.mod")) {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", fmt.Errorf("neo4jtest: no go.mod in %s or above it: run inside the source tree", start)
		}
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, os.ErrNotExist)
}
