package model

import (
	"encoding/json"
	"io"

	"github.com/vektah/gqlparser/v2/ast"

	"tiaokuai/internal/admission"
	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
)

// The inputs below are taken as a request holds them: literals and variables are checked against the schema, nothing is
// read yet.

// EditInput is one edit. [DecodeEdits] reads many, so that all of their problems are found at once.
type EditInput struct{ value any }

// UnmarshalGQL takes the value over.
func (i *EditInput) UnmarshalGQL(v any) error {
	i.value = v
	return nil
}

// MarshalGQL writes the value; gqlgen asks for it, no answer holds one.
func (i EditInput) MarshalGQL(w io.Writer) { _ = json.NewEncoder(w).Encode(i.value) }

// DutyAdmissionInput is what a department applies for.
type DutyAdmissionInput struct{ value any }

// UnmarshalGQL takes the value over.
func (i *DutyAdmissionInput) UnmarshalGQL(v any) error {
	i.value = v
	return nil
}

// MarshalGQL writes the value; gqlgen asks for it, no answer holds one.
func (i DutyAdmissionInput) MarshalGQL(w io.Writer) { _ = json.NewEncoder(w).Encode(i.value) }

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

// Content reads what is applied for by the schema it was checked against. Paths of its problems start with "content".
func (i DutyAdmissionInput) Content(schema *ast.Schema) (admission.Content, error) {
	var c admission.Content
	raw, err := json.Marshal(coerce(schema, ast.NamedType("DutyAdmissionInput", nil), i.value))
	if err == nil {
		err = gov.DecodeStrict(raw, &c)
	}
	if err != nil {
		return c, gov.Errorf(gov.CodeInvalid, "申请内容无法读取", "what is applied for can't be read").At("content").Because(err)
	}
	return c, nil
}
