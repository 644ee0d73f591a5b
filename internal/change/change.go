package change

import (
	"errors"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Edit is one step of a change. Its fields are its JSON.
type Edit interface {
	// Apply validates the edit against the draft and writes it there. It reports all its problems at once, each with
	// the field it is about, and then has written nothing.
	Apply(d *Draft) gov.Problems
	// Sentence says in both languages what the edit does, e.g. 将乡村建设办公室并入…; name gives a key's name.
	Sentence(name Namer) gov.Text
	// Describe documents the kind of edit; it reads none of its fields.
	Describe() Description
}

// Description documents a kind of edit, for the catalogue.
type Description struct {
	Title gov.Text // 合并设置
	Text  gov.Text // what it does to the graph, and what it refuses
}

// Namer gives the name of what a key stands for, or the key itself where it knows none.
type Namer func(key string) string

// Apply is the county after edits, with the delta that led there. A nil base is a county yet to be made, whose first
// edit is createCounty. It fails with gov.Problems whose paths start with "edits" and the index of the edit.
func Apply(base *snapshot.County, edits []Edit, meta snapshot.Meta) (*snapshot.County, gov.Delta, error) {
	d := NewDraft(base, meta.Revision)
	var problems gov.Problems
	for i, e := range edits {
		if e == nil {
			problems = append(problems, gov.Errorf(gov.CodeInvalid, "变更为空", "the edit is empty").At("edits", i))
			continue
		}
		problems = append(problems, e.Apply(d).At("edits", i, KindOf(e))...)
	}
	if len(problems) > 0 {
		return nil, gov.Delta{}, problems
	}
	delta := d.Delta()
	next, err := advance(base, delta, meta)
	return next, delta, err
}

// advance applies a delta to a snapshot, or builds the first one.
func advance(base *snapshot.County, delta gov.Delta, meta snapshot.Meta) (*snapshot.County, error) {
	var next *snapshot.County
	var err error
	if base == nil {
		var g gov.Graph
		if g, err = (gov.Graph{}).Apply(delta); err == nil {
			next, err = snapshot.Build(g, meta)
		}
	} else {
		next, err = base.Apply(delta, meta)
	}
	var problems gov.Problems
	if errors.As(err, &problems) {
		return nil, problems.At("edits")
	}
	return next, err
}
