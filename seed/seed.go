package seed

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"time"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
)

// County is the key of the seed's county, 登封市, and the name of its folder.
const County = "410185"

//go:embed source-document.txt 410185
var files embed.FS

// Revision is one commit of the seed before it is applied. Ids and times are fixed, so that every store that loads the
// seed holds the same log.
type Revision struct {
	ID         string // the commit's id, e.g. seed-410185-0001
	County     string
	Effective  gov.Date
	RecordedAt time.Time
	Actor      string
	Reason     string
	Edits      []change.Edit
}

// Document is the report, verbatim.
func Document() string {
	text, err := files.ReadFile("source-document.txt")
	if err != nil {
		panic(err) // it is embedded
	}
	return string(text)
}

// Load reads the revisions in order; the edits of each are applied to the result of those before it, the first to
// nothing. The same program gives the same edits in every process.
func Load() ([]Revision, error) {
	b, err := openBook()
	if err != nil {
		return nil, err
	}
	folders, err := fs.ReadDir(files, County)
	if err != nil {
		return nil, err
	}
	var out []Revision
	for _, f := range folders {
		if !f.IsDir() {
			continue
		}
		r, err := b.revision(path.Join(County, f.Name()))
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// revision reads one folder: revision.json, and the step files beside it in the order of their names.
func (b *book) revision(folder string) (Revision, error) {
	var head struct {
		ID         string    `json:"id"`
		Effective  gov.Date  `json:"effective"`
		RecordedAt time.Time `json:"recordedAt"`
		Actor      string    `json:"actor"`
		Reason     string    `json:"reason"`
	}
	if err := readJSON(path.Join(folder, "revision.json"), &head); err != nil {
		return Revision{}, err
	}
	names, err := fs.Glob(files, path.Join(folder, "[0-9]*.json"))
	if err != nil {
		return Revision{}, err
	}
	r := Revision{ID: head.ID, County: County, Effective: head.Effective, RecordedAt: head.RecordedAt, Actor: head.Actor, Reason: head.Reason}
	for _, name := range names {
		var steps []step
		if err := readJSON(name, &steps); err != nil {
			return Revision{}, err
		}
		edits, err := b.expand(steps)
		if err != nil {
			return Revision{}, fmt.Errorf("%s: %w", name, err)
		}
		r.Edits = append(r.Edits, edits...)
	}
	return r, nil
}

// readJSON reads one embedded file and refuses unknown fields.
func readJSON(name string, v any) error {
	data, err := files.ReadFile(name)
	if err != nil {
		return err
	}
	if err := gov.DecodeStrict(data, v); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// decode reads one edit written as {"createOrgan":{…}}.
func decode(raw json.RawMessage) (change.Edit, error) {
	edits, err := change.Decode([]byte("[" + string(raw) + "]"))
	if err != nil {
		return nil, fmt.Errorf("%w in %s", err, raw)
	}
	return edits[0], nil
}
