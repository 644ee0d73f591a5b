package seed_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
	"tiaokuai/seed"
)

// mention is a kind of name in the report: how its last characters look, the names that the seed has, and the places
// where these characters end no name, each with the reason.
type mention struct {
	what    string
	ending  string
	names   func(*snapshot.County) []string
	generic map[string]string // text up to the end of the match → why it is no name
}

var mentions = []mention{
	{"organ", `办公室|中心|大队|站|所`, organNames, map[string]string{
		"七办五中心":     "pattern of 2019, in the indicators",
		"七办五中心（站":   "pattern of 2019, in the indicators",
		"八办一队一中心":   "pattern of 2022, in the indicators",
		"八办一队一中心一站": "pattern of 2022, in the indicators",
		"由乡镇党委副书记或党委委员、副乡镇长负责协调，办公室": "the leading group's office is at 综合行政执法大队",
		"实现“一站":        "slogan, in the measure 便民服务平台建设",
		"将乡镇所":         "所有, all",
		"推进乡镇审批服务场所":   "premises",
		"整合乡镇现有站":      "stations in general",
		"整合乡镇现有站、所":    "stations in general",
		"造成乡镇事业中心":     "institutions in general",
		"造成乡镇事业中心（站":   "institutions in general",
		"造成乡镇事业中心（站、所": "institutions in general",
	}},
	{"department", `部门|编办`, departmentNames, map[string]string{
		"上级职能部门": "departments in general", "市市直职能部门": "departments in general", "市直部门": "departments in general",
		"市直执法部门": "enforcing departments in general", "由县（市）部门": "departments in general", "县级以上行政主管部门": "departments in general",
		"代表”县（市）部门": "departments in general", "人员隶属县（市）部门": "departments in general", "对口一个上级部门": "departments in general",
		"行政管理部门": "departments in general", "县级部门": "departments in general", "涉及部门": "a test of duties", "市直各行业执法部门": "enforcing departments in general",
		"自然资源规划等执法部门": "自然资源 and 市场监管, both in the seed", "机构隶属县（市）部门": "departments in general", "关系留县（市）部门": "departments in general",
		"不隔断县（市）部门": "departments in general", "原则上由一个部门": "a principle", "由行业部门": "departments in general",
		"流动机制，统一以乡镇为招聘进口，县（市）部门": "departments in general",
	}},
	{"post", `委员|书记|镇长`, postNames, nil},
	{"measure", `清单|目录|办法|制度|机制|领导小组|一站式服务|一门式办理|乡招县选|县属乡管乡用|双重管理`, measureNames, map[string]string{
		"梳理乡镇权责清单": "material of 《市乡镇权责清单目录》", "《市乡镇权责清单": "material of 《市乡镇权责清单目录》", "实施职责清单": "the two lists named next",
		"一站式服务": "duty of 行政审批服务中心", "一门式办理": "duty of 行政审批服务中心",
		"照清单": "slogan", "依清单": "slogan", "协调配合机制": "what 《市乡镇综合行政执法协调联动机制》 sets up",
		"建立“乡招县选": "the measure “乡招县选”人员活动机制", "形成“乡招县选": "the measure “乡招县选”人员活动机制", "常态化、制度": "an adjective",
		"相互交流学习机制": "aim of 执法人员挂职轮训", "县属乡管乡用": "aim of 派驻机构人员管理办法, and what DUAL management is called",
		"创新用人用编制度": "in general", "健全运行机制": "in general", "管理体制机制": "in general", "治理体制机制": "in general", "深化体制机制": "in general",
	}},
}

// TestEveryNameIsInTheSeed looks at every place where the report could name an organ, a department, a post or a measure.
func TestEveryNameIsInTheSeed(t *testing.T) {
	c := load(t).county
	for _, m := range mentions {
		t.Run(m.what, func(t *testing.T) {
			names, used := m.names(c), map[string]bool{}
			for _, place := range regexp.MustCompile(m.ending).FindAllStringIndex(seed.Document(), -1) {
				before := seed.Document()[:place[1]]
				known := slices.ContainsFunc(names, func(name string) bool { return strings.HasSuffix(before, name) })
				for generic := range m.generic {
					if strings.HasSuffix(before, generic) {
						known, used[generic] = true, true
					}
				}
				if !known {
					t.Errorf("not in the seed: …%s", lastRunes(before, 24))
				}
			}
			for generic := range m.generic {
				if !used[generic] {
					t.Errorf("the report does not say %q", generic)
				}
			}
		})
	}
}

func lastRunes(s string, n int) string {
	runes := []rune(s)
	return string(runes[max(0, len(runes)-n):])
}

func organNames(c *snapshot.County) []string {
	var out []string
	for _, o := range c.Organs() {
		if o.Basis == gov.BasisDocument {
			out = append(append(out, o.Name), o.ShortNames...)
		}
	}
	for _, f := range c.Formers() {
		if f.Basis == gov.BasisDocument {
			out = append(out, f.Name)
		}
	}
	return out
}

func departmentNames(c *snapshot.County) []string {
	var out []string
	for _, d := range c.Departments() {
		if d.Basis == gov.BasisDocument {
			out = append(out, d.Name)
		}
	}
	return out
}

// postNames are the posts; 副镇长 and 副乡长 are what the report calls 副乡镇长.
func postNames(c *snapshot.County) []string {
	var out []string
	for _, l := range c.Leaders() {
		if l.Basis == gov.BasisDocument {
			out = append(out, l.Posts...)
		}
	}
	if slices.Contains(out, "副镇长") && slices.Contains(out, "副乡长") {
		out = append(out, "副乡镇长")
	}
	return out
}

func measureNames(c *snapshot.County) []string {
	var out []string
	for _, m := range c.Measures() {
		out = append(out, m.Name, strings.Trim(m.Name, "《》"))
	}
	return out
}

// figure is a number of things in the report.
var figure = regexp.MustCompile(`(?:近|几)?[0-9一二两三四五六七八九十几百]+(?:个|项|名|人|年|倍|%|支|办|队|类|中心|站|大领域)`)

// notCounted are figures that count nothing.
var notCounted = map[string]string{
	"2019年": "when the first commit takes effect", "2022年": "when the second commit takes effect",
	"一个难题": "a phrase", "一支": "slogan, in the measure 乡镇“一支队伍管执法”", "一人": "一人多岗: a phrase", "一类": "a principle",
	"两个方面": "of the text", "三个方面": "of the text", "一个上级部门": "a phrase", "一个部门": "a principle",
}

// TestEveryFigureIsAnIndicator: the wording of some indicator holds each figure of the report.
func TestEveryFigureIsAnIndicator(t *testing.T) {
	c := load(t).county
	for _, place := range figure.FindAllStringIndex(seed.Document(), -1) {
		found, from := seed.Document()[place[0]:place[1]], seed.Document()[place[0]:]
		known := slices.ContainsFunc(c.Indicators(), func(i snapshot.Indicator) bool { return strings.Contains(i.Wording, found) })
		for phrase := range notCounted {
			known = known || strings.HasPrefix(from, phrase)
		}
		if !known {
			t.Errorf("no indicator for %s in …%s", found, lastRunes(seed.Document()[:place[1]], 20))
		}
	}
}
