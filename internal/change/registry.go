package change

import (
	"encoding/json"
	"fmt"
	"reflect"

	"tiaokuai/internal/gov"
)

// kind is one line of the registry: an edit's name and how to make an empty one.
type kind struct {
	name string
	make func() Edit
}

// registry is every edit there is, in the order of the catalogue.
var registry = []kind{
	{"restore", func() Edit { return new(Restore) }},
}

// KindOf is the name of an edit's kind, e.g. mergeOrgans.
func KindOf(e Edit) string {
	for _, k := range registry {
		if reflect.TypeOf(k.make()) == reflect.TypeOf(e) {
			return k.name
		}
	}
	panic(fmt.Sprintf("change: %T is not in the registry", e))
}

// Encode writes edits as JSON: [{"createOrgan":{…}},…].
func Encode(edits []Edit) (json.RawMessage, error) {
	out := make([]map[string]Edit, len(edits))
	for i, e := range edits {
		out[i] = map[string]Edit{KindOf(e): e}
	}
	return json.Marshal(out)
}

// Decode reads what Encode wrote, or what a client sent: each element has exactly one known kind and no unknown field.
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
	return edits, problems.Err()
}
