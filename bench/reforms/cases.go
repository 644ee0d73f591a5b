package main

import (
	"encoding/json"
	"fmt"
)

// cases is a file of real reforms.
type cases struct {
	Reforms   []reformed `json:"reforms"`
	OrganSets []organSet `json:"organ_sets"`
}

// reformed is one reform: organs before and after, and what became of whom.
type reformed struct {
	ID        string   `json:"id"`
	Place     string   `json:"place"`
	Name      string   `json:"reform_name"`
	Before    standing `json:"before"`
	After     standing `json:"after"`
	Merges    []merge  `json:"merges"`
	Inferred  []merge  `json:"inferred_merges"`
	Abolished []string `json:"abolished"`
	Source    source   `json:"source"`
	Trust     string   `json:"trust"`
}

// organSet is what organs a place has at one date.
type organSet struct {
	ID     string  `json:"id"`
	Place  string  `json:"place"`
	Organs []named `json:"organs"`
	Source source  `json:"source"`
	Trust  string  `json:"trust"`
}

type standing struct {
	Organs []named `json:"organs"`
}

// named is an organ as recorded: a name, the plates it bears, 行政, 事业 or 派驻.
type named struct {
	Name   string   `json:"name"`
	Kind   string   `json:"kind"`
	Plates []string `json:"plates"`
}

type merge struct {
	From  []string `json:"from"`
	Into  string   `json:"into"`
	Basis string   `json:"basis"` // several are joined by /
	Note  string   `json:"note"`
}

type source struct {
	Title   string `json:"title"`
	Address string `json:"address"`
}

// readCases reads a file of cases by a way to read files.
func readCases(read func(string) ([]byte, error), path string) (cases, error) {
	var c cases
	data, err := read(path)
	if err != nil {
		return c, err
	}
	if err := json.Unmarshal(data, &c); err != nil {
		return c, fmt.Errorf("%s: %w", path, err)
	}
	return c, nil
}

// UnmarshalJSON takes a bare name for an organ without more on record.
func (o *named) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '"' {
		return json.Unmarshal(data, &o.Name)
	}
	type plain named
	return json.Unmarshal(data, (*plain)(o))
}
