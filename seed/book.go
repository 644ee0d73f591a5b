package seed

import (
	"encoding/json"
	"fmt"
	"path"
	"regexp"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
)

// book is what the step files refer to: the townships by class and the sources by key.
type book struct {
	all, large, medium []string // names
	sources            map[string]gov.Source
	created            map[string]bool // sources that an edit has created already
}

func openBook() (*book, error) {
	b := &book{sources: map[string]gov.Source{}, created: map[string]bool{}}
	var townships struct {
		Note   string   `json:"note"`
		Large  []string `json:"large"`
		Medium []string `json:"medium"`
	}
	if err := readJSON(path.Join(County, "townships.json"), &townships); err != nil {
		return nil, err
	}
	b.large, b.medium = townships.Large, townships.Medium
	b.all = append(append(b.all, b.large...), b.medium...)
	return b, b.readSources()
}

// readSources reads the sentences of the report, which are DOCUMENT, and other public material, which is never more
// than INFERRED here because a collector's excerpt stands between it and the seed.
func (b *book) readSources() error {
	var sources struct {
		Note     string       `json:"note"`
		Document string       `json:"document"` // title of the report
		Report   []gov.Source `json:"report"`
		Others   []gov.Source `json:"others"`
	}
	if err := readJSON(path.Join(County, "sources.json"), &sources); err != nil {
		return err
	}
	for _, s := range sources.Report {
		s.Document, s.Basis = sources.Document, gov.BasisDocument
		b.sources[s.Key] = s
	}
	for _, s := range sources.Others {
		s.Basis = gov.BasisInferred
		b.sources[s.Key] = s
	}
	return nil
}

var sourceKey = regexp.MustCompile(`"(source/[^"]+)"`)

// cite is the edits that create the sources which an edit cites and none has created yet, in the order it cites them.
func (b *book) cite(raw json.RawMessage) ([]change.Edit, error) {
	var out []change.Edit
	for _, match := range sourceKey.FindAllSubmatch(raw, -1) {
		key := string(match[1])
		if b.created[key] {
			continue
		}
		s, ok := b.sources[key]
		if !ok {
			return nil, fmt.Errorf("%s is not in sources.json", key)
		}
		b.created[key] = true
		out = append(out, &change.CreateSource{Node: s})
	}
	return out, nil
}
