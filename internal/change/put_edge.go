package change

import "tiaokuai/internal/gov"

// putEdge checks an edge whose ends the caller has found, and writes it: a new one, or in place of the one there is
// between the same two. found are the problems the caller found with its ends.
func putEdge(d *Draft, e gov.Edge, found ...gov.Problems) gov.Problems {
	p := all(found...)
	if len(p) > 0 {
		return p
	}
	p = append(e.Check(), checkReferences(d, referencesOfOrigin(e.Origin()))...)
	if len(p) == 0 {
		d.PutEdge(e)
	}
	return p
}

// dropEdge removes the edge of a kind between two nodes; NOT_FOUND, naming both, if there is none.
func dropEdge(d *Draft, kind gov.EdgeKind, from, to, field string) gov.Problems {
	e := d.Edge(kind, from, to)
	if e == nil {
		return gov.Problems{noEdge(d, kind, from, to).At(field)}
	}
	d.DropEdge(e)
	return nil
}

func noEdge(d *Draft, kind gov.EdgeKind, from, to string) *gov.Error {
	is := edgeNames[kind]
	return gov.Errorf(gov.CodeNotFound, "“%[1]s”与“%[2]s”之间没有%[3]s关系", "there is no %[4]s between %[1]s and %[2]s", d.Name(from), d.Name(to), is.ZH, is.EN)
}

// edgeNames are what a kind of edge is called in a sentence.
var edgeNames = map[gov.EdgeKind]gov.Text{
	gov.EdgeCounterpart:  {ZH: "对口", EN: "counterpart"},
	gov.EdgeCharge:       {ZH: "分管", EN: "charge"},
	gov.EdgeAssignment:   {ZH: "承担", EN: "assignment"},
	gov.EdgeDispatch:     {ZH: "派驻", EN: "dispatch"},
	gov.EdgeSharedOffice: {ZH: "合署办公", EN: "shared office"},
	gov.EdgeSuccession:   {ZH: "改为", EN: "succession"},
}

// all joins problems.
func all(ps ...gov.Problems) gov.Problems {
	var out gov.Problems
	for _, p := range ps {
		out = append(out, p...)
	}
	return out
}

// findBearer is the organ or department with a key.
func findBearer(d *Draft, field, key string) gov.Problems {
	if _, ok := d.Node(key).(*gov.Department); ok {
		return nil
	}
	_, p := Find[*gov.Organ](d, field, key)
	return p
}
