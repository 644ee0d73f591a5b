package countytest

import (
	"fmt"

	"tiaokuai/internal/gov"
)

// duty NAME NATURE universal village simple perishable single domain= aspect= edition= legal= short= order=
// list=LIST,LIST authority=COUNTY|TOWNSHIP; fuller listings, authority and admission have lines of their own below it.
func (r *reader) dutyLine(l *line) error {
	d := &gov.Duty{
		Key: r.key(l, gov.NodeDuty, "", l.name), Name: l.name, Domain: l.text("domain"), Aspect: l.text("aspect"), Edition: l.text("edition"),
		LegalBasis: l.text("legal"), ShortNames: l.texts("short"), Universal: l.flag("universal"), Simple: l.flag("simple"),
		Perishable: l.flag("perishable"), SingleDept: l.flag("single"), Authority: gov.Authority{Level: gov.Level(l.text("authority"))},
	}
	d.Nature = oneOf(l, "", gov.NatureService, gov.NatureApproval, gov.NatureEnforcement, gov.NatureManagement)
	if l.flag("village") {
		d.HandledAt = gov.HandledAtVillage
	}
	if err := l.integers(map[string]*int{"order": &d.Order}); err != nil {
		return err
	}
	for _, name := range l.texts("list") {
		d.Listings = append(d.Listings, gov.Listing{List: gov.DutyList(name)})
	}
	r.provenance(l, &d.Provenance)
	r.duty, r.townships = d, nil
	return r.add(l, d)
}

// list LIST lead=LEVEL townships= from= until= document= content=
func (r *reader) listing(l *line) error {
	d, err := r.dutyAbove(l)
	if err != nil {
		return err
	}
	n := gov.Listing{List: gov.DutyList(l.name), Lead: gov.Level(l.text("lead")), From: gov.Date(l.text("from")), Until: gov.Date(l.text("until")), Document: l.text("document"), Content: l.text("content")}
	townships := l.texts("townships")
	r.later(l, func() error {
		var err error
		n.Townships, err = r.keys(gov.NodeTownship, townships)
		d.Listings = append(d.Listings, n)
		return err
	})
	return nil
}

// authority COUNTY|TOWNSHIP GRANTED|DELEGATED department= townships= document=
func (r *reader) authority(l *line) error {
	d, err := r.dutyAbove(l)
	if err != nil {
		return err
	}
	d.Authority = gov.Authority{Level: gov.Level(l.name), Via: oneOf(l, "", gov.ViaGranted, gov.ViaDelegated), Document: l.text("document")}
	department, townships := l.text("department"), l.texts("townships")
	r.later(l, func() (err error) {
		if department != "" {
			if d.Authority.Department, err = r.one(item{name: department}, "", gov.NodeDepartment, gov.NodeFormer); err != nil {
				return err
			}
		}
		d.Authority.Townships, err = r.keys(gov.NodeTownship, townships)
		return err
	})
	return nil
}

// admission DOCUMENT date= expires=
func (r *reader) admission(l *line) error {
	d, err := r.dutyAbove(l)
	if err != nil {
		return err
	}
	d.Admission = &gov.Admission{Document: l.name, Date: gov.Date(l.text("date")), Expires: gov.Date(l.text("expires"))}
	return nil
}

// lead BEARER, BEARER actions=ACTION,ACTION basis= source=; support … the same
func (r *reader) bearers(l *line) error {
	d, err := r.dutyAbove(l)
	if err != nil {
		return err
	}
	role := gov.AssignmentLead
	if l.word == "support" {
		role = gov.AssignmentSupport
	}
	names, err := split(l.name, isComma)
	names = append(names, l.flags...)
	l.flags = nil
	actions := l.actions()
	var p gov.Provenance
	r.provenance(l, &p)
	r.later(l, func() error {
		for _, one := range names {
			keys, err := r.manyOf(splitItems(one), gov.NodeOrgan, gov.NodeDepartment)
			if err != nil {
				return err
			}
			for _, key := range keys {
				if err := r.addEdge(l, &gov.Assignment{From: key, To: d.Key, Role: role, Actions: actions, Provenance: p}); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return err
}

func splitItems(text string) []string {
	parts, _ := split(text, isComma) // quotes are balanced: the line was split before
	return parts
}

func (l *line) actions() []gov.Action {
	var out []gov.Action
	for _, a := range l.texts("actions") {
		out = append(out, gov.Action(a))
	}
	return out
}

func (r *reader) dutyAbove(l *line) (*gov.Duty, error) {
	if r.duty == nil {
		return nil, fmt.Errorf("%s needs a duty above it", l.word)
	}
	return r.duty, nil
}
