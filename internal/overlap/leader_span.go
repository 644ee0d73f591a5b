package overlap

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var leaderSpan = Detector{
	Kind: gov.OverlapLeaderSpan, Class: ClassSpan, Weight: gov.One / 2,
	Name:       gov.Textf("分管面过宽", "Wide portfolio"),
	Definition: gov.Textf("一名班子成员分管的机构超过限数（默认4个）。协助分管、主持全面、联系不计。", "A leader is in charge (LEAD) of more organs than the limit (4 by default). ASSIST, OVERALL and LIAISON do not count."),
	Formula:    gov.Textf("分管机构数−限数。", "Organs in charge of − the limit."),
	Necessary:  gov.Textf("没有必要部分：分工可以调整。", "No part of it is necessary: portfolios can be changed."),
	Source:     gov.Textf("限数为本县设置；“统筹分工”见来源文稿三（三）。", "The limit is the county's setting; “统筹分工” is in part 三（三） of the source report."),
	township:   findLeaderSpan,
	explain:    explainLeaderSpan,
}

func findLeaderSpan(t snapshot.Township, fs *findings) {
	limit := t.County().Settings.LeaderOrgans()
	for _, l := range t.Leaders() {
		led := slices.DeleteFunc(l.Charges(), func(e snapshot.Charge) bool { return e.Role != gov.ChargeLead })
		if len(led) <= limit {
			continue
		}
		f := fs.about(l.Key)
		for _, e := range led {
			f.participant(e.To)
			f.edge(e.Charge)
		}
		fs.keep(f, units(len(led)-limit))
	}
}

func explainLeaderSpan(c *snapshot.County, o Overlap) gov.Text {
	n, limit := len(o.Participants), c.Settings.LeaderOrgans()
	return say("%[1]s的%[2]s分管%[3]d个机构（%[4]s），限数为%[5]d：%[3]d−%[5]d＝%[6]d。",
		"%[2]s of %[1]s is in charge of %[3]d organs (%[4]s), the limit being %[5]d: %[3]d − %[5]d = %[6]d.",
		nameOf(c, o.Township), nameOf(c, o.Subject), n, namesOf(c, o.Participants), limit, n-limit)
}
