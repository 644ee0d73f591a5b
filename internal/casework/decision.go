package casework

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// Document is the kind of the documents that hold decisions; their id is the finding's fingerprint.
const Document = "case"

// Status is where a case stands.
type Status string

// The statuses. OPEN is also what a decision taken back leaves; RESOLVED is never decided, it follows from the data.
const (
	Open      Status = "OPEN"      // 待研判
	Confirmed Status = "CONFIRMED" // 确认需解决
	Justified Status = "JUSTIFIED" // 有正当理由
	Dismissed Status = "DISMISSED" // 不构成问题
	Resolved  Status = "RESOLVED"  // 已消除
)

// Reason is why a finding is justified.
type Reason string

// The reasons.
const (
	LegallyRequired Reason = "LEGALLY_REQUIRED" // 法律法规要求
	SetFromAbove    Reason = "SET_FROM_ABOVE"   // 上级明确设置
	Transition      Reason = "TRANSITION"       // 过渡期
	Separation      Reason = "SEPARATION"       // 审批监管执法分离
	Coordinated     Reason = "COORDINATED"      // 已有协调机制: names a Measure
	Other           Reason = "OTHER"            // said in the note
)

// Verdict is what a person decides about a finding.
type Verdict struct {
	Status  Status `json:"status"`
	Reason  Reason `json:"reason,omitempty"`  // with JUSTIFIED, and only there
	Measure string `json:"measure,omitempty"` // key of the Measure, with COORDINATED and only there
	Note    string `json:"note,omitempty"`    // needed with DISMISSED and OTHER
}

// Decision is a verdict with the finding as it was judged.
type Decision struct {
	Verdict
	Kind         gov.OverlapKind `json:"kind"`
	Township     string          `json:"township,omitempty"` // key
	Subject      string          `json:"subject"`            // key
	Participants []string        `json:"participants"`       // keys
	EvidenceHash string          `json:"evidenceHash"`
	Said         gov.Text        `json:"said"` // the finding's explanation then
}

// Decide is the decision on a finding of a county. Its problems are INVALID and name the verdict's field.
func Decide(c *snapshot.County, o overlap.Overlap, v Verdict) (Decision, error) {
	if p := v.check(c); len(p) > 0 {
		return Decision{}, p
	}
	return Decision{
		Verdict: v, Kind: o.Kind, Township: o.Township, Subject: o.Subject, Participants: o.Participants,
		EvidenceHash: o.EvidenceHash, Said: overlap.Explain(c, o),
	}, nil
}

func (v Verdict) check(c *snapshot.County) gov.Problems {
	var p gov.Problems
	refuse := func(wrong bool, field, zh, en string) {
		if wrong {
			p = append(p, (&gov.Error{Code: gov.CodeInvalid, Message: gov.Text{ZH: zh, EN: en}}).At(field))
		}
	}
	_, known := StatusName(v.Status)
	refuse(!known, "status", "没有这种研判结论", "there is no such status")
	refuse(v.Status == Resolved, "status", "“已消除”由数据得出，不能直接填写；请修改数据消除该问题，或选择其他结论",
		"RESOLVED follows from the data and is not decided: change the data, or decide otherwise")
	_, known = ReasonName(v.Reason)
	refuse(v.Reason != "" && !known, "reason", "没有这种理由类别", "there is no such reason")
	refuse((v.Status == Justified) != (v.Reason != ""), "reason", "“有正当理由”须注明理由类别，其他结论不填", "a reason is given exactly with JUSTIFIED")
	refuse((v.Reason == Coordinated) != (v.Measure != ""), "measure", "“已有协调机制”须指明该制度机制，其他理由不填",
		"a measure is named exactly with COORDINATED")
	refuse(v.Measure != "" && !isMeasure(c, v.Measure), "measure", "没有这项制度机制", "there is no such measure")
	refuse(v.Note == "" && (v.Status == Dismissed || v.Reason == Other), "note", "请在备注中说明原因", "say why in the note")
	return p
}

func isMeasure(c *snapshot.County, key string) bool {
	n, ok := c.Node(key)
	return ok && n.NodeKind() == gov.NodeMeasure
}
