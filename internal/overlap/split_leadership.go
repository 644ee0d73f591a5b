package overlap

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var splitLeadership = Detector{
	Kind: gov.OverlapSplitLeadership, Class: ClassFragmentation, Weight: gov.One,
	Name: gov.Textf("多头分管", "Split leadership"),
	Definition: gov.Textf("业务对口同一县直部门的机构，或主责同一领域职责的机构，由两名以上班子成员分管。同一领域的分管领导均分管对口某一部门的机构时，该领域并入该部门，不再另计。",
		"Two or more leaders are in charge (LEAD) of organs that answer to one department, or that lead duties of one domain. A domain all of whose leaders are in charge of organs that answer to one department is folded into that department, whether these organs answer as a whole or by section: a division by section is the cure."),
	Formula: gov.Textf("按部门：同多对一，以分管领导代替机构；按领域：分管领导数−1。主持全面、协助分管、联系不计，一岗双责事项不计。",
		"For a department as MANY_TO_ONE, over leaders in place of organs; for a domain the leaders − 1. OVERALL, ASSIST and LIAISON never count, nor do universal duties."),
	Necessary: gov.Textf("没有必要部分：分工可以调整。", "No part of it is necessary: portfolios can be changed."),
	Source:    report("二（三）", "多个班子领导分管一类工作"),
	township:  findSplitLeadership,
	explain:   explainSplitLeadership,
}

func findSplitLeadership(t snapshot.Township, fs *findings) {
	led := portfolios(t)
	if len(led.leaders) < 2 {
		return
	}
	led.splitDomains(t, led.splitDepartments(t, fs), fs)
}

// within says whether every place of a is one of b; both are sorted.
func within(a, b []int) bool {
	return !slices.ContainsFunc(a, func(v int) bool { return !slices.Contains(b, v) })
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

// splitDepartments finds by department. It gives the lines: who is in charge of organs that answer to each department,
// whatever their sections: domains are folded into them, and not into findings, so that a counterpart that is narrowed
// until a finding is gone never brings a domain's finding to light. Narrowing must not raise the cost.
func (p portfolio) splitDepartments(t snapshot.Township, fs *findings) (lines [][]int) {
	for d := range t.County().EachDepartment() {
		faced := facing(t, d)
		at := p.leadersAt(d, faced)
		lines = append(lines, at.all())
		excess := at.excess()
		if excess == 0 {
			continue
		}
		f, together := fs.about(d.Key), at.together()
		p.addLeaders(f, together)
		for _, e := range faced {
			if p.addCharges(f, e.Organ().Index(), together) {
				f.edge(e.Counterpart)
			}
		}
		fs.keep(f, excess)
	}
	return lines
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

// addLeaders adds leaders as participants.
func (p portfolio) addLeaders(f *finding, who []int) {
	for _, w := range who {
		f.participant(p.leaders[w].Key)
	}
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
