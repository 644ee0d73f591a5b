package admission

import (
	"slices"
	"unicode/utf8"

	"tiaokuai/internal/gov"
)

// documented are the steps that pass only with the number or title of their document.
var documented = []StepKind{StepJointMeeting, StepLegalityReview, StepApproval, StepPublication}

// checkStep refuses a step that lacks what its kind needs.
func (a Application) checkStep(s Step) gov.Problems {
	p := a.checkRecorded(s)
	refuse := func(wrong bool, field, zh, en string) {
		if wrong {
			p = append(p, (&gov.Error{Code: gov.CodeInvalid, Message: gov.Text{ZH: zh, EN: en}}).At(field))
		}
	}
	refuse(utf8.RuneCountInString(s.Note) > MaxText, "note", "办理意见过长", "the note is too long")
	refuse(utf8.RuneCountInString(s.Document) > MaxTitle, "document", "文件名称或文号过长", "the document's name is too long")
	_, known := OutcomeName(s.Outcome)
	refuse(s.Outcome == "", "outcome", "请填写办理结果", "say how it came out")
	refuse(s.Outcome != "" && !known, "outcome", "没有这种办理结果", "there is no such outcome")
	refuse(known && s.Kind == StepApplication && s.Outcome != OutcomePassed, "outcome", "部门申请只登记为提出（通过）", "an application is only recorded as made (PASSED)")
	refuse(s.Kind == StepPublication && s.Outcome == OutcomeRefused, "outcome", "已经审批的，公布环节只能公布或退回", "what is approved is published or returned")
	refuse(s.Kind == StepEvaluation && s.Outcome == OutcomeReturned, "outcome", "评估结果为继续实施（通过）或拟退出清单（未通过）",
		"an evaluation says to go on (PASSED) or to leave the list (REFUSED)")
	refuse(s.Outcome == OutcomePassed && slices.Contains(documented, s.Kind) && s.Document == "", "document", "请填写文件名称或文号", "name the document")
	refuse(known && s.Outcome != OutcomePassed && s.Note == "", "note", "未通过或退回的，请说明理由", "say why it is refused or returned")
	refuse(s.Kind != StepTownshipOpinion && s.Township != "", "township", "只有乡镇意见填写乡镇", "only an opinion names a township")
	if s.Kind == StepTownshipOpinion && !slices.Contains(a.Waiting(), s.Township) {
		p = append(p, gov.Errorf(gov.CodeConflict, "不是尚待提出意见的乡镇", "this is no township whose opinion is open").At("township"))
	}
	return p
}

// checkRecorded refuses a step without an actor, and times and days out of order.
func (a Application) checkRecorded(s Step) gov.Problems {
	var p gov.Problems
	if s.Actor == "" {
		p = append(p, gov.Errorf(gov.CodeInvalid, "请填写经办人", "say who recorded it").At("actor"))
	}
	if n := len(a.Steps); s.Time.IsZero() || n > 0 && s.Time.Before(a.Steps[n-1].Time) {
		p = append(p, gov.Errorf(gov.CodeInvalid, "登记时间缺失或早于上一环节", "the time is missing or before that of the step before").At("time"))
	}
	if err := s.Date.Check(); err != nil {
		return append(p, err.At("date"))
	}
	switch {
	case s.Date == "":
		p = append(p, gov.Errorf(gov.CodeInvalid, "请填写办理日期", "say on which day the step was taken").At("date"))
	case !s.Time.IsZero() && s.Date > gov.DateOf(s.Time):
		p = append(p, gov.Errorf(gov.CodeInvalid, "办理日期不能晚于登记时间", "a step is not recorded before its day").At("date"))
	case s.Kind != StepWithdrawal && s.Date < a.since(s.Kind):
		p = append(p, gov.Errorf(gov.CodeInvalid, "办理日期早于前一环节", "the day is before that of an earlier step").At("date"))
	}
	return p
}

// since is the last day of the steps before one of a kind; opinions of townships are heard side by side.
func (a Application) since(kind StepKind) gov.Date {
	var last gov.Date
	for _, s := range a.Steps {
		if s.Kind != kind || kind != StepTownshipOpinion {
			last = max(last, s.Date)
		}
	}
	return last
}
