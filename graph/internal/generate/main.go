// Command generate runs gqlgen on gqlgen.yml and then puts a sequential loop in the place of
// graphql.MarshalSliceConcurrently: a goroutine for each list element buys nothing over memory.
package main

import (
	"bytes"
	"fmt"
	"go/format"
	"os"
	"path/filepath"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen/config"
)

const (
	execDir    = "graph/internal/exec"
	concurrent = "graphql.MarshalSliceConcurrently("
	sequential = "inorder.MarshalSlice("
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run() error {
	if err := os.Chdir(root()); err != nil {
		return err
	}
	if err := os.RemoveAll(execDir); err != nil {
		return err
	}
	cfg, err := config.LoadConfig("gqlgen.yml")
	if err != nil {
		return err
	}
	if err := api.Generate(cfg); err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(execDir, "*.go"))
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := makeSequential(f); err != nil {
			return err
		}
	}
	return nil
}

// root is the folder with gqlgen.yml: this one or one above.
func root() string {
	dir := "."
	for range 5 {
		if _, err := os.Stat(filepath.Join(dir, "gqlgen.yml")); err == nil {
			return dir
		}
		dir = filepath.Join(dir, "..")
	}
	return "."
}

func makeSequential(file string) error {
	text, err := os.ReadFile(file)
	if err != nil || !bytes.Contains(text, []byte(concurrent)) {
		return err
	}
	text = bytes.ReplaceAll(text, []byte(concurrent), []byte(sequential))
	text = bytes.Replace(text, []byte("import (\n"), []byte("import (\n\t\"tiaokuai/graph/internal/inorder\"\n"), 1)
	if text, err = format.Source(text); err != nil { // puts the import in its place
		return err
	}
	return os.WriteFile(file, text, 0o644)
}
