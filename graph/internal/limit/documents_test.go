package limit

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

func TestDocumentCache(t *testing.T) {
	ctx, d := context.Background(), NewDocuments()
	add := func(text string) { d.Add(ctx, text, &ast.QueryDocument{}) }
	add("{ id }")
	add("{ id }")
	kept := func(text string) bool {
		_, ok := d.Get(ctx, text)
		return ok
	}
	if !kept("{ id }") || d.bytes != 6 || kept("{id}") {
		t.Error("lost or found")
	}
	if add(strings.Repeat(" ", largestDocument+1)); d.lru.Len() != 1 {
		t.Error("kept a long document")
	}
	for i := range 2 * mostBytes / largestDocument {
		add(fmt.Sprintf("%*d", largestDocument, i))
		kept("{ id }")
	}
	if d.bytes > mostBytes || !kept("{ id }") || kept(fmt.Sprintf("%*d", largestDocument, 0)) {
		t.Errorf("%d bytes in %d documents", d.bytes, d.lru.Len())
	}
	for i := range 2 * mostDocuments {
		add(fmt.Sprint(i))
	}
	if d.lru.Len() != mostDocuments {
		t.Errorf("%d documents", d.lru.Len())
	}
	sum := 0
	for _, text := range d.lru.Keys() {
		sum += len(text)
	}
	if d.bytes != sum {
		t.Errorf("counted %d bytes of %d", d.bytes, sum)
	}
}
