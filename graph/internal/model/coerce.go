package model

import (
	"encoding/json"
	"math"
	"reflect"

	"github.com/vektah/gqlparser/v2/ast"
)

// coerce brings a value that was checked against its type into the JSON that Go types read: one value for a list is a
// list of it (GraphQL, 3.11), and a whole number is written as one. Null stays null, absent stays absent.
func coerce(schema *ast.Schema, t *ast.Type, v any) any {
	if v == nil {
		return nil
	}
	if t.Elem != nil {
		return coerceList(schema, t.Elem, v)
	}
	d := schema.Types[t.NamedType]
	object, isObject := v.(map[string]any)
	switch {
	case d == nil || t.NamedType == "JSON":
		return v
	case d.Kind == ast.InputObject && isObject:
		out := make(map[string]any, len(object))
		for name, inner := range object {
			out[name] = inner
			if f := d.Fields.ForName(name); f != nil {
				out[name] = coerce(schema, f.Type, inner)
			}
		}
		return out
	case t.NamedType == "Int", t.NamedType == "Float":
		return whole(v)
	}
	return v
}

func coerceList(schema *ast.Schema, elem *ast.Type, v any) any {
	list := reflect.ValueOf(v)
	if list.Kind() != reflect.Slice {
		return []any{coerce(schema, elem, v)}
	}
	out := make([]any, list.Len())
	for i := range out {
		out[i] = coerce(schema, elem, list.Index(i).Interface())
	}
	return out
}

// whole is a number without a fraction as an integer, 3.0 as 3; any other as it is.
func whole(v any) any {
	f, ok := v.(float64)
	if n, isNumber := v.(json.Number); isNumber {
		if i, err := n.Int64(); err == nil {
			return i
		}
		var err error
		f, err = n.Float64()
		ok = err == nil
	}
	if ok && f == math.Trunc(f) && math.Abs(f) < 1<<53 {
		return int64(f)
	}
	return v
}
