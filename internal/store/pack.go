package store

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"fmt"
	"hash/fnv"
	"io"
	"reflect"

	"tiaokuai/internal/gov"
)

// Pack is a graph as a checkpoint keeps it: the shape of gov's types (8 bytes) and one list for each kind as gob, in
// zstd. A county is read from it in a tenth of the time that its JSON takes.
func (c *Codec) Pack(g gov.Graph) ([]byte, error) {
	raw := bytes.NewBuffer(binary.BigEndian.AppendUint64(nil, shape))
	out := gob.NewEncoder(raw)
	for _, list := range listsOf(g) {
		if err := out.EncodeValue(list); err != nil {
			return nil, gov.Errorf(gov.CodeInternal, "检查点无法写出", "a checkpoint can't be written").Because(err)
		}
	}
	return c.enc.EncodeAll(raw.Bytes(), nil), nil
}

// Unpack reads what Pack wrote, sorted. Anything else is INTERNAL, and so is what a program with other types wrote, whose
// fields gob would pass over in silence: a checkpoint that can't be read is none.
func (c *Codec) Unpack(data []byte) (gov.Graph, error) {
	raw, err := c.dec.DecodeAll(data, nil)
	if err != nil || len(raw) < 8 || binary.BigEndian.Uint64(raw) != shape {
		return gov.Graph{}, unreadable(err)
	}
	var g gov.Graph
	in := gob.NewDecoder(bytes.NewReader(raw[8:]))
	for _, empty := range listsOf(g) {
		list := reflect.New(empty.Type())
		if err := in.DecodeValue(list); err != nil {
			return gov.Graph{}, unreadable(err)
		}
		take(&g, list.Elem())
	}
	g.Sort()
	return g, nil
}

// take puts a list's nodes or edges into a graph, in the form in which they are compared.
func take(g *gov.Graph, list reflect.Value) {
	for i := range list.Len() {
		switch v := list.Index(i).Interface().(type) {
		case gov.Node:
			g.Nodes = append(g.Nodes, gov.Normalize(v))
		case gov.Edge:
			g.Edges = append(g.Edges, gov.Normalize(v))
		}
	}
}

func unreadable(err error) error {
	return gov.Errorf(gov.CodeInternal, "检查点无法读取", "a checkpoint can't be read").Because(err)
}

// listsOf are a graph's nodes and edges as one list for each kind ([]*gov.County …), in the order of the kinds.
func listsOf(g gov.Graph) []reflect.Value {
	lists := make([]reflect.Value, len(types))
	place := make(map[reflect.Type]int, len(types))
	for i, t := range types {
		lists[i], place[t] = reflect.Zero(reflect.SliceOf(t)), i
	}
	add := func(v any) {
		i := place[reflect.TypeOf(v)]
		lists[i] = reflect.Append(lists[i], reflect.ValueOf(v))
	}
	for _, n := range g.Nodes {
		add(n)
	}
	for _, e := range g.Edges {
		add(e)
	}
	return lists
}

// types are the types of all kinds; shape tells those of this program from those of others.
var (
	types = typesOfKinds()
	shape = shapeOf(types)
)

func typesOfKinds() []reflect.Type {
	var all []reflect.Type
	for _, kind := range gov.NodeKinds {
		all = append(all, reflect.TypeOf(gov.NewNode(kind)))
	}
	for _, kind := range gov.EdgeKinds {
		all = append(all, reflect.TypeOf(gov.NewEdge(kind)))
	}
	return all
}

// shapeOf is a hash of types with the names and types of all their fields.
func shapeOf(types []reflect.Type) uint64 {
	h := fnv.New64a()
	for _, t := range types {
		describe(h, t)
	}
	return h.Sum64()
}

func describe(w io.Writer, t reflect.Type) {
	_, _ = fmt.Fprintln(w, t.Kind(), t)
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		describe(w, t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			_, _ = fmt.Fprint(w, t.Field(i).Name)
			describe(w, t.Field(i).Type)
		}
	}
}
