package forms

import (
	"regexp"

	"tiaokuai/internal/gov"
)

// supporting is 配合履职事项清单 as a township keeps it: 序号 | 事项名称 | 对应上级部门 | 上级部门职责 | 乡镇配合职责.
var supporting = kind{
	name:    gov.Textf("配合履职事项清单", "list of supporting duties"),
	list:    gov.ListSupporting,
	words:   regexp.MustCompile(`配合履职|配合履行职责|配合(职责)?事项`),
	needed:  [][]role{{name}, {departments, combined}, {townshipDuty}},
	content: townshipDuty,
}
