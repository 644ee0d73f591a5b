package scenario

import (
	"slices"

	"tiaokuai/internal/gov"
)

// Action is something that is done to a scenario.
type Action string

// The actions. CREATED, PASSED, APPROVED and REJECTED stand in the trail alone: they follow from others.
const (
	ActionCreated   Action = "CREATED"
	ActionEdited    Action = "EDITED"
	ActionUndone    Action = "UNDONE"
	ActionRedone    Action = "REDONE"
	ActionAmended   Action = "AMENDED"
	ActionRebased   Action = "REBASED"
	ActionSubmitted Action = "SUBMITTED"
	ActionPassed    Action = "PASSED"
	ActionRejected  Action = "REJECTED"
	ActionApproved  Action = "APPROVED"
	ActionWithdrawn Action = "WITHDRAWN"
	ActionReopened  Action = "REOPENED"
	ActionApplied   Action = "APPLIED"
	ActionDeleted   Action = "DELETED"
)

// actions is what each action is called and the states that allow it: the one table of the life cycle.
var actions = []struct {
	action Action
	name   gov.Text
	in     []State
}{
	{ActionCreated, gov.Text{ZH: "新建", EN: "created"}, nil},
	{ActionEdited, gov.Text{ZH: "编辑", EN: "edited"}, []State{Draft}},
	{ActionUndone, gov.Text{ZH: "撤销一步", EN: "undone"}, []State{Draft}},
	{ActionRedone, gov.Text{ZH: "重做一步", EN: "redone"}, []State{Draft}},
	{ActionAmended, gov.Text{ZH: "修改标题或说明", EN: "renamed or annotated"}, []State{Draft}},
	{ActionRebased, gov.Text{ZH: "更新到新版本", EN: "carried to a newer revision"}, []State{Draft, Submitted, Approved}},
	{ActionSubmitted, gov.Text{ZH: "提交", EN: "submitted"}, []State{Draft}},
	{ActionPassed, gov.Text{ZH: "审核通过", EN: "passed a gate"}, []State{Submitted}},
	{ActionRejected, gov.Text{ZH: "审核未通过", EN: "rejected"}, []State{Submitted}},
	{ActionApproved, gov.Text{ZH: "同意", EN: "approved"}, nil},
	{ActionWithdrawn, gov.Text{ZH: "撤回", EN: "withdrawn"}, []State{Submitted, Approved}},
	{ActionReopened, gov.Text{ZH: "恢复草拟", EN: "reopened"}, []State{Withdrawn}},
	{ActionApplied, gov.Text{ZH: "按批复登记", EN: "applied"}, []State{Approved}},
	{ActionDeleted, gov.Text{ZH: "删除", EN: "deleted"}, []State{Draft, Rejected, Withdrawn}},
}

var states = []struct {
	state State
	name  gov.Text
}{
	{Draft, gov.Text{ZH: "草拟", EN: "draft"}},
	{Submitted, gov.Text{ZH: "已提交", EN: "submitted"}},
	{Approved, gov.Text{ZH: "已同意", EN: "approved"}},
	{Applied, gov.Text{ZH: "已按批复登记", EN: "applied"}},
	{Rejected, gov.Text{ZH: "未通过", EN: "rejected"}},
	{Withdrawn, gov.Text{ZH: "已撤回", EN: "withdrawn"}},
}

// States are all states in their order.
func States() []State {
	out := make([]State, len(states))
	for i, s := range states {
		out[i] = s.state
	}
	return out
}

// StateName is what a state is called; false if there is no such state.
func StateName(s State) (gov.Text, bool) {
	for _, one := range states {
		if one.state == s {
			return one.name, true
		}
	}
	return gov.Text{}, false
}

// ActionName is what an action is called; false if there is no such action.
func ActionName(a Action) (gov.Text, bool) {
	for _, one := range actions {
		if one.action == a {
			return one.name, true
		}
	}
	return gov.Text{}, false
}

// Allows says whether a state admits an action.
func (s State) Allows(a Action) bool {
	return slices.ContainsFunc(actions, func(one struct {
		action Action
		name   gov.Text
		in     []State
	},
	) bool {
		return one.action == a && slices.Contains(one.in, s)
	})
}

// Actions are what can be done to a scenario as it stands, in the order of the table.
func (s Scenario) Actions() []Action {
	var out []Action
	for _, one := range actions {
		if s.allow(one.action) == nil && s.possible(one.action) {
			out = append(out, one.action)
		}
	}
	return out
}

// possible says that an action would change something.
func (s Scenario) possible(a Action) bool {
	switch a {
	case ActionUndone:
		return s.Cursor > 0 && s.Steps[s.Cursor-1].Commit == ""
	case ActionRedone:
		return s.Cursor < len(s.Steps)
	case ActionSubmitted:
		return len(s.Edits()) > 0
	}
	return true
}

// allow refuses (INVALID) an action that the state does not admit; a scenario carried out in part is not deleted.
func (s Scenario) allow(a Action) *gov.Error {
	name, _ := ActionName(a)
	is, _ := StateName(s.State)
	switch {
	case !s.State.Allows(a):
		e := gov.Errorf(gov.CodeInvalid, "方案“%[2]s”状态下不能%[1]s", "a scenario that is %[4]s can't be %[3]s", name.ZH, is.ZH, name.EN, is.EN).At("state")
		return advised(e, s.State)
	case a == ActionDeleted && s.done() > 0:
		return gov.Errorf(gov.CodeInvalid, "方案已有部分步骤登记，不能删除", "steps of the scenario are carried out already, so it can't be deleted").At("state")
	}
	return nil
}

func advised(e *gov.Error, s State) *gov.Error {
	switch s {
	case Submitted, Approved:
		return e.Advise("请先撤回并恢复草拟，或复制为新方案", "withdraw and reopen it first, or copy it")
	case Withdrawn:
		return e.Advise("请先恢复草拟，或复制为新方案", "reopen it first, or copy it")
	case Rejected, Applied:
		return e.Advise("可复制为新方案", "copy it as a new scenario")
	case Draft:
		return e.Advise("请先提交", "submit it first")
	}
	return e
}
