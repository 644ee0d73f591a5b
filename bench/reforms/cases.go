package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// cases is a file of real reforms.
type cases struct {
	Reforms   []reformed
	OrganSets []organSet
	Bad       []refused // entries that could not be read
}

// reformed is one reform: organs before and after, and what became of whom.
type reformed struct {
	ID        string
	Place     string
	Name      string
	Before    standing
	After     standing
	Merges    []merge
	Inferred  []merge
	Abolished []string
	Trust     string
}

// organSet is what organs a place has at one date.
type organSet struct {
	ID     string
	Place  string
	Organs []named
	Trust  string
}

// standing is what organs there are, and how many: 0 where no plain number is on record.
type standing struct {
	Organs []named
	Count  int
}

// named is an organ as recorded: a name, the plates it bears, 行政, 事业 or 派驻.
type named struct {
	Name   string
	Kind   string
	Plates []string
}

type merge struct {
	From  []string
	Into  string
	Basis string // several are joined by /
}

// readCases reads a file of cases by a way to read files.
func readCases(read func(string) ([]byte, error), path string) (cases, error) {
	var c cases
	data, err := read(path)
	if err != nil {
		return c, err
	}
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\ufeff")), &c); err != nil {
		return c, fmt.Errorf("%s: %w", path, err)
	}
	return c, nil
}

// UnmarshalJSON reads case by case: one that can't be read is put down with the reason, and the others are read on. A bare
// array is one of reforms.
func (c *cases) UnmarshalJSON(data []byte) error {
	if data[0] == '[' {
		c.Reforms = readEach(c, data, "reform", reformID)
		return nil
	}
	var raw map[string]json.RawMessage
	if json.Unmarshal(data, &raw) != nil {
		return errors.New("no cases: neither an object nor a list")
	}
	reforms, some := raw["reforms"]
	sets, more := raw["organ_sets"]
	if !some && !more {
		keys := slices.Sorted(maps.Keys(raw))
		return fmt.Errorf("no cases: neither reforms nor organ_sets, only %s", strings.Join(keys, ", "))
	}
	c.Reforms = readEach(c, reforms, "reform", reformID)
	c.OrganSets = readEach(c, sets, "organ set", func(s *organSet) *string { return &s.ID })
	return nil
}

// readEach reads the entries of a list one by one, each into a new one of those that it gives. What has no id gets its
// number for one.
func readEach[T any](c *cases, data []byte, what string, id func(*T) *string) []T {
	entries, err := entriesOf(data)
	if err != nil {
		c.Bad = append(c.Bad, refused{what + "s", err.Error()})
	}
	var out []T
	for n, raw := range entries {
		var entry T
		err := json.Unmarshal(raw, &entry)
		if *id(&entry) == "" {
			*id(&entry) = fmt.Sprintf("%s %d", what, n+1)
		}
		if err != nil {
			c.Bad = append(c.Bad, refused{*id(&entry), "not read: " + err.Error()})
			continue
		}
		out = append(out, entry)
	}
	return out
}

func reformID(r *reformed) *string { return &r.ID }

func (r *reformed) UnmarshalJSON(data []byte) error {
	return fill(data, map[string]any{
		"id": &r.ID, "place": &r.Place, "reform_name": &r.Name, "before": &r.Before, "after": &r.After, "merges": &r.Merges,
		"inferred_merges": &r.Inferred, "abolished": &r.Abolished, "trust": &r.Trust,
	})
}

func (s *organSet) UnmarshalJSON(data []byte) error {
	return fill(data, map[string]any{"id": &s.ID, "place": &s.Place, "organs": &s.Organs, "trust": &s.Trust})
}

// UnmarshalJSON takes a bare list for the organs, a bare number for how many there are.
func (s *standing) UnmarshalJSON(data []byte) error {
	switch data[0] {
	case '[', '"':
		return list(data, &s.Organs)
	case '{':
		return fill(data, map[string]any{"organs": &s.Organs, "count": &s.Count})
	}
	return fill([]byte(`{"count": `+string(data)+`}`), map[string]any{"count": &s.Count})
}

// UnmarshalJSON takes a bare name for an organ without more on record.
func (o *named) UnmarshalJSON(data []byte) error {
	if data[0] != '{' {
		return (*organName)(&o.Name).UnmarshalJSON(data)
	}
	if err := fill(data, map[string]any{"name": &o.Name, "kind": &o.Kind, "plates": &o.Plates}); err != nil {
		return err
	}
	if o.Name == "" {
		return fmt.Errorf("an organ without a name: %s", shortened(data))
	}
	return nil
}

func (m *merge) UnmarshalJSON(data []byte) error {
	return fill(data, map[string]any{"from": &m.From, "into": (*organName)(&m.Into), "basis": &m.Basis})
}
