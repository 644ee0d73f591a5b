package casework

import "tiaokuai/internal/gov"

// named pairs a code with what it is called.
type named[C ~string] struct {
	code C
	name gov.Text
}

var statuses = []named[Status]{
	{Open, gov.Text{ZH: "待研判", EN: "open"}},
	{Confirmed, gov.Text{ZH: "确认需解决", EN: "confirmed"}},
	{Justified, gov.Text{ZH: "有正当理由", EN: "justified"}},
	{Dismissed, gov.Text{ZH: "不构成问题", EN: "dismissed"}},
	{Resolved, gov.Text{ZH: "已消除", EN: "resolved"}},
}

var reasons = []named[Reason]{
	{LegallyRequired, gov.Text{ZH: "法律法规要求", EN: "required by law"}},
	{SetFromAbove, gov.Text{ZH: "上级明确设置", EN: "set from above"}},
	{Transition, gov.Text{ZH: "过渡期", EN: "a transition"}},
	{Separation, gov.Text{ZH: "审批监管执法分离", EN: "approval, supervision and enforcement kept apart"}},
	{Coordinated, gov.Text{ZH: "已有协调机制", EN: "coordinated by a measure"}},
	{Other, gov.Text{ZH: "其他", EN: "another reason"}},
}

// StatusName is what a status is called; false if there is no such status.
func StatusName(s Status) (gov.Text, bool) { return find(statuses, s) }

// ReasonName is what a reason is called; false if there is no such reason.
func ReasonName(r Reason) (gov.Text, bool) { return find(reasons, r) }

// Statuses are all statuses in their order.
func Statuses() []Status {
	out := make([]Status, len(statuses))
	for i, n := range statuses {
		out[i] = n.code
	}
	return out
}

func find[C ~string](list []named[C], code C) (gov.Text, bool) {
	for _, n := range list {
		if n.code == code {
			return n.name, true
		}
	}
	return gov.Text{}, false
}
