package admission

import "tiaokuai/internal/gov"

// named pairs a code with what it is called.
type named[C ~string] struct {
	code C
	name gov.Text
}

var steps = []named[StepKind]{
	{StepApplication, gov.Text{ZH: "部门申请", EN: "application by the department"}},
	{StepJointMeeting, gov.Text{ZH: "联席会议研究", EN: "study by the joint meeting"}},
	{StepTownshipOpinion, gov.Text{ZH: "乡镇意见", EN: "opinion of the township"}},
	{StepLegalityReview, gov.Text{ZH: "合法性审查", EN: "legality review"}},
	{StepApproval, gov.Text{ZH: "县委县政府审批", EN: "approval by the county's party committee and government"}},
	{StepPublication, gov.Text{ZH: "入清单公布", EN: "publication in the list"}},
	{StepEvaluation, gov.Text{ZH: "实施评估", EN: "evaluation"}},
	{StepWithdrawal, gov.Text{ZH: "撤回", EN: "withdrawal"}},
}

var outcomes = []named[Outcome]{
	{OutcomePassed, gov.Text{ZH: "通过", EN: "passed"}},
	{OutcomeRefused, gov.Text{ZH: "未通过", EN: "refused"}},
	{OutcomeReturned, gov.Text{ZH: "退回修改", EN: "returned"}},
}

var states = []named[State]{
	{StateDraft, gov.Text{ZH: "草拟", EN: "draft"}},
	{StateReviewing, gov.Text{ZH: "办理中", EN: "under review"}},
	{StateReturned, gov.Text{ZH: "已退回", EN: "returned"}},
	{StateApproved, gov.Text{ZH: "已审批，待公布", EN: "approved, to be published"}},
	{StatePublished, gov.Text{ZH: "已入清单公布", EN: "published in the list"}},
	{StateRefused, gov.Text{ZH: "未通过", EN: "refused"}},
	{StateWithdrawn, gov.Text{ZH: "已撤回", EN: "withdrawn"}},
}

// StepName is what a step is called; false if there is no such step.
func StepName(k StepKind) (gov.Text, bool) { return find(steps, k) }

// OutcomeName is what an outcome is called; false if there is no such outcome.
func OutcomeName(o Outcome) (gov.Text, bool) { return find(outcomes, o) }

// StateName is what a state is called; false if there is no such state.
func StateName(s State) (gov.Text, bool) { return find(states, s) }

func find[C ~string](list []named[C], code C) (gov.Text, bool) {
	for _, n := range list {
		if n.code == code {
			return n.name, true
		}
	}
	return gov.Text{}, false
}
