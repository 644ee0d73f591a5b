package change

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"tiaokuai/internal/gov"
)

// attributeNames are what people call the attributes of nodes, by their JSON names; one that means something else to a
// kind has the kind before it.
var attributeNames = map[string]gov.Text{
	"about": {ZH: "所涉事项", EN: "what it is about"}, "address": {ZH: "网址", EN: "address"}, "admission": {ZH: "准入审批", EN: "admission"},
	"aliases": {ZH: "别名", EN: "aliases"}, "article": {ZH: "条目", EN: "article"}, "aspect": {ZH: "方面", EN: "aspect"},
	"aspects": {ZH: "方面目录", EN: "list of aspects"}, "assignmentsComplete": {ZH: "承担已填全", EN: "assignments complete"},
	"attendsMeetings": {ZH: "列席班子会议", EN: "attends meetings"}, "attributes": {ZH: "分项依据", EN: "basis of single attributes"},
	"authority": {ZH: "职权", EN: "authority"}, "basis": {ZH: "依据类别", EN: "basis"}, "branch": {ZH: "党政类别", EN: "branch"},
	"countyKind": {ZH: "县级类别", EN: "kind of county"}, "date": {ZH: "日期", EN: "date"}, "department": {ZH: "所属部门", EN: "department"},
	"departmentKind": {ZH: "部门类别", EN: "kind of department"}, "document": {ZH: "文件名", EN: "document"}, "domain": {ZH: "领域", EN: "domain"},
	"domains": {ZH: "领域目录", EN: "list of domains"}, "edition": {ZH: "版本", EN: "edition"},
	"enforcementSubject": {ZH: "执法主体", EN: "subject of enforcement"}, "formerNames": {ZH: "曾用名", EN: "former names"},
	"handledAt": {ZH: "办理层级", EN: "where it is handled"}, "high": {ZH: "上限", EN: "upper bound"}, "integrating": {ZH: "综合性", EN: "integrating"},
	"issuer": {ZH: "发文机关", EN: "issuer"}, "key": {ZH: "编号", EN: "key"}, "leadingPosts": {ZH: "领导职数", EN: "leading posts"},
	"legalBasis": {ZH: "法定依据", EN: "legal basis"}, "lines": {ZH: "分管的工作", EN: "lines of work"}, "listings": {ZH: "清单", EN: "lists"},
	"low": {ZH: "数值", EN: "value"}, "management": {ZH: "管理体制", EN: "management"}, "managementPosts": {ZH: "管理岗", EN: "management posts"},
	"mandatory": {ZH: "必设", EN: "mandatory"}, "measureKind": {ZH: "机制类别", EN: "kind of measure"}, "metric": {ZH: "指标类别", EN: "metric"},
	"middlePosts": {ZH: "中层职数总量", EN: "middle posts"}, "name": {ZH: "名称", EN: "name"}, "nature": {ZH: "性质", EN: "nature"},
	"note": {ZH: "备注", EN: "note"}, "officeAt": {ZH: "办公室设在", EN: "office at"}, "order": {ZH: "排序", EN: "order"},
	"organKind": {ZH: "机构类别", EN: "kind of organ"}, "period": {ZH: "时期", EN: "period"}, "perishable": {ZH: "现场易灭失", EN: "evidence perishes"},
	"plates": {ZH: "牌子", EN: "plates"}, "portfoliosComplete": {ZH: "分管已填全", EN: "portfolios complete"}, "posts": {ZH: "编制", EN: "authorised posts"},
	"powers": {ZH: "权限", EN: "powers"}, "quotaCategory": {ZH: "限额类别", EN: "quota category"}, "quote": {ZH: "原文", EN: "quotation"},
	"rank": {ZH: "机构规格", EN: "rank"}, "rankCondition": {ZH: "定规格条件", EN: "condition of the rank"}, "rankEligibility": {ZH: "可定规格", EN: "eligible rank"},
	"regions": {ZH: "上级区划", EN: "regions"}, "sandbox": {ZH: "沙盘", EN: "sandbox"}, "settings": {ZH: "参数", EN: "settings"},
	"shortNames": {ZH: "简称", EN: "short names"}, "simple": {ZH: "程序简易", EN: "simple procedure"}, "singleDepartment": {ZH: "涉及部门单一", EN: "one department alone"},
	"size": {ZH: "规模", EN: "size"}, "sizeReason": {ZH: "规模依据", EN: "reason for the size"}, "sources": {ZH: "依据来源", EN: "sources"},
	"staff": {ZH: "实有人数", EN: "staff"}, "status": {ZH: "状态", EN: "status"}, "subject": {ZH: "所指", EN: "subject"}, "system": {ZH: "系统", EN: "system"},
	"technicalPosts": {ZH: "专业技术岗", EN: "technical posts"}, "text": {ZH: "内容", EN: "text"}, "township": {ZH: "乡镇", EN: "township"},
	"townshipKind": {ZH: "乡镇类别", EN: "kind of township"}, "trust": {ZH: "可信度", EN: "trust"}, "unit": {ZH: "单位", EN: "unit"},
	"universal": {ZH: "一岗双责", EN: "universal"}, "wording": {ZH: "说法", EN: "wording"},

	"LEADER posts": {ZH: "职务", EN: "posts"}, "LEADER rank": {ZH: "职级", EN: "rank"}, "LEADER name": {ZH: "姓名", EN: "name"},
}

// attributeName is what an attribute of a kind is called.
func attributeName(kind gov.NodeKind, attribute string) gov.Text {
	if name, ok := attributeNames[string(kind)+" "+attribute]; ok {
		return name
	}
	if name, ok := attributeNames[attribute]; ok {
		return name
	}
	return gov.Text{ZH: attribute, EN: attribute}
}

// saidOf tells in words what a merge patch sets.
func saidOf(kind gov.NodeKind, set map[string]any) gov.Text {
	var zh, en []string
	for _, attribute := range slices.Sorted(maps.Keys(set)) {
		name, value := attributeName(kind, attribute), valueSaid(set[attribute])
		zh, en = append(zh, name.ZH+value.ZH), append(en, name.EN+value.EN)
	}
	return gov.Text{ZH: strings.Join(zh, "、"), EN: strings.Join(en, ", ")}
}

// longestSaid is in characters; a longer text is not repeated in a sentence.
const longestSaid = 20

// valueSaid is a new value as a sentence goes on with it; empty for what is long, listed or a code.
func valueSaid(value any) gov.Text {
	switch v := value.(type) {
	case nil:
		return gov.Text{ZH: "清空", EN: " emptied"}
	case bool:
		if v {
			return gov.Text{ZH: "为“是”", EN: ": yes"}
		}
		return gov.Text{ZH: "为“否”", EN: ": no"}
	case json.Number:
		return gov.Text{ZH: "为" + v.String(), EN: " " + v.String()}
	case string:
		if utf8.RuneCountInString(v) <= longestSaid && strings.Trim(v, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_") != "" {
			return gov.Text{ZH: fmt.Sprintf("为“%s”", v), EN: fmt.Sprintf(" “%s”", v)}
		}
	}
	return gov.Text{}
}
