package limit

import (
	"context"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/hashicorp/golang-lru/v2/simplelru"
	"github.com/vektah/gqlparser/v2/ast"
)

// What the query cache keeps: documents that a client sends again and again are short. A parsed document takes up to
// about 80 bytes for each byte of its text.
const (
	largestDocument = 8 << 10 // bytes
	mostDocuments   = 1_000
	mostBytes       = 1 << 20 // over all documents
)

// Documents is the query cache: valid documents by their text, the least recently used leave first.
type Documents struct {
	mu    sync.Mutex
	lru   *simplelru.LRU[string, *ast.QueryDocument]
	bytes int
}

var _ graphql.Cache[*ast.QueryDocument] = (*Documents)(nil)

// NewDocuments makes an empty cache.
func NewDocuments() *Documents {
	d := &Documents{}
	d.lru, _ = simplelru.NewLRU(mostDocuments, func(text string, _ *ast.QueryDocument) { d.bytes -= len(text) })
	return d
}

// Get finds a document by its text.
func (d *Documents) Get(_ context.Context, text string) (*ast.QueryDocument, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.lru.Get(text)
}

// Add keeps a document unless it is long.
func (d *Documents) Add(_ context.Context, text string, doc *ast.QueryDocument) {
	if len(text) > largestDocument {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.lru.Contains(text) {
		return
	}
	d.bytes += len(text)
	d.lru.Add(text, doc)
	for d.bytes > mostBytes {
		d.lru.RemoveOldest()
	}
}
