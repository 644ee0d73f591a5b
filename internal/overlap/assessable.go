package overlap

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// notAssessable lists what can't be judged: coverage below the county's floor, and what is silent by nature.
func notAssessable(c *snapshot.County, coverage []Coverage) []NotAssessable {
	out := unassessableCounty(c)
	for _, v := range coverage {
		r := gaugeRecord(v.Gauge)
		if len(r.Kinds) == 0 || v.Percent() >= c.Settings.Coverage() || v.Township == "" && !ofCounty(v.Gauge) {
			continue
		}
		reason := say("%[1]s：%[2]d/%[3]d，低于%[4]d%%", "%[1]s: %[2]d of %[3]d, below %[4]d%%", r.Name, v.Have, v.Of, c.Settings.Coverage())
		out = append(out, NotAssessable{v.Township, r.Kinds, reason, r.Collect})
	}
	for _, t := range c.Townships() {
		out = append(out, undeclared(t)...)
	}
	return out
}

// ofCounty says whether a gauge is counted for the county alone; the others are judged township by township.
func ofCounty(g Gauge) bool {
	return slices.Contains([]Gauge{GaugeSections, GaugeDutyTotal, GaugeItemTotal, GaugeItemsTownship}, g)
}

// undeclared are the records of a township that declares its portfolios or assignments not complete: silence is not a gap.
func undeclared(t snapshot.Township) []NotAssessable {
	var out []NotAssessable
	if !t.PortfoliosComplete {
		out = append(out, NotAssessable{
			t.Key,
			[]gov.OverlapKind{gov.OverlapUnledOrgan},
			gov.Textf("未声明班子分工采集完整", "portfolios are not declared complete"), gov.Textf("采集全部班子分工并声明完整", "all portfolios, then declare them complete"),
		})
	}
	if !t.AssignmentsComplete {
		out = append(out, NotAssessable{
			t.Key,
			[]gov.OverlapKind{gov.OverlapUnownedDuty},
			gov.Textf("未声明职责承担采集完整", "assignments are not declared complete"), gov.Textf("采集全部职责承担关系并声明完整", "all assignments, then declare them complete"),
		})
	}
	return out
}

func unassessableCounty(c *snapshot.County) []NotAssessable {
	var out []NotAssessable
	if !hasLists(c) {
		out = append(out, NotAssessable{
			"",
			[]gov.OverlapKind{gov.OverlapOffList, gov.OverlapRoleInversion, gov.OverlapRecalledStillDone, gov.OverlapDepartmentDutyConflict},
			gov.Textf("没有登记任何职责清单", "no duty list is on record"), gov.Textf("采集职责清单", "the duty lists"),
		})
	}
	silent := 0
	for d := range c.EachDuty() {
		if _, ok := countyLeads(c, d); ok {
			if _, carrying := departmentsCarrying(d); len(carrying) == 0 {
				silent++
			}
		}
	}
	if silent > 0 {
		out = append(out, NotAssessable{
			"",
			[]gov.OverlapKind{gov.OverlapDepartmentDutyConflict},
			gov.Textf("%d项由县级牵头的事项没有任何县直部门的承担记录", "items led by the county with no department on record: %d", silent),
			gov.Textf("采集这些事项的牵头部门和配合部门", "the leading and supporting departments of these items"),
		})
	}
	return append(out, unprovenFields(c)...)
}

// unprovenFields are enforcement domains whose figures do not tell whether only a part of the powers came down.
func unprovenFields(c *snapshot.County) []NotAssessable {
	var out []NotAssessable
	for _, f := range figuresOf(c) {
		if f.complete() && (f.settled() || f.partial() && f.total.high >= 0) {
			continue
		}
		out = append(out, NotAssessable{
			"",
			[]gov.OverlapKind{gov.OverlapPartialDevolution},
			gov.Textf("%s领域的执法权限总数、下放数不足以判断放权大小", "the figures of the domain %s do not tell how much came down", f.domain),
			gov.Textf("采集该领域执法权限总数和下放数的确数或上下限", "the number or bounds of its powers and of those that came down"),
		})
	}
	return out
}
