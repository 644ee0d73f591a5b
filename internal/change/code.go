package change

import (
	"encoding/json"
	"errors"

	"tiaokuai/internal/gov"
)

// Encode writes edits as JSON: [{"createOrgan":{…}},…].
func Encode(edits []Edit) (json.RawMessage, error) {
	out := make([]map[string]Edit, len(edits))
	for i, e := range edits {
		out[i] = map[string]Edit{KindOf(e): e}
	}
	return json.Marshal(out)
}

// Decode reads what Encode wrote, or what a client sent: each element has exactly one known kind and no unknown field.
// Paths of its problems start as those of [Apply] do.
func Decode(data []byte) ([]Edit, error) {
	var raw []map[string]json.RawMessage
	if err := gov.DecodeStrict(data, &raw); err != nil {
		return nil, err
	}
	edits := make([]Edit, len(raw))
	var problems gov.Problems
	for i, one := range raw {
		e, err := decodeOne(one)
		if err != nil {
			problems = append(problems, err.At("edits", i))
		}
		edits[i] = e
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return edits, nil
}

func decodeOne(one map[string]json.RawMessage) (Edit, *gov.Error) {
	if len(one) != 1 {
		return nil, gov.Errorf(gov.CodeInvalid, "每个变更须恰好指定一种操作", "each edit must name exactly one operation")
	}
	var e Edit
	for name, raw := range one {
		var ok bool
		if e, ok = New(name); !ok {
			return nil, gov.Errorf(gov.CodeInvalid, "没有名为 %q 的变更", "there is no edit named %q", name)
		}
		if string(raw) == "null" {
			return nil, gov.Errorf(gov.CodeInvalid, "变更为空", "the edit is empty").At(name)
		}
		var bad *gov.Error
		if err := gov.DecodeStrict(raw, e); errors.As(err, &bad) {
			return nil, bad.At(name)
		}
	}
	return e, nil
}
