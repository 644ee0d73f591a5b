package change

import (
	"encoding/json"
	"errors"

	"tiaokuai/internal/gov"
)

// Restore puts every node and edge of a delta into its after-image; with an inverted delta it is the inverse of the
// commit that the delta came from. It is valid exactly where everything still equals its before-image.
type Restore struct {
	Delta gov.Delta `json:"delta"`
	Of    int64     `json:"of,omitempty"` // the revision taken back
}

// Apply refuses (CONFLICT) each node and edge that has changed since.
func (e *Restore) Apply(d *Draft) gov.Problems {
	var p gov.Problems
	for _, c := range e.Delta.Nodes {
		if !gov.Equal(d.Node(c.Key()), c.Before) {
			p = append(p, changedSince(d.Name(c.Key())).At("delta"))
		}
	}
	for _, c := range e.Delta.Edges {
		from, to := c.Edge().Ends()
		if !gov.Equal(d.Edge(c.Edge().EdgeKind(), from, to), c.Before) {
			p = append(p, changedSince(d.Name(from)+" → "+d.Name(to)).At("delta"))
		}
	}
	if p != nil {
		return p
	}
	for _, c := range e.Delta.Edges {
		if c.After == nil {
			d.DropEdge(c.Before)
		} else {
			d.PutEdge(c.After)
		}
	}
	for _, c := range e.Delta.Nodes {
		if c.After == nil {
			d.nodes[c.Key()] = nil // its edges are in the delta too
		} else {
			d.Put(c.After)
		}
	}
	return nil
}

func changedSince(what string) *gov.Error {
	return gov.Errorf(gov.CodeConflict, "%s 之后又有改动，不能撤销", "%s has changed since, so this can't be taken back", what)
}

// Sentence says what is taken back.
func (e *Restore) Sentence(Namer) gov.Text {
	return gov.Textf("撤销第 %d 次变更", "take back revision %d", e.Of)
}

func decodeOne(one map[string]json.RawMessage) (Edit, *gov.Error) {
	if len(one) != 1 {
		return nil, gov.Errorf(gov.CodeInvalid, "每个变更须恰好指定一种操作", "each edit must name exactly one operation")
	}
	for name, raw := range one {
		for _, k := range registry {
			if k.name == name {
				e := k.make()
				var bad *gov.Error
				if err := gov.DecodeStrict(raw, e); errors.As(err, &bad) {
					return nil, bad.At(name)
				}
				return e, nil
			}
		}
		return nil, gov.Errorf(gov.CodeInvalid, "没有名为 %q 的变更", "there is no edit named %q", name)
	}
	return nil, nil
}
