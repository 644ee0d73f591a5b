package countytest

import (
	"encoding/json"
	"maps"
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
)

// patch is a merge patch of some attributes of a made-up node, some of them emptied.
func patch(d Dice, n gov.Node) json.RawMessage {
	raw, _ := json.Marshal(n) // plain values always marshal
	var fields map[string]json.RawMessage
	_ = json.Unmarshal(raw, &fields) // and read back
	out := map[string]json.RawMessage{}
	for _, name := range some(d, 4, slices.Sorted(maps.Keys(fields))) {
		switch {
		case name == "key" || name == "township" || name == "department":
		case chance(d, 5) && name != "name":
			out[name] = json.RawMessage("null")
		default:
			out[name] = fields[name]
		}
	}
	raw, _ = json.Marshal(out)
	return raw
}

func (e *editor) duty() *gov.Duty {
	departments := append(keys[*gov.Department](e), "nowhere")
	return randomDuty(e, e.name("职责"), departments, keys[*gov.Township](e), keys[*gov.Source](e))
}

func rollMergeOrgans(e *editor) change.Edit {
	all := e.organsOf(key[*gov.Township](e))
	if len(all) < 2 {
		return nil
	}
	m := &change.MergeOrgans{Organs: some(e, 4, all), Reason: pick(e, "", gov.SuccessionReplaced)}
	if chance(e, 2) {
		m.New = &gov.Organ{Name: e.name("综合办"), Kind: gov.OrganOffice}
	} else {
		m.Into = pick(e, all...)
	}
	if chance(e, 3) {
		keep := chance(e, 2)
		m.KeepNamesAsPlates = &keep
	}
	if others := without(all, m.Organs, m.Into); len(others) > 0 && chance(e, 3) {
		m.Allocations = []change.Allocation{{Organ: pick(e, others...), Quota: change.Quota{Staff: 1, LeadingPosts: e.IntN(2)}}}
	}
	return m
}

func without(all, some []string, one string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(key string) bool { return key == one || slices.Contains(some, key) })
}

func rollSplitOrgan(e *editor) change.Edit {
	o := e.organ()
	if o == nil {
		return nil
	}
	s := &change.SplitOrgan{Organ: o.Key, Keep: chance(e, 3)}
	for range 1 + e.IntN(2) {
		part := change.OrganPart{New: gov.Organ{Name: e.name("分办"), LeadingPosts: min(o.LeadingPosts, e.IntN(2))}}
		for _, edge := range e.draft.EdgesOf(o.Key) {
			from, to := edge.Ends()
			switch {
			case chance(e, 2):
			case edge.EdgeKind() == gov.EdgeCounterpart:
				part.Departments = append(part.Departments, to)
			case edge.EdgeKind() == gov.EdgeAssignment:
				part.Duties = append(part.Duties, to)
			case edge.EdgeKind() == gov.EdgeCharge:
				part.Leaders = append(part.Leaders, from)
			}
		}
		s.Into = append(s.Into, part)
	}
	return s
}

func rollRemovePlate(e *editor) change.Edit {
	o := e.organ()
	if o == nil || len(o.Plates) == 0 {
		return nil
	}
	return &change.RemovePlate{Organ: o.Key, Name: pick(e, o.Plates...).Name}
}

func rollShareOffice(e *editor) change.Edit {
	o := e.organ()
	if o == nil {
		return nil
	}
	return &change.ShareOffice{Organ: o.Key, With: pick(e, e.organsOf(o.Township)...), Provenance: e.origin()}
}

func rollMergeDepartments(e *editor) change.Edit {
	m := &change.MergeDepartments{Departments: some(e, 3, keys[*gov.Department](e))}
	if chance(e, 2) {
		m.New = &gov.Department{Name: e.name("合局")}
	} else {
		m.Into = key[*gov.Department](e)
	}
	return m
}

func rollSplitDepartment(e *editor) change.Edit {
	s := &change.SplitDepartment{Department: key[*gov.Department](e), Keep: chance(e, 3)}
	left := e.sectionsOf(s.Department)
	for range 1 + e.IntN(2) {
		part := change.DepartmentPart{New: gov.Department{Name: e.name("分局")}, Sections: some(e, 2, left)}
		left = without(left, part.Sections, "")
		for _, edge := range e.draft.EdgesOf(s.Department) {
			from, to := edge.Ends()
			switch {
			case chance(e, 2):
			case edge.EdgeKind() == gov.EdgeCounterpart:
				part.Organs = append(part.Organs, from)
			case edge.EdgeKind() == gov.EdgeAssignment:
				part.Duties = append(part.Duties, to)
			}
		}
		s.Into = append(s.Into, part)
	}
	return s
}

// rollRestore takes back a small change that is made up for it.
func rollRestore(e *editor) change.Edit {
	o := e.organ()
	if o == nil {
		return nil
	}
	before := *o
	before.Staff = e.IntN(9)
	delta := gov.Delta{Nodes: []gov.NodeChange{{Before: o, After: gov.Normalize(&before)}}}
	for _, c := range change.Edges[*gov.Charge](e.draft) {
		if chance(e, 4) {
			delta.Edges = append(delta.Edges, gov.EdgeChange{Before: c})
		}
	}
	return &change.Restore{Delta: delta, Of: int64(e.IntN(3))}
}
