package snapshot

import (
	"sync"
	"unsafe"

	"tiaokuai/internal/gov"
)

// Cell keeps what other rooms derive from an immutable part, once, for as long as the part lives.
type Cell struct{ values sync.Map }

// Derive is the value kept under a name, computed at the first call; later and concurrent calls share it. Under one
// name only one type of value may stand.
func Derive[T any](c *Cell, name string, compute func() T) T {
	if v, ok := c.values.Load(name); ok {
		return v.(func() T)()
	}
	v, _ := c.values.LoadOrStore(name, sync.OnceValue(compute))
	return v.(func() T)()
}

// The estimates below count a value's own struct and its text once; they size the cache, they are not exact.

func nodeBytes(n gov.Node) int {
	size := len(n.NodeKey()) + len(n.NodeName()) + 48
	switch n := n.(type) {
	case *gov.Organ:
		return size + int(unsafe.Sizeof(*n)) + 16*len(n.Powers) + 24*len(n.Posts)
	case *gov.Duty:
		return size + int(unsafe.Sizeof(*n)) + len(n.LegalBasis) + 120*len(n.Listings)
	case *gov.Source:
		return size + int(unsafe.Sizeof(*n)) + len(n.Quote) + len(n.Note)
	case *gov.Measure:
		return size + int(unsafe.Sizeof(*n)) + len(n.Text) + 16*(len(n.OfficeAt)+len(n.About))
	case *gov.Leader:
		return size + int(unsafe.Sizeof(*n)) + 32*len(n.Lines)
	}
	return size + 300
}

func edgeBytes(e gov.Edge) int {
	const links = 8 + 3*4 // the pointer and the three indexes of a relation
	switch e := e.(type) {
	case *gov.Counterpart:
		return links + int(unsafe.Sizeof(*e)) + 16*len(e.Sections) + len(e.Scope)
	case *gov.Assignment:
		return links + int(unsafe.Sizeof(*e)) + 16*len(e.Actions) + len(e.Content)
	}
	return links + 130
}
