// Command generate runs gqlgen on gqlgen.yml and then puts what graph/internal/inorder has in the place of gqlgen's own
// lists, objects and leaves: over memory a goroutine for each list element, and a context for each leaf, buy nothing.
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

const execDir = "graph/internal/exec"

// swaps are done on the generated text. A root's fields follow a block and not the line of the second: it keeps gqlgen's.
var swaps = [...]struct{ from, to string }{
	{"graphql.MarshalSliceConcurrently(", "inorder.MarshalSlice("},
	{
		"Implementors)\n\n\tout := graphql.NewFieldSet(fields)\n\tdeferred := graphql.NewDeferredGroup(ctx)\n",
		"Implementors)\n\n\tout := inorder.NewObject(fields)\n\tdeferred := graphql.DeferredGroup{}\n",
	},
	{"return graphql.ResolveField(\n", "return inorder.ResolveField(\n"},
	{"var buf bytes.Buffer\n\t\t\tdata.MarshalGQL(&buf)\n\t\t\tresponse.Data = buf.Bytes()\n", "response.Data = inorder.Bytes(data)\n"},
	{"var buf bytes.Buffer\n\t\t\tdata.MarshalGQL(&buf)\n\n\t\t\treturn &graphql.Response{\n\t\t\t\tData: buf.Bytes(),\n", "return &graphql.Response{\n\t\t\t\tData: inorder.Bytes(data),\n"},
}

// bytesImport goes where the swaps have left nothing that uses it.
var bytesImport = []byte("\t\"bytes\"\n")

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
	if err := api.Generate(cfg, api.AddPlugin(opaque{"EditInput", "DutyAdmissionInput"})); err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(execDir, "*.go"))
	if err != nil {
		return err
	}
	found := map[string]bool{}
	for _, f := range files {
		if err := putInOrder(f, found); err != nil {
			return err
		}
	}
	for _, swap := range swaps {
		if !found[swap.from] {
			return fmt.Errorf("gqlgen no longer writes %q: look at swaps anew", swap.from)
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

// putInOrder does the swaps in one file and notes which it found.
func putInOrder(file string, found map[string]bool) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	before := text
	for _, swap := range swaps {
		if bytes.Contains(text, []byte(swap.from)) {
			found[swap.from] = true
		}
		text = bytes.ReplaceAll(text, []byte(swap.from), []byte(swap.to))
	}
	if bytes.Equal(before, text) {
		return nil
	}
	if !bytes.Contains(text, []byte("bytes.Buffer")) {
		text = bytes.Replace(text, bytesImport, nil, 1)
	}
	text = bytes.Replace(text, []byte("import (\n"), []byte("import (\n\t\"tiaokuai/graph/internal/inorder\"\n"), 1)
	if text, err = format.Source(text); err != nil { // puts the import in its place
		return err
	}
	return os.WriteFile(file, text, 0o644)
}
