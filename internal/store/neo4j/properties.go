package neo4j

import (
	"cmp"
	"slices"
	"time"
)

// properties are those of one of our own nodes, read by name. What is missing or of another type is the zero value.
type properties map[string]any

func (p properties) text(name string) string {
	v, _ := p[name].(string)
	return v
}

func (p properties) number(name string) int64 {
	v, _ := p[name].(int64)
	return v
}

func (p properties) truth(name string) bool {
	v, _ := p[name].(bool)
	return v
}

func (p properties) time(name string) time.Time {
	v, ok := p[name].(time.Time)
	if !ok {
		return time.Time{}
	}
	return v.UTC()
}

func (p properties) bytes(name string) []byte {
	v, _ := p[name].([]byte)
	return v
}

// partSize is the longest part of a body in bytes.
const partSize = 256 << 10

// partsOf cuts a body into the rows of its parts.
func partsOf(body []byte) []any {
	var rows []any
	for chunk := range slices.Chunk(body, partSize) {
		rows = append(rows, map[string]any{"index": int64(len(rows)), "body": chunk})
	}
	return rows
}

// whole is the body of parts given as [index, bytes] in any order; false if there are not as many as there should be.
func whole(parts []any, count int64) ([]byte, bool) {
	pairs := make([][]any, 0, len(parts))
	for _, part := range parts {
		if pair, ok := part.([]any); ok && len(pair) == 2 {
			pairs = append(pairs, pair)
		}
	}
	slices.SortFunc(pairs, func(a, b []any) int { return cmp.Compare(index(a), index(b)) })
	var body []byte
	for i, pair := range pairs {
		chunk, ok := pair[1].([]byte)
		if !ok || index(pair) != int64(i) {
			return nil, false
		}
		body = append(body, chunk...)
	}
	return body, int64(len(pairs)) == count
}

func index(pair []any) int64 {
	i, ok := pair[0].(int64)
	if !ok {
		return -1
	}
	return i
}
