package countytest

import (
	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// RandomEdits are up to n edits that apply to a county one after the other, of every kind but createCounty.
func RandomEdits(d Dice, c *snapshot.County, n int) []change.Edit {
	draft := change.NewDraft(c, c.Revision()+1)
	var out []change.Edit
	for range 4 * n {
		if len(out) == n {
			break
		}
		if e := RandomEdit(d, draft); e != nil && len(e.Apply(draft)) == 0 {
			out = append(out, e)
		}
	}
	return out
}

// RandomEdit is an edit of any kind that may well apply to the draft, and may not; nil where the draft has nothing to
// edit that way.
func RandomEdit(d Dice, draft *change.Draft) change.Edit {
	return editors[d.IntN(len(editors))].roll(&editor{d, draft})
}

// RandomEditOf is a random edit of one kind, by its name in [change.Catalogue]; it fails the caller's test by being nil
// and false where no generator for the kind is written.
func RandomEditOf(name string, d Dice, draft *change.Draft) (change.Edit, bool) {
	for _, g := range editors {
		if g.name == name {
			return g.roll(&editor{d, draft}), true
		}
	}
	return nil, false
}

// editor makes up edits of a draft.
type editor struct {
	Dice
	draft *change.Draft
}

// keys are the keys of the draft's nodes of a type.
func keys[N gov.Node](e *editor) []string {
	nodes := change.Nodes[N](e.draft)
	out := make([]string, len(nodes))
	for i, n := range nodes {
		out[i] = n.NodeKey()
	}
	return out
}

// key is one of them, or one that leads nowhere.
func key[N gov.Node](e *editor) string {
	all := keys[N](e)
	if len(all) == 0 || chance(e, 50) {
		return "nowhere"
	}
	return pick(e, all...)
}

// organsOf are the keys of the organs of one township.
func (e *editor) organsOf(township string) []string {
	var out []string
	for _, o := range change.Nodes[*gov.Organ](e.draft) {
		if o.Township == township {
			out = append(out, o.Key)
		}
	}
	return out
}

// sectionsOf are the keys of the sections of one department.
func (e *editor) sectionsOf(department string) []string {
	var out []string
	for _, s := range change.Nodes[*gov.Section](e.draft) {
		if s.Department == department {
			out = append(out, s.Key)
		}
	}
	return out
}

// organ is one organ; nil if there is none.
func (e *editor) organ() *gov.Organ {
	all := change.Nodes[*gov.Organ](e.draft)
	if len(all) == 0 {
		return nil
	}
	return pick(e, all...)
}

// edge is one edge of a type; nil if there is none.
func edge[E gov.Edge](e *editor) (E, bool) {
	all := change.Edges[E](e.draft)
	if len(all) == 0 {
		var none E
		return none, false
	}
	return pick(e, all...), true
}

func (e *editor) origin() gov.Provenance { return randomOrigin(e, keys[*gov.Source](e)) }

// name is a fresh enough name.
func (e *editor) name(stem string) string { return numbered(stem, e.IntN(1000)) }
