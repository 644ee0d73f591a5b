package change

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"

	"tiaokuai/internal/gov"
)

// patched is a copy of a node with an RFC 7396 merge patch over its JSON: a field set to null is emptied, one left out
// stays. Each unknown field is a problem of its own.
func patched[T any, N nodeOf[T]](n N, patch json.RawMessage) (N, gov.Problems) {
	change, err := object(patch)
	if err != nil {
		return nil, gov.Problems{err.At("set")}
	}
	var p gov.Problems
	known := fieldNames(reflect.TypeFor[T]())
	for name := range change {
		if !known[name] {
			p = append(p, gov.Errorf(gov.CodeInvalid, "没有名为 %q 的属性", "there is no attribute %q", name).At("set", name))
		}
	}
	if len(p) > 0 {
		return nil, p
	}
	raw, _ := json.Marshal(n) // plain values always marshal
	now, _ := object(raw)     // and what was marshalled reads back
	merged := merge(now, change)
	raw, _ = json.Marshal(merged)
	out := N(new(T))
	if err := gov.DecodeStrict(raw, out); err != nil {
		return nil, gov.Problems{gov.Errorf(gov.CodeInvalid, "属性的值格式不对：%v", "a value is malformed: %v", err).At("set")}
	}
	return out, nil
}

// object reads a JSON object, keeping its numbers as they are written.
func object(raw json.RawMessage) (map[string]any, *gov.Error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var out map[string]any
	if err := d.Decode(&out); err != nil || out == nil {
		return nil, gov.Errorf(gov.CodeInvalid, "应为一个 JSON 对象，列出要改的属性", "a JSON object of the attributes to change is needed")
	}
	return out, nil
}

// merge is MergePatch of RFC 7396 for a patch that is an object.
func merge(target any, patch map[string]any) map[string]any {
	out, ok := target.(map[string]any)
	if !ok {
		out = map[string]any{}
	}
	for name, value := range patch {
		switch value := value.(type) {
		case nil:
			delete(out, name)
		case map[string]any:
			out[name] = merge(out[name], value)
		default:
			out[name] = value
		}
	}
	return out
}

// difference is the merge patch that leads from one JSON object to another: the inverse of merge.
func difference(from, to map[string]any) map[string]any {
	out := map[string]any{}
	for name := range from {
		if _, stays := to[name]; !stays {
			out[name] = nil
		}
	}
	for name, value := range to {
		before, there := from[name]
		inner, isObject := value.(map[string]any)
		was, wasObject := before.(map[string]any)
		switch {
		case there && reflect.DeepEqual(before, value):
		case isObject && wasObject:
			out[name] = difference(was, inner)
		default:
			out[name] = value
		}
	}
	return out
}

// fieldNames are the JSON names of a struct's fields, with those of the structs it embeds.
func fieldNames(t reflect.Type) map[string]bool {
	out := map[string]bool{}
	for f := range t.Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous && name == "" {
			for inner := range fieldNames(f.Type) {
				out[inner] = true
			}
			continue
		}
		out[name] = true
	}
	return out
}
