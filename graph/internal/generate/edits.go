package main

import "github.com/vektah/gqlparser/v2/ast"

// opaqueEdits has gqlgen take EditInput for a scalar, which model.EditInput reads whole, and forget the input types that
// only it reaches. Otherwise gqlgen would write some seventy structs and their readers, beside the types of
// internal/change that say the same. The served schema is the text of schema.graphqls: clients and validation see it all.
type opaqueEdits struct{}

// Name is the plugin's name in gqlgen's messages.
func (opaqueEdits) Name() string { return "opaque edits" }

// MutateSchema changes what code is generated from.
func (opaqueEdits) MutateSchema(schema *ast.Schema) error {
	edit := schema.Types["EditInput"]
	edit.Kind, edit.Fields, edit.Directives = ast.Scalar, nil, nil
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
