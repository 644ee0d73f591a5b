package change

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Between is edits that lead from one snapshot of a county to another: the one way from two snapshots to edits. A nil a
// is a county yet to be made. Applying them to a as b's revision gives b's graph, whatever b is: what typed edits can't
// say (formers with their successions, an organ under its old key in another township) stands in one restore at the end.
func Between(a, b *snapshot.County) []Edit {
	d := NewDraft(a, b.Revision())
	var out []Edit
	for pending := candidates(snapshot.Diff(a, b)); len(pending) > 0; {
		var refused []Edit
		for _, e := range pending {
			if p := e.Apply(d); len(p) > 0 {
				refused = append(refused, e)
			} else {
				out = append(out, e)
			}
		}
		if len(refused) == len(pending) {
			break // no order helps; the rest is restored as it is
		}
		pending = refused // one may have waited for another: a section for its department
	}
	if rest := d.deltaTo(b); !rest.Empty() {
		out = append(out, &Restore{Delta: rest})
	}
	return out
}

// candidates are the edits that say the changes of a delta one by one, in an order that a reader expects: what goes
// first, then what is made from the county down, then relations.
func candidates(delta gov.Delta) []Edit {
	going := map[string]bool{} // keys that are dropped or change their kind: their edges go with them
	var removed, made, changed, edges []Edit
	for i := len(gov.NodeKinds) - 1; i >= 0; i-- {
		for _, c := range delta.Nodes {
			if c.After == nil && c.Before.NodeKind() == gov.NodeKinds[i] {
				removed = appendEdit(removed, removal(c.Before))
			}
		}
	}
	for _, c := range delta.Nodes {
		going[c.Key()] = c.After == nil || c.Before != nil && c.Before.NodeKind() != c.After.NodeKind()
	}
	for _, kind := range creationOrder {
		for _, c := range delta.Nodes {
			switch {
			case c.After == nil || c.After.NodeKind() != kind:
			case c.Before == nil:
				made = appendEdit(made, creation(c.After))
			case c.Before.NodeKind() == kind:
				changed = append(changed, updates(c.Before, c.After)...)
			}
		}
	}
	for _, c := range delta.Edges {
		from, to := c.Edge().Ends()
		if !going[from] && !going[to] {
			edges = appendEdit(edges, relation(c))
		}
	}
	return append(append(append(removed, changed...), made...), edges...)
}

func appendEdit(out []Edit, e Edit) []Edit {
	if e == nil {
		return out
	}
	return append(out, e)
}

// creationOrder has every kind after those it refers to.
var creationOrder = []gov.NodeKind{
	gov.NodeCounty, gov.NodeSource, gov.NodeDepartment, gov.NodeSection, gov.NodeTownship, gov.NodeDuty,
	gov.NodeOrgan, gov.NodeLeader, gov.NodeMeasure, gov.NodeIndicator,
}
