package overlap

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var manyToOne = Detector{
	Kind: gov.OverlapManyToOne, Class: ClassFragmentation, Weight: gov.One,
	Name: gov.Textf("多对一", "Many to one"),
	Definition: gov.Textf("同一乡镇有两个以上机构在同一对接点（业务科室，或未登记科室的部门整体）业务对口同一县直部门。",
		"Two or more organs of a township answer to one department at a common point: a section, or the department itself where none is on record."),
	Formula: gov.Textf("各对接点（对口机构数−1，不小于0）按点均分加权求和；部门的各点权重合计为1。",
		"Over the department's points, each with an equal share of one unit: organs at the point − 1, at least 0."),
	Necessary: gov.Textf("综合性机构和纪委、人大、武装部、群团不参与合并：每点（这类机构数＋其余机构至少合为1个−1）。",
		"Integrating and statutory organs are not merged: at each point their number, + 1 if others face it, − 1."),
	Source:   report("二（三）", "这些机构中存在部分“多对一”……多个机构对口一个上级部门"),
	township: findManyToOne,
	explain:  explainManyToOne,
}

func findManyToOne(t snapshot.Township, fs *findings) {
	var organs []snapshot.Organ
	for d := range t.County().EachDepartment() {
		faced := facing(t, d)
		if len(faced) < 2 {
			continue
		}
		at := organsAt(d, faced)
		excess := at.excess()
		if excess == 0 {
			continue
		}
		if organs == nil {
			organs = t.Organs()
		}
		f, together := fs.about(d.Key), at.together()
		f.necessary = at.over(func(who []int) int { return necessaryGroups(organs, who) - 1 })
		for _, w := range together {
			f.participant(organs[w].Key)
		}
		for _, e := range faced {
			if slices.Contains(together, e.Organ().Index()) {
				f.edge(e.Counterpart)
			}
		}
		fs.keep(f, excess)
	}
}

func organsAt(d snapshot.Department, faced []snapshot.Counterpart) crowd {
	at := newCrowd(d, faced)
	for _, e := range faced {
		at.stand(e.Organ().Index(), e)
	}
	return at
}

// necessaryGroups is the least number of organs that those at a point can be merged into.
func necessaryGroups(organs []snapshot.Organ, who []int) int {
	fixed := 0
	for _, w := range who {
		if o := organs[w]; o.Integrating || o.Kind == gov.OrganStatutory {
			fixed++
		}
	}
	if len(who) > fixed {
		return fixed + 1
	}
	return fixed
}

func explainManyToOne(c *snapshot.County, o Overlap) gov.Text {
	t, d, faced := scene(c, o)
	found := say("%[1]s有%[2]d个机构（%[3]s）业务对口%[4]s。", "In %[1]s, %[2]d organs (%[3]s) answer to %[4]s.",
		t.Name, len(o.Participants), namesOf(c, o.Participants), d.Name)
	return sentences(found, explainPoints(d, organsAt(d, faced), gov.Textf("机构", "organs")))
}

// scene is the township, the department and the counterparts between them that a finding is about.
func scene(c *snapshot.County, o Overlap) (snapshot.Township, snapshot.Department, []snapshot.Counterpart) {
	t, _ := snapshot.Lookup[snapshot.Township](c, o.Township)
	d, _ := snapshot.Lookup[snapshot.Department](c, o.Subject)
	return t, d, facing(t, d)
}
