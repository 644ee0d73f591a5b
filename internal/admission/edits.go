package admission

import (
	"encoding/json"
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Edits are what publication does to the county: the duty with its listing and admission, the part of the department that
// applies, the authority and the posts that come along, and the organs that will carry it. Before publication they show
// what it would do. They are applied once: a second time would add the posts again. It refuses (CONFLICT) an application
// that was refused or withdrawn, and what no longer fits the county.
func (a Application) Edits(c *snapshot.County) ([]change.Edit, error) {
	if s := a.State(); s == StateRefused || s == StateWithdrawn {
		name, _ := StateName(s)
		return nil, gov.Errorf(gov.CodeConflict, "申请%[1]s，不能登记", "the application is %[2]s and changes nothing", name.ZH, name.EN)
	}
	if p := a.Check(c); len(p) > 0 {
		return nil, p
	}
	on, document := a.published()
	p := planOf(c, a.Content)
	authority, err := p.bringDown(document)
	if err != nil {
		return nil, err
	}
	source := p.source(on, document)
	duty, err := p.admit(on, document, source.Provenance)
	if err != nil {
		return nil, err
	}
	out := append(source.edits, duty)
	out = append(out, p.departmentPart(source.Provenance)...)
	out = append(out, authority...)
	out = append(out, p.assignments(source.Provenance)...)
	return p.addPosts(out)
}

// published is the day and the document of the publication, before it those of the approval; empty before both.
func (a Application) published() (gov.Date, string) {
	for _, kind := range []StepKind{StepPublication, StepApproval} {
		if s, ok := a.step(kind); ok && s.Outcome == OutcomePassed {
			return s.Date, s.Document
		}
	}
	return "", ""
}

// citation is the source that what is published rests on, with the edits that put it on record.
type citation struct {
	gov.Provenance
	edits []change.Edit
}

func (p *plan) source(on gov.Date, document string) citation {
	if document == "" {
		return citation{}
	}
	for _, s := range p.county.Sources() {
		if s.Document == document && s.Article == "" && s.Quote == "" {
			return citation{Provenance: gov.Provenance{Basis: gov.BasisDocument, Sources: []string{s.Key}}}
		}
	}
	taken := func(key string) bool { _, ok := p.county.Node(key); return ok }
	n := gov.Source{Key: gov.Mint(gov.NodeSource, "", document, taken), Document: document, Date: on}
	return citation{gov.Provenance{Basis: gov.BasisDocument, Sources: []string{n.Key}}, []change.Edit{&change.CreateSource{Node: n}}}
}

// admit is the edit that puts the duty on its list, or makes it.
func (p *plan) admit(on gov.Date, document string, origin gov.Provenance) (change.Edit, error) {
	var admission *gov.Admission
	if document != "" {
		admission = &gov.Admission{Document: document, Date: on, Expires: p.Expires}
	}
	if p.New == nil {
		return p.update(on, document, admission, origin)
	}
	d := *p.duty
	d.Listings, d.Admission, d.LegalBasis = p.listings(on, document), admission, p.LegalBasis
	if d.Provenance.Basis == "" && len(d.Sources) == 0 {
		d.Provenance = origin
	}
	if p.stays() {
		d.Authority = p.authorityAfter()
	}
	if t := p.Tests; t != nil {
		d.Simple, d.Perishable, d.SingleDept = t.Simple.Passed, t.Perishable.Passed, t.SingleDept.Passed
	}
	return &change.CreateDuty{Node: d}, nil
}

// update is the merge patch for a duty on record. An admission replaces the former one whole, so what it does not say is
// set to null.
func (p *plan) update(on gov.Date, document string, admission *gov.Admission, origin gov.Provenance) (change.Edit, error) {
	set := map[string]any{"listings": p.listings(on, document), "legalBasis": p.LegalBasis}
	if admission != nil {
		set["admission"] = map[string]any{"document": document, "date": orNull(on), "expires": orNull(p.Expires)}
	}
	if p.stays() {
		set["authority"] = map[string]any{"level": gov.LevelCounty, "department": p.Department}
	}
	if t := p.Tests; t != nil {
		set["simple"], set["perishable"], set["singleDepartment"] = t.Simple.Passed, t.Perishable.Passed, t.SingleDept.Passed
	}
	if len(origin.Sources) > 0 && !slices.Contains(p.duty.Sources, origin.Sources[0]) {
		set["sources"] = append(slices.Clone(p.duty.Sources), origin.Sources...)
	}
	raw, err := json.Marshal(set)
	return &change.UpdateDuty{Key: p.duty.Key, Set: raw}, err
}

// departmentPart has the department that applies carry the duty at the county, where its list gives the county a part and
// the department has none yet: as lead where the list has the county lead and no other department does, else in support.
func (p *plan) departmentPart(origin gov.Provenance) []change.Edit {
	if p.List == gov.ListBasic {
		return nil
	}
	role := gov.AssignmentSupport
	if p.leadLevel() == gov.LevelCounty {
		role = gov.AssignmentLead
	}
	if d, ok := snapshot.Lookup[snapshot.Duty](p.county, p.duty.Key); ok {
		for a := range d.EachDepartmentAssignment() {
			if a.From == p.Department {
				return nil
			}
			if a.Role == gov.AssignmentLead {
				role = gov.AssignmentSupport
			}
		}
	}
	return []change.Edit{&change.AssignDuty{Bearer: p.Department, Duty: p.duty.Key, Role: role, Provenance: origin}}
}

// leadLevel is who leads by the list applied for.
func (p *plan) leadLevel() gov.Level { return gov.Listing{List: p.List, Lead: p.Lead}.LeadLevel() }

func (p *plan) assignments(origin gov.Provenance) []change.Edit {
	var out []change.Edit
	for _, b := range p.bearers {
		out = append(out, &change.AssignDuty{
			Bearer: b.Key, Duty: p.duty.Key, Role: b.as.Role, Actions: b.as.Actions, Content: b.as.Content, Provenance: origin,
		})
	}
	return out
}

func (p *plan) addPosts(out []change.Edit) ([]change.Edit, error) {
	for _, g := range p.posts {
		raw, err := json.Marshal(map[string]any{"posts": added(g.Organ.Posts, g.posts)})
		if err != nil {
			return nil, err
		}
		out = append(out, &change.UpdateOrgan{Key: g.Key, Set: raw})
	}
	return out, nil
}

func orNull(d gov.Date) any {
	if d == "" {
		return nil
	}
	return d
}
