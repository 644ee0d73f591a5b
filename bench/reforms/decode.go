package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Collectors write the same thing in several ways. What is meant is taken: a single value for a list of one, a number for
// a text, an object with a name for the name.

// fill reads an object's fields by their names; null is as good as absent, and what is not asked for may be anything.
func fill(data []byte, fields map[string]any) error {
	var raw map[string]json.RawMessage
	if json.Unmarshal(data, &raw) != nil || raw == nil {
		return fmt.Errorf("not an object: %s", shortened(data))
	}
	for _, k := range slices.Sorted(maps.Keys(raw)) {
		field, asked := fields[strings.ToLower(k)]
		if !asked || string(raw[k]) == "null" {
			continue
		}
		if err := read(raw[k], field); err != nil {
			return fmt.Errorf("%s: %w", k, err)
		}
	}
	return nil
}

func read(data []byte, field any) error {
	switch field := field.(type) {
	case *string:
		return text(data, field)
	case *organName:
		return field.UnmarshalJSON(data)
	case *int:
		*field = plainNumber(data)
		return nil
	case *[]string:
		var names []organName
		if err := list(data, &names); err != nil {
			return err
		}
		for _, n := range names {
			*field = append(*field, string(n))
		}
		return nil
	case *[]named:
		return list(data, field)
	case *[]merge:
		return list(data, field)
	}
	return json.Unmarshal(data, field)
}

// list reads a list, or a single value for a list of one; nulls and empty texts are no entries.
func list[T any](data []byte, out *[]T) error {
	entries, err := entriesOf(data)
	if err != nil {
		entries = single(data)
	}
	for n, raw := range entries {
		if string(raw) == "null" || string(raw) == `""` {
			continue
		}
		var x T
		if err := json.Unmarshal(raw, &x); err != nil {
			return fmt.Errorf("%d: %w", n+1, err)
		}
		*out = append(*out, x)
	}
	return nil
}

// single are the entries of what stands for a list: a text that enumerates with 、 outside brackets is as many as it names.
func single(data []byte) []json.RawMessage {
	var s string
	if json.Unmarshal(data, &s) != nil {
		return []json.RawMessage{data}
	}
	var parts []string
	depth, from := 0, 0
	for i, r := range s {
		switch r {
		case '(', '（':
			depth++
		case ')', '）':
			depth--
		case '、':
			if depth == 0 {
				parts, from = append(parts, s[from:i]), i+len("、")
			}
		}
	}
	var out []json.RawMessage
	for _, part := range append(parts, s[from:]) {
		quoted, _ := json.Marshal(part)
		out = append(out, quoted)
	}
	return out
}

// entriesOf are the entries of a list, none of null.
func entriesOf(data []byte) ([]json.RawMessage, error) {
	if len(data) == 0 {
		return nil, nil
	}
	var out []json.RawMessage
	if json.Unmarshal(data, &out) != nil {
		return nil, fmt.Errorf("not a list: %s", shortened(data))
	}
	return out, nil
}

// text reads a text; a number or truth as it is written, a list as its entries with / between.
func text(data []byte, out *string) error {
	switch data[0] {
	case '"':
		return json.Unmarshal(data, out)
	case '[':
		var parts []string
		if err := read(data, &parts); err != nil {
			return err
		}
		*out = strings.Join(parts, "/")
		return nil
	case '{':
		return (*organName)(out).UnmarshalJSON(data)
	}
	*out = string(data)
	return nil
}

// organName is a name, or an object that has one.
type organName string

func (o *organName) UnmarshalJSON(data []byte) error {
	switch data[0] {
	case '"':
		return json.Unmarshal(data, (*string)(o))
	case '{':
		if err := fill(data, map[string]any{"name": (*string)(o)}); err != nil {
			return err
		}
		if *o == "" {
			return fmt.Errorf("no name: %s", shortened(data))
		}
		return nil
	case '[':
		var names []organName
		if err := list(data, &names); err != nil {
			return err
		}
		if len(names) != 1 {
			return fmt.Errorf("not one name: %s", shortened(data))
		}
		*o = names[0]
		return nil
	}
	return errors.New("no name: " + shortened(data))
}

var digits = regexp.MustCompile(`^\d+个?$`)

// plainNumber is a count: 4, "4" or "4个"; 0 where it is not as plain as that ("20多").
func plainNumber(data []byte) int {
	var s string
	if text(data, &s) != nil || !digits.MatchString(folded(s)) {
		return 0
	}
	n, _ := strconv.Atoi(strings.TrimSuffix(folded(s), "个"))
	return n
}

// shortened is the beginning of some JSON.
func shortened(data []byte) string {
	const most = 40
	var b bytes.Buffer
	if json.Compact(&b, data) != nil {
		return string(data)
	}
	if r := []rune(b.String()); len(r) > most {
		return string(r[:most]) + "…"
	}
	return b.String()
}
