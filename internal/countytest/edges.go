package countytest

import (
	"fmt"
	"strings"

	"tiaokuai/internal/gov"
)

// carries reads "leads DUTY:ACTION+ACTION" and "supports DUTY" of an organ or department.
func (r *reader) carries(l *line, from string, p *gov.Provenance) {
	for word, role := range map[string]gov.AssignmentRole{"leads": gov.AssignmentLead, "supports": gov.AssignmentSupport} {
		for _, i := range l.list(word) {
			r.later(l, func() error { return r.assign(l, from, i, gov.Assignment{Role: role, Provenance: *p}) })
		}
	}
}

func (r *reader) assign(l *line, from string, i item, e gov.Assignment) error {
	var err error
	if e.To, err = r.one(item{name: i.name}, "", gov.NodeDuty); err != nil {
		return err
	}
	e.From = from
	for _, a := range strings.FieldsFunc(i.tail, func(r rune) bool { return r == '+' }) {
		e.Actions = append(e.Actions, gov.Action(a))
	}
	return r.addEdge(l, &e)
}

func (r *reader) counterpart(l *line, from string, i item, e gov.Counterpart) error {
	var err error
	if e.To, err = r.one(item{name: i.name}, "", gov.NodeDepartment); err != nil {
		return err
	}
	if e.Sections, err = r.sections(e.To, i.sections); err != nil {
		return err
	}
	e.From = from
	if e.Nature == "" {
		e.Nature = gov.NatureBusiness
	}
	if i.tail != "" {
		e.Nature = gov.CounterpartNature(i.tail)
	}
	return r.addEdge(l, &e)
}

func (r *reader) charge(l *line, from string, i item, in string, role gov.ChargeRole, p gov.Provenance) error {
	to, err := r.one(i, in, gov.NodeOrgan)
	if err != nil {
		return err
	}
	return r.addEdge(l, &gov.Charge{From: from, To: to, Role: role, Provenance: p})
}

func (r *reader) dispatch(l *line, from string, i item, p gov.Provenance) error {
	keys, err := r.all(i, "", gov.NodeOrgan)
	if err != nil {
		return err
	}
	for _, to := range keys {
		if err := r.addEdge(l, &gov.Dispatch{From: from, To: to, Provenance: p}); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) share(l *line, from string, i item, in string, p gov.Provenance) error {
	to, err := r.one(i, in, gov.NodeOrgan)
	if err != nil {
		return err
	}
	return r.addEdge(l, &gov.SharedOffice{From: min(from, to), To: max(from, to), Provenance: p})
}

// ends puts off an edge line "WORD FROM -> TO, TO" for each of its ends; FROM may be name@*.
func (r *reader) ends(l *line, kinds []gov.NodeKind, tell func(from, in string, to item) error) error {
	items := l.list("->")
	if len(items) == 0 {
		return fmt.Errorf("%s needs -> and what it leads to", l.word)
	}
	from := readItem(l.name)
	r.later(l, func() error {
		keys, err := r.all(from, "", kinds...)
		if err != nil {
			return err
		}
		for _, key := range keys {
			for _, to := range items {
				if err := tell(key, townshipKey(r.nodes[key]), to); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return nil
}

// counterpart ORGAN -> DEPARTMENT[SECTION] NATURE scope= basis= source= attributes=
func (r *reader) counterpartLine(l *line) error {
	e := gov.Counterpart{Scope: l.text("scope")}
	e.Nature = oneOf(l, gov.NatureBusiness, gov.NatureBusiness, gov.NatureWindow, gov.NatureLiaison, gov.NatureCoordination)
	p := new(gov.Provenance)
	r.provenance(l, p)
	return r.ends(l, []gov.NodeKind{gov.NodeOrgan}, func(from, _ string, to item) error {
		e.Provenance = *p
		return r.counterpart(l, from, to, e)
	})
}

// charge LEADER@TOWNSHIP -> ORGAN ROLE basis= source=
func (r *reader) chargeLine(l *line) error {
	role := oneOf(l, gov.ChargeLead, gov.ChargeLead, gov.ChargeAssist, gov.ChargeOverall, gov.ChargeLiaison)
	p := new(gov.Provenance)
	r.provenance(l, p)
	return r.ends(l, []gov.NodeKind{gov.NodeLeader}, func(from, in string, to item) error { return r.charge(l, from, to, in, role, *p) })
}

// assign BEARER -> DUTY ROLE actions= basis= source=
func (r *reader) assignLine(l *line) error {
	e := gov.Assignment{Role: oneOf(l, gov.AssignmentLead, gov.AssignmentLead, gov.AssignmentSupport), Actions: l.actions()}
	p := new(gov.Provenance)
	r.provenance(l, p)
	return r.ends(l, []gov.NodeKind{gov.NodeOrgan, gov.NodeDepartment}, func(from, _ string, to item) error {
		e.Provenance = *p
		return r.assign(l, from, to, e)
	})
}

// dispatch DEPARTMENT -> ORGAN@TOWNSHIP basis= source=
func (r *reader) dispatchLine(l *line) error {
	p := new(gov.Provenance)
	r.provenance(l, p)
	return r.ends(l, []gov.NodeKind{gov.NodeDepartment}, func(from, _ string, to item) error { return r.dispatch(l, from, to, *p) })
}

// share ORGAN@TOWNSHIP -> ORGAN basis= source=
func (r *reader) shareLine(l *line) error {
	p := new(gov.Provenance)
	r.provenance(l, p)
	return r.ends(l, []gov.NodeKind{gov.NodeOrgan}, func(from, in string, to item) error { return r.share(l, from, to, in, *p) })
}

// succeed FORMER@TOWNSHIP -> SUCCESSOR REASON revision= basis= source=
func (r *reader) succeedLine(l *line) error {
	reason := oneOf(l, gov.SuccessionMerged, gov.SuccessionMerged, gov.SuccessionSplit, gov.SuccessionRenamed, gov.SuccessionReplaced,
		gov.SuccessionAbolished, gov.SuccessionTransferred)
	revision, err := l.integer("revision")
	if err != nil {
		return err
	}
	p := new(gov.Provenance)
	r.provenance(l, p)
	return r.ends(l, []gov.NodeKind{gov.NodeFormer}, func(from, in string, i item) error {
		to, err := r.one(i, in, r.nodes[from].(*gov.Former).Of, gov.NodeFormer)
		if err != nil {
			return err
		}
		return r.addEdge(l, &gov.Succession{From: from, To: to, Reason: reason, Revision: revision, Provenance: *p})
	})
}
