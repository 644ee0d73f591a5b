package change

import (
	"encoding/json"

	"tiaokuai/internal/gov"
)

// removal is the edit that removes a node; nil where there is none.
func removal(n gov.Node) Edit {
	key := n.NodeKey()
	switch n.(type) {
	case *gov.Township:
		return &RemoveTownship{key}
	case *gov.Organ:
		return &RemoveOrgan{key}
	case *gov.Department:
		return &RemoveDepartment{key}
	case *gov.Section:
		return &RemoveSection{key}
	case *gov.Leader:
		return &RemoveLeader{key}
	case *gov.Duty:
		return &RemoveDuty{key}
	case *gov.Measure:
		return &RemoveMeasure{key}
	case *gov.Indicator:
		return &RemoveIndicator{key}
	case *gov.Source:
		return &RemoveSource{key}
	}
	return nil
}

// creation is the edit that makes a node; nil where there is none.
func creation(n gov.Node) Edit {
	switch n := n.(type) {
	case *gov.County:
		return &CreateCounty{*n}
	case *gov.Township:
		return &CreateTownship{*n}
	case *gov.Organ:
		return &CreateOrgan{*n}
	case *gov.Department:
		return &CreateDepartment{*n}
	case *gov.Section:
		return &CreateSection{*n}
	case *gov.Leader:
		return &CreateLeader{*n}
	case *gov.Duty:
		return &CreateDuty{*n}
	case *gov.Measure:
		return &CreateMeasure{*n}
	case *gov.Indicator:
		return &CreateIndicator{*n}
	case *gov.Source:
		return &CreateSource{*n}
	}
	return nil
}

// updates are the edits that change a node: a renaming where the old name became a former one, and one for the rest.
func updates(before, after gov.Node) []Edit {
	var out []Edit
	if before.NodeName() != after.NodeName() {
		as := gov.Normalize(renamed(before, after.NodeName()))
		if r := renaming(after); r != nil && gov.Equal(formerNames(as), formerNames(after)) {
			out, before = append(out, r), as
		}
	}
	x, _ := json.Marshal(before) // plain values always marshal
	y, _ := json.Marshal(after)
	from, _ := object(x)
	to, _ := object(y)
	patch := difference(from, to)
	if len(patch) == 0 {
		return out
	}
	set, _ := json.Marshal(patch)
	return appendEdit(out, update(after, set))
}

func renaming(n gov.Node) Edit {
	switch n := n.(type) {
	case *gov.Township:
		return &RenameTownship{n.Key, n.Name}
	case *gov.Organ:
		return &RenameOrgan{n.Key, n.Name}
	case *gov.Department:
		return &RenameDepartment{n.Key, n.Name}
	case *gov.Section:
		return &RenameSection{n.Key, n.Name}
	}
	return nil
}

func formerNames(n gov.Node) []string {
	switch n := n.(type) {
	case *gov.Township:
		return n.FormerNames
	case *gov.Organ:
		return n.FormerNames
	case *gov.Department:
		return n.FormerNames
	case *gov.Section:
		return n.FormerNames
	}
	return nil
}

func update(n gov.Node, set json.RawMessage) Edit {
	key := n.NodeKey()
	switch n.(type) {
	case *gov.County:
		return &UpdateCounty{key, set}
	case *gov.Township:
		return &UpdateTownship{key, set}
	case *gov.Organ:
		return &UpdateOrgan{key, set}
	case *gov.Department:
		return &UpdateDepartment{key, set}
	case *gov.Section:
		return &UpdateSection{key, set}
	case *gov.Leader:
		return &UpdateLeader{key, set}
	case *gov.Duty:
		return &UpdateDuty{key, set}
	case *gov.Measure:
		return &UpdateMeasure{key, set}
	case *gov.Indicator:
		return &UpdateIndicator{key, set}
	case *gov.Source:
		return &UpdateSource{key, set}
	}
	return nil
}

// relation is the edit that says a change of an edge; nil where there is none.
func relation(c gov.EdgeChange) Edit {
	gone := c.After == nil
	switch e := c.Edge().(type) {
	case *gov.Counterpart:
		if gone {
			return &RemoveCounterpart{e.From, e.To}
		}
		if before, ok := c.Before.(*gov.Counterpart); ok {
			narrowed := *before
			narrowed.Sections = e.Sections
			if gov.Equal(&narrowed, e) {
				return &RefineCounterpart{e.From, e.To, e.Sections}
			}
		}
		return &AddCounterpart{e.From, e.To, e.Sections, e.Nature, e.Scope, e.Provenance}
	case *gov.Charge:
		if gone {
			return &UnassignLeader{e.From, e.To}
		}
		return &AssignLeader{e.From, e.To, e.Role, e.Provenance}
	case *gov.Assignment:
		if gone {
			return &UnassignDuty{e.From, e.To}
		}
		return &AssignDuty{e.From, e.To, e.Role, e.Actions, e.Content, e.Provenance}
	case *gov.Dispatch:
		if gone {
			return &WithdrawDispatch{e.From, e.To}
		}
		return &DispatchOrgan{e.From, e.To, e.Provenance}
	case *gov.SharedOffice:
		if gone {
			return &EndSharedOffice{e.From, e.To}
		}
		return &ShareOffice{e.From, e.To, e.Provenance}
	}
	return nil
}
