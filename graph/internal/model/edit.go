package model

import (
	"bytes"
	"context"
	"encoding/json"
	"io"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
)

// EditInput is one edit as a request holds it: literals and variables are checked against the schema, nothing is read
// yet. [DecodeEdits] reads many, so that all of their problems are found at once.
type EditInput struct{ value any }

// UnmarshalGQL takes the value over.
func (e *EditInput) UnmarshalGQL(v any) error {
	e.value = v
	return nil
}

// MarshalGQL writes the value; gqlgen asks for it, no answer holds one.
func (e EditInput) MarshalGQL(w io.Writer) { _ = json.NewEncoder(w).Encode(e.value) }

// DecodeEdits reads edits by the schema they were checked against. Paths of its problems start with "edits".
func DecodeEdits(schema *ast.Schema, inputs []EditInput) ([]change.Edit, error) {
	values := make([]any, len(inputs))
	for i, in := range inputs {
		values[i] = coerce(schema, ast.NamedType("EditInput", nil), in.value)
	}
	raw, err := json.Marshal(values)
	if err != nil {
		return nil, gov.Errorf(gov.CodeInvalid, "变更内容不是 JSON", "the edits are not JSON").At("edits").Because(err)
	}
	return change.Decode(raw)
}

// Edit is one edit of a commit, with names for the keys it speaks of.
type Edit struct {
	change.Edit
	name change.Namer
}

// newEdits pairs the first edits with names.
func newEdits(edits []change.Edit, name change.Namer, first *int) ([]Edit, error) {
	edits, err := upTo(edits, first)
	out := make([]Edit, len(edits))
	for i, e := range edits {
		out[i] = Edit{e, name}
	}
	return out, err
}

// Kind is the edit's name, mergeOrgans.
func (e Edit) Kind() string { return change.KindOf(e.Edit) }

// Sentence says what it does.
func (e Edit) Sentence(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, e.Edit.Sentence(e.name))
}

// Input is the edit as an EditInput: what is empty is left out, since an enum has no empty value.
func (e Edit) Input() (json.RawMessage, error) {
	encoded, err := json.Marshal(e.Edit)
	if err != nil {
		return nil, err
	}
	d := json.NewDecoder(bytes.NewReader(encoded))
	d.UseNumber()
	var fields map[string]any
	if err := d.Decode(&fields); err != nil {
		return nil, err
	}
	for name, v := range fields {
		switch {
		case name == "set": // a patch: what is empty empties
			fields[name] = emptied(v)
		case name != "delta": // images stay as they are
			fields[name] = pruned(v)
		}
		if fields[name] == nil {
			delete(fields, name)
		}
	}
	return json.Marshal(map[string]any{e.Kind(): fields})
}

// pruned is a value without empty text and nulls in its objects; nil for one that is empty itself.
func pruned(v any) any {
	switch v := v.(type) {
	case string:
		if v == "" {
			return nil
		}
	case map[string]any:
		for name, inner := range v {
			if v[name] = pruned(inner); v[name] == nil {
				delete(v, name)
			}
		}
	case []any:
		for i := range v {
			if inner := pruned(v[i]); inner != nil {
				v[i] = inner
			}
		}
	}
	return v
}

// emptied is a merge patch with null for empty text.
func emptied(v any) any {
	switch v := v.(type) {
	case string:
		if v == "" {
			return nil
		}
	case map[string]any:
		for name, inner := range v {
			v[name] = emptied(inner)
		}
	case []any:
		return pruned(v)
	}
	return v
}

// MarshalJSON writes a JSON value as it is.
func MarshalJSON(raw json.RawMessage) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { _, _ = w.Write(raw) })
}

// UnmarshalJSON reads any value as JSON.
func UnmarshalJSON(v any) (json.RawMessage, error) { return invalid(json.Marshal(v)) }
