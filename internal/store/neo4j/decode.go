package neo4j

import (
	"reflect"

	"tiaokuai/internal/gov"
)

// decodeNode is the node that properties under a label stand for.
func decodeNode(l label, props map[string]any) (gov.Node, error) {
	n := gov.NewNode(kindOf(l))
	if err := decode(props, n); err != nil {
		return nil, err
	}
	if f, ok := n.(*gov.Former); ok {
		f.Of = formerOf(l) // the label says it
	}
	return gov.Normalize(n), nil
}

// decodeEdge is the edge that the properties of a relationship between two keys stand for.
func decodeEdge(kind gov.EdgeKind, from, to string, props map[string]any) (gov.Edge, error) {
	e := gov.NewEdge(kind)
	if err := decode(props, e); err != nil {
		return nil, err
	}
	setEnds(e, from, to)
	return gov.Normalize(e), nil
}

func setEnds(e gov.Edge, from, to string) {
	switch e := e.(type) {
	case *gov.Counterpart:
		e.From, e.To = from, to
	case *gov.Charge:
		e.From, e.To = from, to
	case *gov.Assignment:
		e.From, e.To = from, to
	case *gov.Dispatch:
		e.From, e.To = from, to
	case *gov.SharedOffice:
		e.From, e.To = from, to
	case *gov.Succession:
		e.From, e.To = from, to
	}
}

// full is every property of a node or edge, null where it has none: set over another image, nothing of that one stays.
func full(v any) map[string]any {
	props := encode(v)
	for _, p := range shapes[reflect.TypeOf(v).Elem()] {
		if _, ok := props[p.name]; !ok {
			props[p.name] = nil
		}
	}
	return props
}
