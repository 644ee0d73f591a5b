package admission

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Check refuses what is no application to a county: missing statements, keys that lead nowhere, unknown codes, dates
// that run backwards, and enforcement duties without the three tests. What a planner should merely know of is a [Gap].
func (c Content) Check(county *snapshot.County) gov.Problems {
	k := &checker{county: county}
	k.needed("title", c.Title)
	k.needed("legalBasis", c.LegalBasis)
	k.sizes(c)
	k.node(gov.NodeDepartment, c.Department, "department")
	k.duty(c)
	k.townships(c.Townships)
	k.refuse(!slices.Contains([]gov.DutyList{gov.ListBasic, gov.ListSupporting, gov.ListTerritorial}, c.List),
		gov.Textf("请选择基本履职、配合履职或属地管理清单", "choose the list: BASIC, SUPPORTING or TERRITORIAL"), "list")
	k.refuse(c.Lead != "" && c.Lead != gov.LevelCounty && c.Lead != gov.LevelTownship, gov.Textf("没有这个层级", "there is no such level"), "lead")
	k.refuse(c.Authority.Via != "" && c.Authority.Via != gov.ViaGranted && c.Authority.Via != gov.ViaDelegated,
		gov.Textf("权限下放方式只有赋权、委托", "authority comes down GRANTED or DELEGATED"), "authority", "via")
	k.dates(c)
	k.tests(c)
	for i, b := range c.Bearers {
		k.bearer(c, b, i)
	}
	for i, g := range c.Posts {
		k.posts(c, g, i)
	}
	return k.p
}

// checker collects what is wrong with a content.
type checker struct {
	county *snapshot.County
	p      gov.Problems
}

func (k *checker) refuse(wrong bool, why gov.Text, path ...any) {
	if wrong {
		k.p = append(k.p, (&gov.Error{Code: gov.CodeInvalid, Message: why}).At(path...))
	}
}

func (k *checker) needed(field, value string) {
	k.refuse(strings.TrimSpace(value) == "", gov.Textf("请填写", "this is needed"), field)
}

// The limits of one application.
const (
	MaxTitle   = 200       // characters
	MaxText    = 4_000     // characters of any other text
	MaxBearers = 2_000     // bearers, and organs that get posts
	MaxBytes   = 1_000_000 // of its body
)

// sizes refuses texts and lists that no form has.
func (k *checker) sizes(c Content) {
	k.short(c.Title, MaxTitle, "title")
	for _, one := range []struct{ field, text string }{
		{"part", c.Part}, {"legalBasis", c.LegalBasis}, {"funds", c.Funds}, {"technique", c.Technique},
	} {
		k.short(one.text, MaxText, one.field)
	}
	k.short(c.Authority.Document, MaxTitle, "authority", "document")
	for i, b := range c.Bearers {
		k.short(b.Content, MaxText, "bearers", i, "content")
	}
	if c.Tests != nil {
		for _, t := range c.Tests.all() {
			k.short(t.Reason, MaxText, "tests", t.field, "reason")
		}
	}
	k.refuse(len(c.Bearers) > MaxBearers, gov.Textf("最多 %d 个", "at most %d", MaxBearers), "bearers")
	k.refuse(len(c.Posts) > MaxBearers, gov.Textf("最多 %d 个", "at most %d", MaxBearers), "posts")
}

func (k *checker) short(text string, most int, path ...any) {
	k.refuse(utf8.RuneCountInString(text) > most, gov.Textf("超过 %d 字", "longer than %d characters", most), path...)
}

// node refuses a key that is none of a kind.
func (k *checker) node(kind gov.NodeKind, key string, path ...any) {
	n, ok := k.county.Node(key)
	if !ok || n.NodeKind() != kind {
		k.p = append(k.p, gov.Errorf(gov.CodeNotFound, "没有编号为 %q 的对象", "there is nothing of this kind with key %q", key).At(path...))
	}
}

func (k *checker) duty(c Content) {
	k.refuse((c.Duty == "") == (c.New == nil), gov.Textf("已有职责和新增职责须填写其一", "name a duty on record or a new one, not both"), "duty")
	if c.Duty != "" {
		k.node(gov.NodeDuty, c.Duty, "duty")
	}
	if c.New == nil {
		return
	}
	probe := *c.New
	probe.Key = cmp.Or(probe.Key, "duty/new")
	k.p = append(k.p, probe.Check().At("new")...)
	k.refuse(len(probe.Listings) > 0 || probe.Admission != nil || probe.Authority.Level == gov.LevelTownship,
		gov.Textf("清单、准入和下放的权限由本申请产生，不在职责中填写", "listings, admission and authority come from this application and are not stated with the duty"), "new")
	if d := probe.Authority.Department; d != "" {
		k.node(gov.NodeDepartment, d, "new", "authority", "department")
	}
	for i, s := range probe.Sources {
		k.node(gov.NodeSource, s, "new", "sources", i)
	}
	if _, taken := k.county.Node(c.New.Key); taken && c.New.Key != "" {
		k.p = append(k.p, gov.Errorf(gov.CodeConflict, "编号 %s 已被使用", "key %s is taken", c.New.Key).At("new", "key"))
	}
	for d := range k.county.EachDuty() {
		if d.Name == c.New.Name {
			k.p = append(k.p, gov.Errorf(gov.CodeConflict, "已有同名职责：%s", "there is already a duty called %s", d.Name).
				Advise("请按已有职责申请：%s", "apply for the duty there is: %s", d.Key).At("new", "name"))
		}
	}
}

func (k *checker) townships(keys []string) {
	k.refuse(len(keys) == 0, gov.Textf("请填写承接的乡镇", "name the townships that are to carry it"), "townships")
	for i, key := range keys {
		k.node(gov.NodeTownship, key, "townships", i)
		k.refuse(slices.Contains(keys[:i], key), gov.Textf("乡镇重复", "the township is given twice"), "townships", i)
	}
}

func (k *checker) dates(c Content) {
	for _, day := range []struct {
		field string
		day   gov.Date
	}{{"from", c.From}, {"expires", c.Expires}, {"evaluate", c.Evaluate}} {
		if err := day.day.Check(); err != nil {
			k.p = append(k.p, err.At(day.field))
		}
	}
	k.refuse(c.Expires != "" && c.Expires < c.From, gov.Textf("截止日期早于起始日期", "the last day is before the first"), "expires")
	k.refuse(c.Evaluate != "" && c.Evaluate < c.From, gov.Textf("评估日期早于起始日期", "the evaluation is before the first day"), "evaluate")
	k.refuse(c.Evaluate != "" && c.Expires != "" && c.Evaluate > c.Expires, gov.Textf("评估日期晚于截止日期", "the evaluation is after the last day"), "evaluate")
}

// tests are asked exactly for enforcement duties, each with its reason.
func (k *checker) tests(c Content) {
	enforcing := c.nature(k.county) == gov.NatureEnforcement
	k.refuse(enforcing && c.Tests == nil, gov.Textf("执法类事项须逐项说明程序简易、现场易灭失、涉及部门单一", "an enforcement duty is held to the three tests"), "tests")
	k.refuse(!enforcing && c.Tests != nil, gov.Textf("三项标准只对执法类事项填写", "the three tests are for enforcement duties alone"), "tests")
	if c.Tests == nil {
		return
	}
	for _, t := range c.Tests.all() {
		k.refuse(strings.TrimSpace(t.Reason) == "", gov.Textf("请说明理由", "say why"), "tests", t.field, "reason")
	}
}

// nature is the nature of the duty applied for.
func (c Content) nature(county *snapshot.County) gov.DutyNature {
	if d := c.now(county); d != nil {
		return d.Nature
	}
	return ""
}

// now is the duty as it is on record or, of a new one, as it is applied for; nil where there is none.
func (c Content) now(county *snapshot.County) *gov.Duty {
	if c.New != nil {
		return c.New
	}
	if n, ok := county.Node(c.Duty); ok {
		d, _ := n.(*gov.Duty)
		return d
	}
	return nil
}

// answer is one test with its field and name.
type answer struct {
	Test
	field string
	name  gov.Text
}

func (t *Tests) all() []answer {
	return []answer{
		{t.Simple, "simple", gov.Text{ZH: "程序简易", EN: "simple procedure"}},
		{t.Perishable, "perishable", gov.Text{ZH: "现场易灭失", EN: "evidence that perishes on the spot"}},
		{t.SingleDept, "singleDepartment", gov.Text{ZH: "涉及部门单一", EN: "a single department concerned"}},
	}
}
