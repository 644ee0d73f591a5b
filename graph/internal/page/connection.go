package page

// Connection is one page of a sorted list.
type Connection[T any] struct {
	all        []T
	start, end int // the page is all[start:end]
	order      Order[T]
}

// Nodes are the rows of the page; read only.
func (c Connection[T]) Nodes() []T { return c.all[c.start:c.end:c.end] }

// Edges are the rows of the page with their cursors.
func (c Connection[T]) Edges() []Edge[T] {
	edges := make([]Edge[T], 0, c.end-c.start)
	for _, node := range c.Nodes() {
		edges = append(edges, Edge[T]{Node: node, order: c.order})
	}
	return edges
}

// TotalCount is the number of rows on all pages.
func (c Connection[T]) TotalCount() int { return len(c.all) }

// All are the rows of all pages, for totals and facets; read only.
func (c Connection[T]) All() []T { return c.all }

// PageInfo says where the page stands in the list. Both directions are exact.
func (c Connection[T]) PageInfo() PageInfo {
	info := PageInfo{HasPreviousPage: c.start > 0, HasNextPage: c.end < len(c.all)}
	if c.start < c.end {
		first, last := c.cursor(c.start), c.cursor(c.end-1)
		info.StartCursor, info.EndCursor = &first, &last
	}
	return info
}

func (c Connection[T]) cursor(i int) string { return encode(c.order.Name, c.order.Key(c.all[i])) }

// Edge is a row with its cursor.
type Edge[T any] struct {
	Node  T
	order Order[T]
}

// Cursor is the opaque position of the row in its order.
func (e Edge[T]) Cursor() string { return encode(e.order.Name, e.order.Key(e.Node)) }

// PageInfo is Relay's; the cursors are nil on an empty page.
type PageInfo struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     *string
	EndCursor       *string
}
