package change

import (
	"slices"

	"tiaokuai/internal/gov"
)

// liveEdges are the edges of a key that work goes over: all but successions, which stay with the key.
func liveEdges(d *Draft, key string) []gov.Edge {
	return slices.DeleteFunc(d.EdgesOf(key), func(e gov.Edge) bool { return e.EdgeKind() == gov.EdgeSuccession })
}

// dissolve makes a node a former of its key that leads to its successors, and drops the edges it still has. Formers
// that led to it go on leading to its key. The origin is that of the successions; every edit that dissolves has one.
func dissolve(d *Draft, key string, reason gov.SuccessionReason, origin gov.Provenance, successors ...string) {
	for _, e := range liveEdges(d, key) {
		d.DropEdge(e)
	}
	d.Put(formerOf(d.Node(key), reason, d.Revision()))
	for _, to := range successors {
		d.PutEdge(&gov.Succession{From: key, To: to, Reason: reason, Revision: d.Revision(), Provenance: origin})
	}
}

// checkOrigin refuses sources of an edit's origin that are not there.
func checkOrigin(d *Draft, origin gov.Provenance) gov.Problems {
	return checkReferences(d, referencesOfOrigin(origin)).At("origin")
}

// formerOf is what stays of an organ, department or section.
func formerOf(n gov.Node, reason gov.SuccessionReason, revision int64) *gov.Former {
	f := &gov.Former{Key: n.NodeKey(), Of: n.NodeKind(), Name: n.NodeName(), Reason: reason, Revision: revision, Provenance: n.Origin()}
	switch n := n.(type) {
	case *gov.Organ:
		f.Township = n.Township
		f.Names = append(slices.Clone(n.ShortNames), n.FormerNames...)
		for _, p := range n.Plates {
			f.Names = append(f.Names, p.Name)
		}
	case *gov.Department:
		f.Names = append(slices.Clone(n.ShortNames), n.FormerNames...)
	case *gov.Section:
		f.Parent = n.Department
		f.Names = slices.Clone(n.FormerNames)
	}
	return f
}

// absorb carries every edge of the dissolved over to one successor, and every attribute that named them.
func absorb(d *Draft, dissolved []string, into string, reason gov.SuccessionReason, origin gov.Provenance) {
	for _, key := range dissolved {
		for _, e := range liveEdges(d, key) {
			carry(d, e, key, into)
		}
	}
	for _, key := range dissolved {
		dissolve(d, key, reason, origin, into)
		redirect(d, key, into)
	}
}

// distinct reports keys that stand twice in a list, and a list that is too short.
func distinct(keys []string, least int, field string) gov.Problems {
	var p gov.Problems
	for i, key := range keys {
		if slices.Index(keys, key) < i {
			p = append(p, gov.Errorf(gov.CodeInvalid, "%q 重复", "%q stands twice", key).At(field, i))
		}
	}
	if len(keys) < least {
		p = append(p, gov.Errorf(gov.CodeInvalid, "至少需要 %d 个", "at least %d are needed", least).At(field))
	}
	return p
}

// common is the value that all have; the zero value where they differ.
func common[T any, V comparable](all []T, of func(T) V) V {
	var none V
	for i := range all {
		if of(all[i]) != of(all[0]) {
			return none
		}
	}
	if len(all) == 0 {
		return none
	}
	return of(all[0])
}
