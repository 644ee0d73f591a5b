package forms

import (
	"regexp"
	"strings"

	"tiaokuai/internal/gov"
)

// withdrawn is 上级部门收回事项清单: 序号 | 事项名称 | 承接部门 | 工作方式, or both in one column.
var withdrawn = kind{
	name:    gov.Textf("上级部门收回事项清单", "list of withdrawn duties"),
	list:    gov.ListWithdrawn,
	words:   regexp.MustCompile(`收回|上收事项`),
	needed:  [][]role{{name}, {departments, departmentWithWay, townships}, {way, departmentWithWay}},
	content: way,
}

var (
	labelledWay = regexp.MustCompile(`^(?s:\s*(?:承接|责任|主管)?(?:部门|单位)\s*[:：]\s*(.+?)[\s；;。，,]*(?:工作|承接|办理|落实|履职)?方式\s*[:：]\s*(.+))$`)
	colonWay    = regexp.MustCompile(`^(?s:\s*([^:：。；;\n]{2,60}?)\s*[:：]\s*(.+))$`)
)

// splitWay parts 承接部门及工作方式: 承接部门：甲局。工作方式：…, or 甲局：…, or the department on a line of its own.
func splitWay(text string) (departments, way string, ok bool) {
	for _, layout := range []*regexp.Regexp{labelledWay, colonWay} {
		if m := layout.FindStringSubmatch(text); m != nil {
			return m[1], strings.TrimSpace(m[2]), true
		}
	}
	first, rest, ok := strings.Cut(text, "\n")
	return first, strings.TrimSpace(rest), ok
}
