package overlap

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var similarOrgans = Detector{
	Kind: gov.OverlapSimilarOrgans, Class: ClassOverlap, Weight: 0,
	Name: gov.Textf("职能相近", "Similar organs"),
	Definition: gov.Textf("两个机构共同的对口部门和承担的职责（主责或配合，一岗双责事项除外）至少2项，且占两者全部对口部门和职责的一半以上（Jaccard≥0.5）。",
		"Two organs have at least two departments they answer to or duties they carry (as LEAD or SUPPORT, universal ones left out) in common, and these are at least half of all that either has (Jaccard ≥ 0.5)."),
	Formula:   gov.Textf("Jaccard系数，四舍五入到百万分之一；不计成本，是合并设置的说明。", "The Jaccard index, rounded half up to millionths; it costs nothing and explains a merger."),
	Necessary: gov.Textf("没有成本。", "It costs nothing."),
	Source:    report("三（三）", "加强对职能相近机构的合并设置"),
	township:  findSimilarOrgans,
	explain:   explainSimilarOrgans,
}

func findSimilarOrgans(t snapshot.Township, fs *findings) {
	organs := t.Organs()
	features := make([]Features, len(organs))
	for i, o := range organs {
		features[i] = FeaturesOf(o)
	}
	for i := range organs {
		for j := i + 1; j < len(organs); j++ {
			if likeness, common := features[i].Jaccard(features[j]); common >= 2 && likeness >= gov.One/2 {
				fs.keep(fs.alike(organs[i], organs[j], features[i].Common(features[j])), likeness)
			}
		}
	}
}

// alike begins a finding about a pair of organs with features in common.
func (fs *findings) alike(a, b snapshot.Organ, common Features) *finding {
	f := fs.about(a.Key)
	f.second, f.unordered = b.Key, true
	f.participant(a.Key)
	f.participant(b.Key)
	for _, o := range []snapshot.Organ{a, b} {
		for _, e := range departmentsOf(o) {
			if common.has(departmentFeature(e.Department())) {
				f.edge(e.Counterpart)
			}
		}
		for _, e := range o.Assignments() {
			if common.has(dutyFeature(e.Duty())) {
				f.edge(e.Assignment)
			}
		}
	}
	return f
}

func explainSimilarOrgans(c *snapshot.County, o Overlap) gov.Text {
	a, _ := snapshot.Lookup[snapshot.Organ](c, o.Participants[0])
	b, _ := snapshot.Lookup[snapshot.Organ](c, o.Participants[1])
	f, g := FeaturesOf(a), FeaturesOf(b)
	common := f.Common(g)
	union := len(f) + len(g) - len(common)
	return say("%[1]s的%[2]s与%[3]s共有%[4]d项对口部门和职责（%[5]s），两者合计%[6]d项：%[4]d÷%[6]d＝%[7]s。",
		"%[2]s and %[3]s of %[1]s have %[4]d departments and duties in common (%[5]s) of %[6]d in all: %[4]d ÷ %[6]d = %[7]s.",
		nameOf(c, o.Township), a.Name, b.Name, len(common), common.names(c), union, o.Excess)
}
