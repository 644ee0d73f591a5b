package forms

import (
	"regexp"

	"tiaokuai/internal/gov"
)

// catalogue is the twin of a supporting list that a department keeps: 序号 | 事项名称 | 部门职责 | 配合乡镇 | 乡镇配合职责.
var catalogue = kind{
	name:    gov.Textf("部门的配合履职事项清单", "a department's list of supporting duties"),
	list:    gov.ListSupporting,
	words:   regexp.MustCompile(`^$`),
	needed:  [][]role{{name}, {departmentDuty, combined}, {townshipDuty}},
	content: townshipDuty,
}
