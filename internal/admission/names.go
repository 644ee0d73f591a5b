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

var gaps = []named[GapKind]{
	{GapAuthority, gov.Text{ZH: "权责不对等", EN: "authority gap"}},
	{GapCountyLead, gov.Text{ZH: "主配倒置", EN: "role inversion"}},
	{GapSharedLead, gov.Text{ZH: "牵头机构不唯一", EN: "several leads"}},
	{GapNoOrgan, gov.Text{ZH: "无承接机构", EN: "no organ to bear it"}},
	{GapNoPosts, gov.Text{ZH: "编制未随事项划转", EN: "no posts come along"}},
	{GapNoFunds, gov.Text{ZH: "经费未明确", EN: "no funds come along"}},
	{GapNoTraining, gov.Text{ZH: "技术支持和培训未明确", EN: "no technique comes along"}},
	{GapTest, gov.Text{ZH: "不符合下放标准", EN: "a test is not met"}},
	{GapExpired, gov.Text{ZH: "准入已到期", EN: "expired"}},
	{GapEvaluation, gov.Text{ZH: "应予评估", EN: "to be evaluated"}},
}

var actions = []named[gov.Action]{
	{gov.ActionAccept, gov.Text{ZH: "受理/代办", EN: "accept"}},
	{gov.ActionPatrol, gov.Text{ZH: "巡查发现", EN: "patrol"}},
	{gov.ActionStop, gov.Text{ZH: "制止", EN: "stop"}},
	{gov.ActionInspect, gov.Text{ZH: "检查", EN: "inspect"}},
	{gov.ActionPunish, gov.Text{ZH: "处罚", EN: "punish"}},
	{gov.ActionCoerce, gov.Text{ZH: "强制", EN: "coerce"}},
	{gov.ActionApprove, gov.Text{ZH: "审批", EN: "approve"}},
}

// GapName is what a kind of gap is called; false if there is no such kind.
func GapName(k GapKind) (gov.Text, bool) { return find(gaps, k) }

func actionNames(list []gov.Action) gov.Text {
	var out gov.Text
	for i, a := range list {
		name, _ := find(actions, a)
		if i > 0 {
			out.ZH, out.EN = out.ZH+"、", out.EN+", "
		}
		out.ZH, out.EN = out.ZH+name.ZH, out.EN+name.EN
	}
	return out
}
