package inorder

import (
	"bytes"
	"sync"

	"github.com/99designs/gqlgen/graphql"
)

// largestKept is the largest buffer that goes back to the pool, in bytes.
const largestKept = 1 << 20

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Bytes writes a whole answer. A buffer that grows from nothing would take four times the answer's size.
func Bytes(m graphql.Marshaler) []byte {
	b := buffers.Get().(*bytes.Buffer)
	b.Reset()
	m.MarshalGQL(b)
	data := bytes.Clone(b.Bytes())
	if b.Cap() <= largestKept {
		buffers.Put(b)
	}
	return data
}
