package neo4j

import (
	"reflect"
	"slices"
	"strings"

	"tiaokuai/internal/gov"
)

// property is one property of a node or relationship: where it comes from in the Go value.
type property struct {
	name  string // flattened: authorityLevel, powersHolder
	index []int  // the field, from the outermost struct, through pointers
	// of lists of structs: the field within an element, and whether it is the first, whose list gives the length
	element []int
	first   bool
}

// shapeOf lists the properties of a struct type by its JSON names: nested structs are flattened by capitalised
// concatenation, lists of structs become one list for each field of the element. Without the fields named.
func shapeOf(t reflect.Type, without ...string) []property {
	var shape []property
	for _, f := range jsonFields(t) {
		if !slices.Contains(without, f.name) {
			shape = append(shape, expand(f.name, f.index, f.typ)...)
		}
	}
	return shape
}

type jsonField struct {
	name  string
	index []int
	typ   reflect.Type
}

// jsonFields are the fields of a struct as encoding/json names them, embedded structs inlined.
func jsonFields(t reflect.Type) []jsonField {
	var fields []jsonField
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && name == "":
			for _, inner := range jsonFields(f.Type) {
				inner.index = append([]int{i}, inner.index...)
				fields = append(fields, inner)
			}
		case f.IsExported() && name != "-":
			fields = append(fields, jsonField{name, []int{i}, f.Type})
		}
	}
	return fields
}

func expand(name string, index []int, t reflect.Type) []property {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case t.Kind() == reflect.Struct:
		var shape []property
		for _, f := range jsonFields(t) {
			shape = append(shape, expand(name+capital(f.name), append(index[:len(index):len(index)], f.index...), f.typ)...)
		}
		return shape
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Struct:
		var shape []property
		for i, f := range jsonFields(t.Elem()) {
			shape = append(shape, property{name: name + capital(f.name), index: index, element: f.index, first: i == 0})
		}
		return shape
	}
	return []property{{name: name, index: index}}
}

func capital(name string) string { return strings.ToUpper(name[:1]) + name[1:] }

// shapes are the shapes of all nodes and edges; an edge's ends are the relationship's own.
var shapes = everyShape()

func everyShape() map[reflect.Type][]property {
	all := map[reflect.Type][]property{}
	for _, kind := range gov.NodeKinds {
		t := reflect.TypeOf(gov.NewNode(kind)).Elem()
		all[t] = shapeOf(t)
	}
	for _, kind := range gov.EdgeKinds {
		t := reflect.TypeOf(gov.NewEdge(kind)).Elem()
		all[t] = shapeOf(t, "from", "to")
	}
	return all
}
