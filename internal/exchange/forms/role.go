package forms

import (
	"regexp"

	"tiaokuai/internal/search"
)

// role is what a column says.
type role int

const (
	number role = iota
	groupColumn
	name
	combined          // 对应上级部门及其职责
	departmentWithWay // 承接部门及工作方式
	departmentDuty
	townshipDuty
	way
	departments
	townships
	remarks
	roleCount
	none role = -1
)

// headers tell a column's role by its folded header; the first that fits holds.
var headers = []struct {
	role  role
	words *regexp.Regexp
	shown string
}{
	{number, regexp.MustCompile(`^(序号?|项号|no\.?)$`), "序号"},
	{groupColumn, regexp.MustCompile(`^(所属|事项|履职|职责)?(类别|类型|领域|方面|分类|大类)(名称)?$|^一级事项$`), "类别"},
	{remarks, regexp.MustCompile(`^(备注|说明)$`), "备注"},
	{departmentWithWay, regexp.MustCompile(`(部门|单位).*方式$`), "承接部门及工作方式"},
	{combined, regexp.MustCompile(`^[^乡镇街]*(部门|单位)(及|和|、|/)其?(主要|工作)?职责$`), "对应上级部门及其职责"},
	{townshipDuty, regexp.MustCompile(`配合(职责|内容|责任)$|^[^部门]*[乡镇街].*(职责|责任)$`), "乡镇配合职责"},
	{departmentDuty, regexp.MustCompile(`(部门|上级|单位|[县市区]级|[县市区]直).*(职责|责任)$`), "上级部门职责"},
	{way, regexp.MustCompile(`方式(及要求)?$`), "工作方式"},
	{departments, regexp.MustCompile(`(部门|单位)(名称)?$`), "对应上级部门"},
	{townships, regexp.MustCompile(`^(配合|关联|涉及|适用|实施|对应|所属|原实施)?(乡镇|镇街|街镇|街道|镇|乡)([(/、]?(乡镇|街道|镇|乡|办)\)?)*(名称)?$`), "配合乡镇"},
	{name, regexp.MustCompile(`^(基本|配合|上级部门)?(履职|收回|工作|职责)?事项(名称|内容)?$|^(主要内容|二级事项|名称)$`), "事项名称"},
}

// The most bytes of a header, and of one that names the 事项.
const (
	longestHeader = 120
	longestName   = 60
)

// roleOf is the role of a header, none where it has none.
func roleOf(header string) role {
	if len(header) > longestHeader {
		return none
	}
	folded := foldHeader(header)
	for _, h := range headers {
		if h.words.MatchString(folded) {
			return h.role
		}
	}
	return none
}

var marks = regexp.MustCompile(`[*:【】\[\]]|\((必填|选填|可选|个|项)\)`)

func foldHeader(s string) string { return marks.ReplaceAllString(search.Fold(s), "") }

// String is the header of the role as it usually is.
func (r role) String() string {
	for _, h := range headers {
		if h.role == r {
			return h.shown
		}
	}
	return ""
}
