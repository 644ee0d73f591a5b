package forms

import (
	"regexp"

	"tiaokuai/internal/gov"
)

// basic is 基本履职事项清单: 序号 | 事项名称, with rows of groups.
var basic = kind{
	name:  gov.Textf("基本履职事项清单", "list of basic duties"),
	list:  gov.ListBasic,
	words: regexp.MustCompile(`基本履职|基本履行职责|基本(职责)?事项清单`), needed: [][]role{{name}},
	content: remarks,
}
