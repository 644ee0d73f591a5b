package overlap

import "tiaokuai/internal/gov"

// Gauge is one measure of coverage.
type Gauge string

// The gauges.
const (
	GaugeCounterparts  Gauge = "ORGANS_WITH_COUNTERPART"
	GaugeLeaders       Gauge = "ORGANS_WITH_LEADER"
	GaugeDutyLeads     Gauge = "DUTIES_WITH_LEAD"
	GaugePowers        Gauge = "STATIONS_WITH_POWERS"
	GaugePosts         Gauge = "ORGANS_WITH_POSTS"
	GaugeSources       Gauge = "STATEMENTS_WITH_SOURCE"
	GaugeSections      Gauge = "DEPARTMENTS_WITH_SECTIONS"
	GaugeDutyTotal     Gauge = "DUTIES_OF_DECLARED_TOTAL"
	GaugeItemTotal     Gauge = "ITEMS_OF_DECLARED_TOTAL"
	GaugeItemsTownship Gauge = "TOWNSHIP_ITEMS_OF_DECLARED_TOTAL"
)

// GaugeRecord says what a gauge counts, what to collect where it is low, and which kinds can't be assessed then.
type GaugeRecord struct {
	Gauge   Gauge
	Name    gov.Text
	Collect gov.Text
	Kinds   []gov.OverlapKind
}

var gauges = [...]GaugeRecord{
	{
		GaugeCounterparts, gov.Textf("有业务对口关系的机构", "organs that answer to a department"), gov.Textf("补充机构的对口部门", "the departments that organs answer to"),
		[]gov.OverlapKind{gov.OverlapManyToOne, gov.OverlapOneToMany, gov.OverlapSplitLeadership, gov.OverlapSimilarOrgans},
	},
	{
		GaugeLeaders, gov.Textf("有分管领导的机构", "organs with a leader in charge"), gov.Textf("补充班子成员分工", "the leaders' portfolios"),
		[]gov.OverlapKind{gov.OverlapSplitLeadership, gov.OverlapDoubleLeadership, gov.OverlapLeaderSpan},
	},
	{
		GaugeDutyLeads, gov.Textf("有主责机构的应承担职责", "duties to carry that have a leading organ"), gov.Textf("补充职责清单和各项职责的主责机构", "the duty lists and the leading organ of each duty"),
		[]gov.OverlapKind{gov.OverlapSharedDuty, gov.OverlapCrossLevelEnforcement, gov.OverlapAuthorityGap, gov.OverlapRoleInversion, gov.OverlapRecalledStillDone},
	},
	{
		GaugePowers, gov.Textf("机构隶属和编制人事已登记的站所", "stations whose affiliation and personnel are on record"), gov.Textf("补充派驻站所的管理体制或各项权限", "the management or the powers of stations"),
		[]gov.OverlapKind{gov.OverlapAuthoritySplit, gov.OverlapLineBlockGap},
	},
	{GaugePosts, gov.Textf("编制已登记的机构", "organs with authorised posts on record"), gov.Textf("补充机构编制数", "authorised posts"), nil},
	{GaugeSources, gov.Textf("有依据的记录", "statements with a source"), gov.Textf("补充依据", "sources"), nil},
	{GaugeSections, gov.Textf("业务科室已登记的县直部门", "departments with sections on record"), gov.Textf("补充县直部门的业务科室", "sections of departments"), nil},
	{
		GaugeDutyTotal, gov.Textf("已登记职责占公布总数", "duties on record of the declared total"), gov.Textf("补充乡镇职责清单的各项职责", "the duties of the township list"),
		[]gov.OverlapKind{gov.OverlapSharedDuty, gov.OverlapUnownedDuty},
	},
	{
		GaugeItemTotal, gov.Textf("已登记属地管理事项占公布总数", "territorial items on record of the declared total"), gov.Textf("补充属地管理事项", "the territorial items"),
		[]gov.OverlapKind{gov.OverlapDepartmentDutyConflict, gov.OverlapRoleInversion},
	},
	{
		GaugeItemsTownship, gov.Textf("已登记乡镇主责的属地管理事项占公布总数", "territorial items led by the township on record of the declared total"), gov.Textf("补充乡镇主责的属地管理事项", "the territorial items led by the township"),
		[]gov.OverlapKind{gov.OverlapUnownedDuty},
	},
}

// Gauges are the records of all gauges, in the order of the report.
func Gauges() []GaugeRecord { return gauges[:] }

func gaugeRecord(g Gauge) GaugeRecord {
	for _, r := range gauges {
		if r.Gauge == g {
			return r
		}
	}
	return GaugeRecord{}
}
