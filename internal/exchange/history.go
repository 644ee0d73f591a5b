package exchange

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Span is the days on which something was there, both ends included. An empty From is not known, an empty Until is not over.
type Span struct{ From, Until gov.Date }

// History is what a county's log adds to its snapshot: the day each revision took effect, and when each node and edge
// was there, those that are gone included. The zero History knows nothing, and formats then give no dates.
type History struct {
	days  map[int64]gov.Date
	nodes map[string]life[gov.Node]
	edges map[string]life[gov.Edge]
}

// life is when one key was there, and its last image.
type life[T any] struct {
	spans []Span
	image T
}

// Add goes on by one commit; commits come in the order of their revisions, from the first.
func (h *History) Add(c gov.Commit) {
	if h.days == nil {
		h.days, h.nodes, h.edges = map[int64]gov.Date{}, map[string]life[gov.Node]{}, map[string]life[gov.Edge]{}
	}
	day := cmp.Or(c.Effective, gov.DateOf(c.RecordedAt))
	h.days[c.Revision] = day
	for _, n := range c.Delta.Nodes {
		was, is := living(n.Before), living(n.After)
		h.nodes[n.Key()] = h.nodes[n.Key()].step(was, is, n.Before, n.After, day)
	}
	for _, e := range c.Delta.Edges {
		h.edges[e.Key()] = h.edges[e.Key()].step(e.Before != nil, e.After != nil, e.Before, e.After, day)
	}
}

// living says whether an image is of something that is there; a former is not.
func living(n gov.Node) bool { return n != nil && n.NodeKind() != gov.NodeFormer }

// step is the life after a day on which something began, ended or changed.
func (l life[T]) step(was, is bool, before, after T, day gov.Date) life[T] {
	switch {
	case is:
		l.image = after
	case was:
		l.image = before
	}
	if was && !is {
		return l.end(dayBefore(day))
	}
	if is && !was {
		return l.begin(day)
	}
	return l
}

// begin opens a span, or opens the last one again if that ended only the day before.
func (l life[T]) begin(day gov.Date) life[T] {
	if n := len(l.spans); n > 0 && l.spans[n-1].Until == dayBefore(day) {
		l.spans[n-1].Until = ""
		return l
	}
	l.spans = append(l.spans, Span{From: day})
	return l
}

// end closes the last span. What began and ended on the same day was never there on any day.
func (l life[T]) end(last gov.Date) life[T] {
	n := len(l.spans)
	if n == 0 {
		return l
	}
	if l.spans[n-1].From > last {
		l.spans = l.spans[:n-1]
		return l
	}
	l.spans[n-1].Until = last
	return l
}

// over says that it was there on some day and is not any more.
func (l life[T]) over() bool { return len(l.spans) > 0 && l.spans[len(l.spans)-1].Until != "" }

func dayBefore(d gov.Date) gov.Date {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return d
	}
	return gov.Date(t.AddDate(0, 0, -1).Format(time.DateOnly))
}

// Day is when a revision took effect; empty if the history does not know.
func (h History) Day(revision int64) gov.Date { return h.days[revision] }

// Node is when a node was there, in order. A former's last span ends the day before it was dissolved.
func (h History) Node(key string) []Span { return h.nodes[key].spans }

// Edge is when an edge was there, in order.
func (h History) Edge(key string) []Span { return h.edges[key].spans }

// Known says whether there is any history at all.
func (h History) Known() bool { return len(h.days) > 0 }

// Of is the history of what rests on the given bases alone; of everything if there are none.
func (h History) Of(bases []gov.Basis) History {
	if len(bases) == 0 {
		return h
	}
	h.nodes, h.edges = maps.Clone(h.nodes), maps.Clone(h.edges)
	maps.DeleteFunc(h.nodes, func(_ string, l life[gov.Node]) bool { return !slices.Contains(bases, l.image.Origin().Basis) })
	maps.DeleteFunc(h.edges, func(_ string, l life[gov.Edge]) bool { return !slices.Contains(bases, l.image.Origin().Basis) })
	return h
}

// Past is what was there once and is gone from the county: nodes that left no former, and edges whose ends are in the
// county or in Past itself, as they last were, in order of their keys.
func (h History) Past(c *snapshot.County) gov.Graph {
	here := map[string]bool{}
	for n := range c.Nodes() {
		here[n.NodeKey()] = true
	}
	standing := map[string]bool{}
	for e := range c.Edges() {
		standing[gov.EdgeKey(e)] = true
	}
	var g gov.Graph
	for key, l := range h.nodes {
		if l.over() && !here[key] {
			g.Nodes = append(g.Nodes, l.image)
		}
	}
	for _, n := range g.Nodes {
		here[n.NodeKey()] = true
	}
	for key, l := range h.edges {
		if !l.over() || standing[key] {
			continue
		}
		if from, to := l.image.Ends(); here[from] && here[to] {
			g.Edges = append(g.Edges, l.image)
		}
	}
	g.Sort()
	return g
}
