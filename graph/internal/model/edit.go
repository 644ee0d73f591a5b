package model

import (
	"bytes"
	"context"
	"encoding/json"
	"io"

	"github.com/99designs/gqlgen/graphql"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
)

// Edit is one edit of a commit, with names for the keys it speaks of.
type Edit struct {
	change.Edit
	name change.Namer
}

// newEdits pairs the first edits with names.
func newEdits(edits []change.Edit, name change.Namer, first *int) ([]Edit, error) {
	edits, err := upTo(edits, first)
	return each(edits, newEdit(name)), err
}

// newEdit pairs an edit with names.
func newEdit(name change.Namer) func(change.Edit) Edit {
	return func(e change.Edit) Edit { return Edit{e, name} }
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
