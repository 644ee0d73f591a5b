package neo4j

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every statement is used, so that none rots; one that is missing would panic where it is used.
func TestEveryStatementIsUsed(t *testing.T) {
	var program strings.Builder
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range sources {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		program.Write(text)
	}
	entries, err := files.ReadDir("cypher")
	if err != nil || len(entries) == 0 {
		t.Fatal(err)
	}
	for _, e := range entries {
		if name := strings.TrimSuffix(e.Name(), ".cypher"); !strings.Contains(program.String(), `"`+name+`"`) {
			t.Errorf("%s is not used", e.Name())
		}
	}
}
