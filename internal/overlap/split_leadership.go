package overlap

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var splitLeadership = Detector{
	Kind: gov.OverlapSplitLeadership, Class: ClassFragmentation, Weight: gov.One,
	Name: gov.Textf("多头分管", "Split leadership"),
	Definition: gov.Textf("业务对口同一县直部门的机构，或主责同一领域职责的机构，由两名以上班子成员分管。同一领域的分管领导均已在某一部门的多头分管中时，不再另计。",
		"Two or more leaders are in charge (LEAD) of organs that answer to one department, or that lead duties of one domain. A domain all of whose leaders stand in one department's finding already is folded into that finding."),
	Formula: gov.Textf("按部门：同多对一，以分管领导代替机构；按领域：分管领导数−1。主持全面、协助分管、联系不计，一岗双责事项不计。",
		"For a department as MANY_TO_ONE, over leaders in place of organs; for a domain the leaders − 1. OVERALL, ASSIST and LIAISON never count, nor do universal duties."),
	Necessary: gov.Textf("没有必要部分：分工可以调整。", "No part of it is necessary: portfolios can be changed."),
	Source:    report("二（三）", "多个班子领导分管一类工作"),
	township:  findSplitLeadership,
	explain:   explainSplitLeadership,
}

func findSplitLeadership(t snapshot.Township) []finding {
	led := portfolios(t)
	if len(led.leaders) < 2 {
		return nil
	}
	out := led.splitDepartments(t)
	departments := len(out)
	for _, f := range led.splitDomains(t) {
		implied := slices.ContainsFunc(out[:departments], func(of finding) bool { return within(f.participants, of.participants) })
		if !implied {
			out = append(out, f)
		}
	}
	return out
}

// within says whether every key of a is one of b.
func within(a, b []string) bool {
	return !slices.ContainsFunc(a, func(key string) bool { return !slices.Contains(b, key) })
}

// portfolio is who LEADs what in a township.
type portfolio struct {
	leaders []snapshot.Leader
	charges [][]snapshot.Charge // LEAD, by the place of the organ
}

func portfolios(t snapshot.Township) portfolio {
	p := portfolio{leaders: t.Leaders()}
	for o := range t.EachOrgan() {
		p.charges = append(p.charges, leaders(o))
	}
	return p
}

func (p portfolio) splitDepartments(t snapshot.Township) []finding {
	var out []finding
	for d := range t.County().EachDepartment() {
		faced := facing(t, d)
		at := p.leadersAt(d, faced)
		f := finding{subject: d.Key, excess: at.excess()}
		if f.excess == 0 {
			continue
		}
		together := at.together()
		f.participants = keysOf(p.leaders, together)
		for _, e := range faced {
			if p.addCharges(&f, e.Organ().Index(), together) {
				f.edge(e.Counterpart)
			}
		}
		out = append(out, f)
	}
	return out
}

func (p portfolio) leadersAt(d snapshot.Department, faced []snapshot.Counterpart) crowd {
	at := newCrowd(d, faced)
	for _, e := range faced {
		for _, charge := range p.charges[e.Organ().Index()] {
			at.stand(charge.Leader().Index(), e)
		}
	}
	return at
}

// addCharges adds the charges of some leaders over an organ as evidence, and says whether there is one.
func (p portfolio) addCharges(f *finding, organ int, of []int) bool {
	any := false
	for _, charge := range p.charges[organ] {
		if slices.Contains(of, charge.Leader().Index()) {
			f.edge(charge.Charge)
			any = true
		}
	}
	return any
}

func (p portfolio) splitDomains(t snapshot.Township) []finding {
	var out []finding
	byDomain := map[string][]snapshot.Assignment{}
	var domains []string
	for d := range t.County().EachDuty() {
		if d.Domain == "" || d.Universal {
			continue
		}
		for a := range t.EachCarrying(d) {
			if a.Role == gov.AssignmentLead {
				if byDomain[d.Domain] == nil {
					domains = append(domains, d.Domain)
				}
				byDomain[d.Domain] = append(byDomain[d.Domain], a)
			}
		}
	}
	slices.Sort(domains)
	for _, domain := range domains {
		if f, ok := p.splitDomain(t, domain, byDomain[domain]); ok {
			out = append(out, f)
		}
	}
	return out
}

func (p portfolio) splitDomain(t snapshot.Township, domain string, carried []snapshot.Assignment) (finding, bool) {
	var organs, who []int
	for _, a := range carried {
		o, _ := a.Organ()
		organs = insert(organs, o.Index())
	}
	for _, o := range organs {
		for _, charge := range p.charges[o] {
			who = insert(who, charge.Leader().Index())
		}
	}
	if len(who) < 2 {
		return finding{}, false
	}
	f := finding{subject: t.Key, topic: domain, participants: keysOf(p.leaders, who), excess: units(len(who) - 1)}
	for _, o := range organs {
		p.addCharges(&f, o, who)
	}
	for _, a := range carried {
		if o, _ := a.Organ(); len(p.charges[o.Index()]) > 0 {
			f.edge(a.Assignment)
		}
	}
	return f, true
}

func explainSplitLeadership(c *snapshot.County, o Overlap) gov.Text {
	k := len(o.Participants)
	if o.Topic != "" {
		return say("%[1]s主责%[2]s领域职责的机构由%[3]d名班子成员（%[4]s）分管：%[3]d−1＝%[5]d。",
			"In %[1]s, %[3]d leaders (%[4]s) are in charge of the organs that lead duties of the domain %[2]s: %[3]d − 1 = %[5]d.",
			nameOf(c, o.Township), o.Topic, k, namesOf(c, o.Participants), k-1)
	}
	t, d, faced := scene(c, o)
	found := say("%[1]s业务对口%[2]s的机构由%[3]d名班子成员（%[4]s）分管。", "In %[1]s, %[3]d leaders (%[4]s) are in charge of the organs that answer to %[2]s.",
		t.Name, d.Name, k, namesOf(c, o.Participants))
	return sentences(found, explainPoints(d, portfolios(t).leadersAt(d, faced), gov.Textf("分管领导", "leaders")))
}
