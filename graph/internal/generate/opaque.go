package main

import "github.com/vektah/gqlparser/v2/ast"

// opaque has gqlgen take some inputs for scalars, which types of the same names in graph/internal/model read whole, and
// forget the input types that only they reach. Otherwise gqlgen would write some seventy structs and their readers, beside
// the types of internal/change and internal/admission that say the same. The served schema is the text of
// schema.graphqls: clients and validation see it all.
type opaque []string

// Name is the plugin's name in gqlgen's messages.
func (opaque) Name() string { return "opaque inputs" }

// MutateSchema changes what code is generated from.
func (names opaque) MutateSchema(schema *ast.Schema) error {
	for _, name := range names {
		input := schema.Types[name]
		input.Kind, input.Fields, input.Directives = ast.Scalar, nil, nil
	}
	reached := map[string]bool{}
	for _, d := range schema.Types {
		if d.Kind != ast.Object && d.Kind != ast.Interface {
			continue
		}
		for _, f := range d.Fields {
			for _, a := range f.Arguments {
				reach(schema, a.Type.Name(), reached)
			}
		}
	}
	for name, d := range schema.Types {
		if d.Kind == ast.InputObject && !reached[name] {
			delete(schema.Types, name)
		}
	}
	return nil
}

// reach notes a type and all that its fields lead to.
func reach(schema *ast.Schema, name string, reached map[string]bool) {
	if reached[name] {
		return
	}
	reached[name] = true
	for _, f := range schema.Types[name].Fields {
		reach(schema, f.Type.Name(), reached)
	}
}
