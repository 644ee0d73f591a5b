package sheets

import (
	"strings"

	"tiaokuai/internal/exchange/workbook"
)

// guideSheet explains how to fill in the others; import skips it.
func guideSheet() Sheet {
	return Sheet{
		Name: "填表说明", English: "guide", Aliases: []string{"说明", "填写说明"}, ReadOnly: true,
		Note: "本表只供查看，导入时忽略。",
		Columns: []Column{
			{Header: "工作表", Name: "sheet", Width: 14},
			{Header: "栏目", Name: "column", Width: 18},
			{Header: "必填", Name: "required", Width: 8},
			{Header: "填写说明", Name: "note", Width: 60},
			{Header: "可选内容", Name: "choices", Width: 50},
		},
	}
}

// guide are the general rules, shown above the table of columns.
var guide = []string{
	"本表只供查看，导入时忽略。各工作表可以只用一部分，顺序不限；栏目可以增减、调换顺序，栏目名称按首行识别。",
	"编号由系统生成，新增的行留空。填写编号的行按编号对应，因此可以更名；没有编号的，依次按名称、别名、牌子、简称、曾用名对应。",
	"没有编号又与已有名称相近的新名称，须在该行填写已有编号（视为更名），或加一栏“新增”填“是”（视为新设）。",
	"一格内多项用、或；隔开，也可换行；某一项本身含有这些符号的，用半角双引号括起来。",
	"补充更新时，空白的格保持原值，填“清空”或“－”的清除原值；替换导入时，空白即清除，本表没有的行即删除（超过比例须另行确认）。",
	"编号填“示例”的行导入时忽略。关系表（对口、分管、承担、派驻、合署）按两端名称识别，同一关系可以分几行填写科室、行为等。",
}

// Template is the empty tables with notes, choices and examples, and the guide to filling them in.
func Template() []workbook.Table {
	out := []workbook.Table{guideTable()}
	for _, s := range standard {
		if s.ReadOnly {
			continue
		}
		t := s.table()
		t.Notes = []string{s.Note}
		for _, example := range s.Examples {
			row := make([]string, len(s.Columns))
			for i, c := range s.Columns {
				row[i] = example[c.Header]
			}
			t.Rows = append(t.Rows, row)
		}
		out = append(out, t)
	}
	return out
}

func guideTable() workbook.Table {
	s := guideSheet()
	t := s.table()
	t.Notes = guide
	for _, s := range standard {
		if s.ReadOnly {
			continue
		}
		for _, c := range s.Columns {
			required := ""
			if c.Required {
				required = yesNo.zh("yes")
			}
			t.Rows = append(t.Rows, []string{s.Name, c.Header, required, c.Note, strings.Join(c.Choices, "；")})
		}
	}
	return t
}
