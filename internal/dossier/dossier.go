package dossier

import (
	"time"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
)

// Input is what a dossier is gathered from. Of(Input) reads nothing else, no clock among it.
type Input struct {
	ID            string // of the scenario
	Scenario      scenario.Scenario
	Before, After *snapshot.County
	// Proposals are those that were looked at. The ones that Scenario.Origin names are the plan's own; the others were
	// not taken up.
	Proposals []proposal.Proposal
	// Checks are the rules as the plan's grouping of organs comes out by them, whatever made it so.
	Checks   []proposal.Check
	Items    []scenario.Item // the follow-up, once the plan was carried out (scenario.Track)
	Language gov.Language
	Now      time.Time // the day that the dossier bears
}

// Dossier is a 论证报告 in one language, ready to be laid out: parts and annexes of blocks. It is plain data and must not
// be changed.
type Dossier struct {
	Language gov.Language
	Title    string
	Subtitle string
	Date     gov.Date
	Day      string // the date in words: 2024年1月31日
	Notice   string // what a reader must know first: a draft, to be put before the commission
	Parts    []Part
	Annexes  []Annex
	Words    Words
	missing  []Lack
}

// Part is one numbered part of the report.
type Part struct {
	Number string // 一、
	Title  string
	Blocks []Block
}

// Annex is one numbered annex.
type Annex struct {
	Number int
	Title  string
	Blocks []Block
}

// Words are the few words that writers need besides what the dossier says.
type Words struct {
	Contents string // 目录
	Missing  string // 待补充事项
	Annex    string // 附件, before its number
	Annexes  string // 附件：, before the list of them
	Before   string // 调整前
	After    string // 调整后
}

// Of gathers the dossier of a scenario. The same input gives the same dossier.
func Of(in Input) Dossier {
	c := newComposer(in)
	county := in.Before.Name
	d := Dossier{
		Language: in.Language,
		Title:    c.say("%[1]s%[2]s机构设置调整论证报告", "Reasoned report on adjusting the organs of %[2]s, %[1]s", county, c.scopeName()),
		Subtitle: in.Scenario.Title,
		Date:     gov.DateOf(in.Now),
		Day:      c.day(gov.DateOf(in.Now)),
		Notice:   c.say("本报告为草案，拟提请编委研究；所列数据和测算均以基准数据版本为准。", "This is a draft to be put before the commission; figures are those of the revision it stands on."),
		Words: Words{
			Contents: c.say("目录", "Contents"), Missing: c.say("待补充事项", "To be supplied"), Annex: c.say("附件", "Annex "), Annexes: c.say("附件：", "Annexes: "),
			Before: c.say("调整前", "before"), After: c.say("调整后", "after"),
		},
	}
	for i, part := range []struct {
		title  string
		blocks []Block
	}{
		{c.say("基本情况", "The situation"), c.situation()},
		{c.say("存在问题", "What was found"), c.problems()},
		{c.say("方案比选", "Options compared"), c.options()},
		{c.say("机构设置调整方案", "The plan"), c.plan()},
		{c.say("协调成本测算", "What coordination costs"), c.costs()},
		{c.say("后续跟踪", "Follow-up"), c.followUp()},
	} {
		d.Parts = append(d.Parts, Part{c.number(1, i+1), part.title, c.numbered(i+1, part.blocks)})
	}
	for i, annex := range []struct {
		title  string
		blocks []Block
	}{
		{c.say("新旧机构对照表", "Organs before and after"), c.organTable()},
		{c.say("职责划转前后对照表", "Duties before and after"), c.dutyTable()},
		{c.say("编制职数去向表", "Where posts go"), c.postTable()},
		{c.say("乡镇机构职责清单", "Duties of the townships' organs"), c.dutyLists()},
		{c.say("乡镇“三定”规定（草案）", "Draft regulations of the townships' duties, organs and posts"), c.regulations()},
	} {
		d.Annexes = append(d.Annexes, Annex{i + 1, annex.title, c.numbered(0, annex.blocks)})
	}
	d.missing = c.lacks // the comparison of options added to them
	return d
}
