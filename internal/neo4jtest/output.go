package neo4jtest

import (
	"bytes"
	"sync"
)

const (
	readyLine  = "neo4jtest: ready" // as Server.java prints it
	outputKept = 16 << 10           // bytes of output kept for an error message
)

// output takes what Neo4j prints: it keeps the last part and closes ready at
// the ready line.
type output struct {
	ready chan struct{}

	mu    sync.Mutex
	tail  []byte
	found bool
}

func newOutput() *output { return &output{ready: make(chan struct{})} }

func (o *output) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.tail = append(o.tail, b...)
	if !o.found && bytes.Contains(o.tail, []byte(readyLine)) {
		o.found = true
		close(o.ready)
	}
	o.tail = o.tail[max(0, len(o.tail)-outputKept):]
	return len(b), nil
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return string(o.tail)
}
