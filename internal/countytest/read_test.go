package countytest_test

import (
	"encoding/json"
	"strings"
	"testing"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// everything uses every word of the notation.
const everything = `
county 410185 登封市 CITY sandbox limit=6 span=3 coverage=50 version=1 weights=ONE_TO_MANY:0.25,MANY_TO_ONE:2 regions=41:河南省:PROVINCE,4101:郑州市:PREFECTURE aliases=资源规划所:自然资源规划所 aspects=2024:经济发展,2024:平安建设 domains=2024:应急安全
source 实施意见 article=第三条 quote="乡镇 机构" date=2022-01-31 trust=A address=https://example.org/a note=注   # a comment
department 农业农村局 GOVERNMENT sections=种植业科,畜牧科 short=农业局 formers=农业局(旧) system=农口 order=2 leads 秸秆禁烧:INSPECT+PUNISH dispatches 农技站@大冶镇
department 应急局 key=dept/emergency order=1 supports 秸秆禁烧
section 救灾科 of=应急局 order=4 formers=减灾科
former 安监局 DEPARTMENT RENAMED revision=1 names=安全局 -> 应急局
former 种子科 SECTION MERGED department=department/农业农村局 -> 种植业科
township 大冶镇,告成镇 LARGE TOWN portfolios-complete assignments-complete middle=12 order=1 reason=经济总量 formers=大冶乡
  organ 经济发展办公室 OFFICE PARTY OWN mandatory integrating basis=DOCUMENT source=实施意见 attributes=name:INFERRED:实施意见 posts=ADMINISTRATIVE:5,WORKER:1 staff=4 leading=2 managementPosts=1 technicalPosts=1 rank=股级 eligibility=副科级 condition=满三年 quota=综合 short=经发办 formers=企业办 plates=乡村振兴办:TWIN,招商办 order=1 -> 农业农村局[种植业科,畜牧科], 应急局:WINDOW leads 防汛抗旱:PATROL,秸秆禁烧 supports 征兵
  organ 农技站 DISPATCHED DUAL attends powers=AFFILIATION:TOWNSHIP,PERSONNEL:COUNTY,PERSONNEL:TOWNSHIP:CONSULT enforcement=COUNTY
  organ 党政办 shares 经济发展办公室
  leader 甲 党委副书记,政法委员 rank=副科 order=1 lines=信访:ASSIST,武装 leads 经济发展办公室 liaises 农技站
  leader - 镇长 overall 经济发展办公室
  former 农业站 ORGAN REPLACED revision=1 -> 农技站
  former 农经站 basis=DOCUMENT
duty 防汛抗旱 ENFORCEMENT universal village simple perishable single domain=应急安全 aspect=平安建设 edition=2024 legal=防洪法 short=防汛 list=BASIC,SUPPORTING authority=COUNTY
  list TERRITORIAL lead=COUNTY townships=大冶镇 from=2024-01-01 until=2025-01-01 document=登办〔2024〕1号
  authority TOWNSHIP DELEGATED department=应急局 townships=大冶镇 document=登办〔2024〕2号
  admission 登办〔2024〕3号 date=2024-01-01 expires=2026-01-01
  support 农技站@*, 应急局 actions=INSPECT,COERCE basis=INFERRED
duty 秸秆禁烧
duty 征兵
measure 防汛指挥部 COORDINATION RECOMMENDED office=经济发展办公室@大冶镇 about=防汛抗旱 text=一办 order=1
indicator 执法权限总数 metric=POWERS_TOTAL domain=生态环境 low=300 high=999 unit=项 wording=几百项 period=2024 subject=大冶镇 order=3
indicator 清单事项 metric=DUTY_TOTAL value=163
counterpart 农技站@* -> 农业农村局[畜牧科] COORDINATION scope=农机 basis=ILLUSTRATIVE source=实施意见
share 农技站@大冶镇 -> 经济发展办公室
charge 镇长@大冶镇 -> 农技站 ASSIST
assign 农技站@告成镇 -> 征兵 LEAD actions=ACCEPT
dispatch 应急局 -> 农技站@告成镇
share 农技站@告成镇 -> 经济发展办公室 basis=INFERRED
succeed 农经站@告成镇 -> 农业站 RENAMED revision=1
`

func TestReadEverything(t *testing.T) {
	c := countytest.Parse(t, everything)
	raw, err := json.MarshalIndent(c.Graph(), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	countytest.Golden(t, "testdata/everything.json", append(raw, '\n'))
}

func TestReadLinks(t *testing.T) {
	c := countytest.Parse(t, `county 1 某县
department 农业农村局 sections=种植业科
township 甲镇
  organ 甲办 -> 农业农村局[种植业科]
  leader 丁 镇长 leads 甲办`)
	o, ok := snapshot.Lookup[snapshot.Organ](c, "organ/甲镇/甲办")
	if !ok || len(o.Counterparts()) != 1 || o.Counterparts()[0].Sections()[0].Name != "种植业科" || o.Charges()[0].Leader().Name != "丁" {
		t.Errorf("links are wrong: %v", o)
	}
	if o.Counterparts()[0].Nature != gov.NatureBusiness || c.Revision() != 1 {
		t.Error("defaults are wrong")
	}
}

func TestReadNamesTheLine(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"unknown word":      {"county 1 县\nofficer 甲", `line 2: a line can't start with "officer"`},
		"unknown flag":      {"county 1 县\ntownship 甲镇 HUGE", `line 2: township does not know "HUGE"`},
		"unknown option":    {"county 1 县\ntownship 甲镇 size=LARGE", "line 2: township does not know size="},
		"unknown list":      {"county 1 县\ntownship 甲镇 -> 乙", "line 2: township has no ->"},
		"nothing above":     {"county 1 县\norgan 甲办", "line 2: organ needs a township above it"},
		"no duty above":     {"county 1 县\nlist BASIC", "line 2: list needs a duty above it"},
		"missing reference": {"county 1 县\ntownship 甲镇\norgan 甲办 -> 乙局", "line 3: there is no [DEPARTMENT] called 乙局"},
		"missing section":   {"county 1 县\ndepartment 乙局\ntownship 甲镇\norgan 甲办 -> 乙局[丙科]", "line 4: department/乙局 has no section 丙科"},
		"ambiguous": {
			"county 1 县\nduty 征兵\nlead 甲办\ntownship 甲镇,乙镇\norgan 甲办",
			"line 3: 甲办 may be any of [organ/甲镇/甲办 organ/乙镇/甲办]",
		},
		"edge told twice":  {"county 1 县\ndepartment 乙局\ntownship 甲镇\norgan 甲办 -> 乙局, 乙局", "line 4: edge COUNTERPART|organ/甲镇/甲办|department/乙局 is told twice"},
		"key used twice":   {"county 1 县\ndepartment 乙局 key=a\nduty 丙 key=a", "line 3: key a is used twice"},
		"open quote":       {"county 1 县\nsource \"乙", "line 2: a quote or bracket is not closed"},
		"not a number":     {"county 1 县 limit=x", `line 1: limit= needs a whole number, not "x"`},
		"option twice":     {"county 1 县 limit=1 limit=2", "line 1: limit= stands twice"},
		"value is refused": {"county 1 县\nduty 丙 list=SECRET", "line 2: duty/丙: INVALID"},
		"no county":        {"duty 丙", "the county itself is missing"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := countytest.Read(c.text)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %s", err, c.want)
			}
		})
	}
}
