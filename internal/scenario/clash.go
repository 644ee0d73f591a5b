package scenario

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// image is a node or an edge as its attributes; nil where there is none.
type image map[string]json.RawMessage

func nodeImage(n gov.Node) image {
	if n == nil {
		return nil
	}
	return imageOf(string(n.NodeKind()), n)
}

func edgeImage(e gov.Edge) image {
	if e == nil {
		return nil
	}
	return imageOf(string(e.EdgeKind()), e)
}

// imageOf has the kind under an empty name. The revision that dissolved something is left out: it follows from the base.
func imageOf(kind string, v any) image {
	raw, _ := json.Marshal(v) // plain values always marshal
	out := image{}
	_ = json.Unmarshal(raw, &out) // and read back
	delete(out, "revision")
	out[""], _ = json.Marshal(kind)
	return out
}

func (i image) same(j image) bool { return reflect.DeepEqual(i, j) }

// whole is an image as JSON; null where there is none.
func (i image) whole() json.RawMessage {
	if i == nil {
		return json.RawMessage("null")
	}
	named := maps.Clone(i)
	delete(named, "")
	raw, _ := json.Marshal(named)
	return raw
}

// of is an attribute's value as JSON; null where it is empty.
func (i image) of(attribute string) json.RawMessage {
	if v, ok := i[attribute]; ok {
		return v
	}
	return json.RawMessage("null")
}

// attributes are the names of those in which two images differ, sorted.
func (i image) differing(j image) []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(i)) {
		if !bytes.Equal(i[name], j[name]) {
			out = append(out, name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(j)) {
		if _, both := i[name]; !both {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// touch is what an edit did to one node or edge.
type touch struct {
	key           string
	before, after image
}

func nodeTouches(d gov.Delta) []touch {
	out := make([]touch, len(d.Nodes))
	for i, c := range d.Nodes {
		out[i] = touch{c.Key(), nodeImage(c.Before), nodeImage(c.After)}
	}
	return out
}

func edgeTouches(d gov.Delta) []touch {
	out := make([]touch, len(d.Edges))
	for i, c := range d.Edges {
		out[i] = touch{c.Key(), edgeImage(c.Before), edgeImage(c.After)}
	}
	return out
}

func nodeIn(c *snapshot.County, key string) image {
	n, _ := c.Node(key)
	return nodeImage(n)
}

func edgeIn(c *snapshot.County, key string) image {
	kind, from, to := gov.SplitEdgeKey(key)
	e, _ := c.Edge(kind, from, to)
	return edgeImage(e)
}

// holds says whether a county has everything that a delta made.
func holds(c *snapshot.County, d gov.Delta) bool {
	has := func(t touch, now image) bool {
		if t.before == nil || t.after == nil || now == nil {
			return t.after.same(now)
		}
		return !slices.ContainsFunc(t.before.differing(t.after), func(a string) bool { return !bytes.Equal(t.after[a], now[a]) })
	}
	return !slices.ContainsFunc(nodeTouches(d), func(t touch) bool { return !has(t, nodeIn(c, t.key)) }) &&
		!slices.ContainsFunc(edgeTouches(d), func(t touch) bool { return !has(t, edgeIn(c, t.key)) })
}

// clashes are the places where an edit, as it was just applied on their side, overwrote what they had changed.
func (r *rebasing) clashes(again gov.Delta) []Conflict {
	var out []Conflict
	for _, t := range nodeTouches(again) {
		out = append(out, r.clash(t, nodeIn(r.from, t.key), nodeIn(r.to, t.key), nodeIn(r.mine, t.key))...)
	}
	for i, t := range edgeTouches(again) {
		if !carriedAlong(again.Edges, i) {
			out = append(out, r.clash(t, edgeIn(r.from, t.key), edgeIn(r.to, t.key), edgeIn(r.mine, t.key))...)
		}
	}
	return slices.DeleteFunc(out, func(c Conflict) bool { return r.settled[[2]string{c.Entity, c.Attribute}] })
}

// clash holds one touch against both bases and what the edit made on its own side.
func (r *rebasing) clash(t touch, base, theirs, mine image) []Conflict {
	all := []Conflict{{Entity: t.key, Base: base.whole(), Theirs: theirs.whole(), Mine: t.after.whole()}}
	switch {
	case base.same(theirs):
		return nil // they left it alone
	case t.after == nil:
		return all // they changed or made what it drops
	case t.before == nil:
		if base != nil && theirs == nil && t.after.same(mine) {
			return all // it makes anew what they dropped
		}
		return nil
	case !bytes.Equal(t.before[""], t.after[""]):
		return nil // dissolved: what it has goes on to its successors, or is asked for as an edge
	}
	var out []Conflict
	for _, a := range t.before.differing(t.after) {
		stated := bytes.Equal(t.after[a], mine[a]) // the same on both sides: a value of its own, not one computed anew
		if stated && !bytes.Equal(base[a], theirs[a]) {
			out = append(out, Conflict{Entity: t.key, Attribute: a, Base: base.of(a), Theirs: theirs.of(a), Mine: t.after.of(a)})
		}
	}
	return out
}

// carriedAlong says whether an edge of a delta came from, or went to, another edge of its kind that shares an end with it,
// as in a merger or when a duty is moved.
func carriedAlong(edges []gov.EdgeChange, i int) bool {
	one := edges[i]
	kind := one.Edge().EdgeKind()
	from, to := one.Edge().Ends()
	return slices.ContainsFunc(edges, func(other gov.EdgeChange) bool {
		a, b := other.Edge().Ends()
		shared := (a == from || a == to) != (b == from || b == to)
		return other.Edge().EdgeKind() == kind && shared && (other.After == nil) != (one.After == nil)
	})
}
