package exchange

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// element is a node or an edge as graph formats see it: ends, a label, and attributes of plain types.
type element struct {
	key, kind, label string
	parent           string // key of the township that holds a node
	from, to         string // of an edge
	attributes       []attribute
	spans            []Span
}

// attribute is one attribute that is not empty.
type attribute struct {
	name  string
	class class
	value any    // as it stands in the node or edge
	text  string // the value where there is only text: a list or a structure is JSON
}

// class is the type of an attribute's values.
type class int

const (
	classText class = iota
	classNumber
	classTruth
	classTexts  // a list of texts
	classNested // anything else
)

// flattener makes elements of one county. It remembers where in each type of node and edge the attributes are.
type flattener struct {
	county    *snapshot.County
	history   History
	townships map[string]string // name by key
	fields    map[reflect.Type][]field
}

type field struct {
	name  string
	class class
	index []int
}

func newFlattener(c *snapshot.County, h History) *flattener {
	f := &flattener{county: c, history: h, townships: map[string]string{}, fields: map[reflect.Type][]field{}}
	for _, t := range c.Townships() {
		f.townships[t.Key] = t.Name
	}
	return f
}

// node flattens a node. To its own attributes come kind, its Chinese name, the township's name and, for an organ, the
// sum of its authorised posts.
func (f *flattener) node(n gov.Node) element {
	e := element{key: n.NodeKey(), kind: string(n.NodeKind()), label: n.NodeName(), parent: townshipOf(n), spans: f.history.Node(n.NodeKey())}
	if former, ok := n.(*gov.Former); ok && len(e.spans) == 0 {
		if day := f.history.Day(former.Revision); day != "" {
			e.spans = []Span{{day, day}}
		}
	}
	e.add("label", e.label)
	e.add("kind", e.kind)
	e.add("kindName", nodeWords[n.NodeKind()])
	if name := f.townships[e.parent]; name != "" {
		e.add("townshipName", name)
	}
	if organ, ok := n.(*gov.Organ); ok && len(organ.Posts) > 0 {
		sum := 0
		for _, p := range organ.Posts {
			sum += p.Count
		}
		e.add("authorisedPosts", sum)
	}
	e.attributes = append(e.attributes, f.of(n)...)
	return e
}

// edge flattens an edge. Its ends are no attributes.
func (f *flattener) edge(v gov.Edge) element {
	from, to := v.Ends()
	e := element{key: gov.EdgeKey(v), kind: string(v.EdgeKind()), label: edgeWords[v.EdgeKind()], from: from, to: to, spans: f.history.Edge(gov.EdgeKey(v))}
	e.add("label", e.label)
	e.add("kind", e.kind)
	for _, a := range f.of(v) {
		if a.name != "from" && a.name != "to" {
			e.attributes = append(e.attributes, a)
		}
	}
	return e
}

func (e *element) add(name string, value any) {
	c := classOf(reflect.TypeOf(value))
	e.attributes = append(e.attributes, attribute{name, c, value, textOf(c, value)})
}

// townshipOf is the township that a node belongs to.
func townshipOf(n gov.Node) string {
	switch n := n.(type) {
	case *gov.Organ:
		return n.Township
	case *gov.Leader:
		return n.Township
	case *gov.Former:
		return n.Township
	}
	return ""
}

// of gives a node's or an edge's own attributes that are not empty, in the order they are declared in.
func (f *flattener) of(v any) []attribute {
	value := reflect.ValueOf(v).Elem()
	fields, ok := f.fields[value.Type()]
	if !ok {
		fields = fieldsOf(value.Type())
		f.fields[value.Type()] = fields
	}
	var out []attribute
	for _, d := range fields {
		at := value.FieldByIndex(d.index)
		if at.IsZero() || at.Kind() == reflect.Slice && at.Len() == 0 {
			continue
		}
		out = append(out, attribute{d.name, d.class, at.Interface(), textOf(d.class, at.Interface())})
	}
	return out
}

// fieldsOf lists the attributes of a type of node or edge under their JSON names.
func fieldsOf(t reflect.Type) []field {
	var out []field
	for _, f := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous || name == "" {
			continue
		}
		out = append(out, field{name, classOf(f.Type), f.Index})
	}
	return out
}

func classOf(t reflect.Type) class {
	switch t.Kind() {
	case reflect.String:
		return classText
	case reflect.Int, reflect.Int64:
		return classNumber
	case reflect.Bool:
		return classTruth
	case reflect.Slice:
		if t.Elem().Kind() == reflect.String {
			return classTexts
		}
	}
	return classNested
}

func textOf(c class, value any) string {
	switch v := reflect.ValueOf(value); c {
	case classText:
		return v.String()
	case classNumber:
		return strconv.FormatInt(v.Int(), 10)
	case classTruth:
		return strconv.FormatBool(v.Bool())
	}
	return string(marshal(value))
}

// marshal is compact JSON that leaves <, > and & alone.
func marshal(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // nodes and edges are plain values
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// column is an attribute that nodes, or edges, may have.
type column struct {
	name  string
	class class
}

// nodeColumns are all attributes of nodes, in the order of the kinds.
func nodeColumns() []column {
	all := []column{{"label", classText}, {"kind", classText}, {"kindName", classText}, {"townshipName", classText}, {"authorisedPosts", classNumber}}
	for _, kind := range gov.NodeKinds {
		all = addColumns(all, gov.NewNode(kind))
	}
	return all
}

// edgeColumns are all attributes of edges.
func edgeColumns() []column {
	all := []column{{"label", classText}, {"kind", classText}}
	for _, kind := range gov.EdgeKinds {
		all = addColumns(all, gov.NewEdge(kind))
	}
	return slices.DeleteFunc(all, func(c column) bool { return c.name == "from" || c.name == "to" })
}

// addColumns adds what is new; a name that stands for values of two classes is nested, which is written as text.
func addColumns(all []column, v any) []column {
	for _, f := range fieldsOf(reflect.TypeOf(v).Elem()) {
		switch i := slices.IndexFunc(all, func(c column) bool { return c.name == f.name }); {
		case i < 0:
			all = append(all, column{f.name, f.class})
		case all[i].class != f.class:
			all[i].class = classNested
		}
	}
	return all
}
