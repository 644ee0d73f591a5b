package proposal

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// tellMerger says what is merged and why, what becomes of posts, ranks and names, and who is in charge.
func (s *site) tellMerger(d *draft, titles []gov.Text) {
	for i, t := range titles {
		if i > 0 {
			d.title.ZH, d.title.EN = d.title.ZH+"；", d.title.EN+"; "
		}
		d.title.ZH, d.title.EN = d.title.ZH+t.ZH, d.title.EN+t.EN
	}
	d.rationale = say("按照“一类事项原则上由一个部门统筹”的原则，拟提请编委研究%[1]s。", "One organ for one kind of work: proposed for the commission's study: %[1]s.", d.title)
	for _, g := range d.groups {
		s.tellGroup(d, g)
	}
}

func (s *site) tellGroup(d *draft, g group) {
	shared := s.sharedBy(g)
	if s.scope.Class == "" && len(shared) > 0 {
		d.rationale = together(d.rationale, say("%[1]s均业务对口%[2]s。", "%[1]s all answer to %[2]s.", list(namesOfOrgans(g.organs)), list(shared)))
	}
	posts, leading := 0, 0
	for _, o := range g.organs {
		for _, n := range o.Posts {
			posts += n.Count
		}
		leading += o.LeadingPosts
		if o.RankEligibility != "" && o.Key != g.key {
			d.note("%[1]s“%[2]s”的资格随机构撤并而失去，合并后的机构须重新评估。", "%[1]s loses its eligibility for the rank %[2]s; the merged organ has to be assessed anew.", o.Name, o.RankEligibility)
		}
	}
	place := g.township.Name
	if posts > 0 {
		d.note("%[1]s：合并各方编制共%[2]d名、领导职数%[3]d名，由%[4]s承接，超职数的须明确去向。", "%[1]s: the organs' %[2]d posts and %[3]d leading posts go to %[4]s; what exceeds its leading posts has to be placed.", place, posts, leading, g.name)
	} else {
		d.note("%[1]s：编制、职数未登记，去向须补充。", "%[1]s: posts are not on record; where they go has to be supplied.", place)
	}
}

// sharedBy are the departments that all organs of a group answer to by BUSINESS.
func (s *site) sharedBy(g group) []string {
	var out []string
	for _, e := range g.organs[0].Counterparts() {
		all := e.Nature == gov.NatureBusiness
		for _, o := range g.organs[1:] {
			all = all && slices.ContainsFunc(o.Counterparts(), func(f snapshot.Counterpart) bool { return f.To == e.To && f.Nature == gov.NatureBusiness })
		}
		if all {
			out = append(out, e.Department().Name)
		}
	}
	return out
}
