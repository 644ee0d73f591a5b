package seed

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
)

// step is some edits written once. {乡镇} in them stands for the name of each township that For names, {级} for its 镇
// or 乡, {名} for each name of Each; an item of a list that holds {每个乡镇} becomes one item per township of the county.
type step struct {
	Note    string            `json:"note"`
	For     scope             `json:"for"`  // absent: once, for the county
	Each    []string          `json:"each"` // names for {名}
	Basis   gov.Basis         `json:"basis"`
	Sources []string          `json:"sources"`
	Edits   []json.RawMessage `json:"edits"`
}

// scope is "all", "large", "medium" or a list of townships' names.
type scope struct {
	class string
	names []string
}

// UnmarshalJSON reads a word or a list.
func (s *scope) UnmarshalJSON(data []byte) error {
	if json.Unmarshal(data, &s.class) == nil {
		return nil
	}
	return json.Unmarshal(data, &s.names)
}

// townships is who a step is for; a county's step has one place without a name.
func (b *book) townships(s scope) ([]string, error) {
	switch s.class {
	case "":
		if len(s.names) == 0 {
			return []string{""}, nil
		}
		return s.names, nil
	case "all":
		return b.all, nil
	case "large":
		return b.large, nil
	case "medium":
		return b.medium, nil
	}
	return nil, fmt.Errorf("no class of townships %q: all, large or medium", s.class)
}

// expand writes steps out as edits. A source is created just before the first edit that cites it.
func (b *book) expand(steps []step) ([]change.Edit, error) {
	var out []change.Edit
	for _, s := range steps {
		raws, err := b.write(s)
		if err != nil {
			return nil, err
		}
		for _, raw := range raws {
			cited, err := b.cite(raw)
			if err != nil {
				return nil, err
			}
			e, err := decode(raw)
			if err != nil {
				return nil, err
			}
			out = append(append(out, cited...), e)
		}
	}
	return out, nil
}

// write is a step's edits as JSON, place by place and name by name.
func (b *book) write(s step) ([]json.RawMessage, error) {
	places, err := b.townships(s.For)
	if err != nil {
		return nil, err
	}
	each := s.Each
	if each == nil {
		each = []string{""}
	}
	templates := make([]string, len(s.Edits))
	for i, raw := range s.Edits {
		if raw, err = s.withDefaults(raw); err != nil {
			return nil, err
		}
		templates[i] = everyTownship.ReplaceAllStringFunc(string(raw), b.forEvery)
	}
	var out []json.RawMessage
	for _, place := range places {
		for _, name := range each {
			fill := strings.NewReplacer("{乡镇}", place, "{级}", lastRune(place), "{名}", name)
			for _, t := range templates {
				out = append(out, json.RawMessage(fill.Replace(t)))
			}
		}
	}
	return out, nil
}

var everyTownship = regexp.MustCompile(`"[^"]*\{每个乡镇\}[^"]*"`)

// forEvery repeats one item of a list for every township.
func (b *book) forEvery(item string) string {
	items := make([]string, len(b.all))
	for i, t := range b.all {
		items[i] = strings.ReplaceAll(item, "{每个乡镇}", t)
	}
	return strings.Join(items, ",")
}

// withDefaults gives an edit the step's basis, and its sources where it names none. An update takes them into what it sets.
func (s step) withDefaults(raw json.RawMessage) (json.RawMessage, error) {
	if s.Basis == "" {
		return raw, nil
	}
	var edit map[string]map[string]any
	if err := json.Unmarshal(raw, &edit); err != nil {
		return nil, fmt.Errorf("%w in %s", err, raw)
	}
	for _, body := range edit {
		if set, ok := body["set"].(map[string]any); ok {
			body = set
		}
		body["basis"] = s.Basis
		if body["sources"] == nil && len(s.Sources) > 0 {
			body["sources"] = s.Sources
		}
	}
	return json.Marshal(edit)
}

// lastRune is 镇 of 大冶镇.
func lastRune(name string) string {
	_, size := utf8.DecodeLastRuneInString(name)
	return name[len(name)-size:]
}
