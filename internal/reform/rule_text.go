package reform

import (
	"strings"

	"tiaokuai/internal/gov"
)

// Text says a rule to people.
func (r Rule) Text(p Problem) gov.Text {
	var names []string
	for i := range r.set.each() {
		names = append(names, p.Organs[i].Name)
	}
	organs := strings.Join(names, "、")
	switch r.Kind {
	case RuleMinOrgans:
		return gov.Textf("机构不少于 %d 个", "at least %d organs", r.Limit)
	case RuleMaxOrgans:
		return gov.Textf("机构不超过 %d 个", "at most %d organs", r.Limit)
	case RuleLargestGroup:
		return gov.Textf("合并为一个的机构不超过 %d 个", "at most %d organs become one", r.Limit)
	case RuleMostDepartments:
		return gov.Textf("合并后对口部门不超过 %d 个", "a merged organ answers to at most %d departments", r.Limit)
	case RuleMostDuties:
		return gov.Textf("合并后主责事项不超过 %d 项", "a merged organ leads at most %d duties", r.Limit)
	case RuleMostPosts:
		return gov.Textf("合并后编制不超过 %d 名", "a merged organ has at most %d posts", r.Limit)
	case RuleAlone:
		return gov.Textf("%s保持不变", "%s stays as it is", organs)
	case RuleMandatory:
		return gov.Textf("%s为必设机构，单独设置", "%s is mandatory and stays as it is", organs)
	case RuleIntegrating:
		return gov.Textf("%s为综合性机构，单独设置", "%s is integrating and stays as it is", organs)
	case RuleMustLink:
		return gov.Textf("%s合并为一个", "%s become one", organs)
	case RuleCannotLink:
		return gov.Textf("%s不得合并", "no two of %s become one", organs)
	case RuleKindsApart:
		return gov.Textf("党政机构与事业单位不混合", "offices and institutions are not mixed")
	case RuleBranchesApart:
		return gov.Textf("党委机构与政府机构不混合", "party and government organs are not mixed")
	}
	return gov.Text{}
}
