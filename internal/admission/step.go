package admission

import (
	"time"

	"tiaokuai/internal/gov"
)

// StepKind is one step of the procedure.
type StepKind string

// The steps in their order; EVALUATION follows publication where a date was set for it, WITHDRAWAL any open state.
const (
	StepApplication     StepKind = "APPLICATION"      // 部门申请
	StepJointMeeting    StepKind = "JOINT_MEETING"    // 联席会议研究
	StepTownshipOpinion StepKind = "TOWNSHIP_OPINION" // 乡镇意见: one of each township
	StepLegalityReview  StepKind = "LEGALITY_REVIEW"  // 合法性审查
	StepApproval        StepKind = "APPROVAL"         // 县委县政府审批
	StepPublication     StepKind = "PUBLICATION"      // 入清单公布
	StepEvaluation      StepKind = "EVALUATION"       // 实施评估
	StepWithdrawal      StepKind = "WITHDRAWAL"       // 撤回
)

// Outcome is how a step came out.
type Outcome string

// The outcomes. RETURNED sends the application back to the department, which may amend it; REFUSED ends it.
const (
	OutcomePassed   Outcome = "PASSED"
	OutcomeRefused  Outcome = "REFUSED"
	OutcomeReturned Outcome = "RETURNED"
)

// Step is one entry of the trail.
type Step struct {
	Kind     StepKind  `json:"kind"`
	Outcome  Outcome   `json:"outcome,omitempty"`  // none for a withdrawal
	Township string    `json:"township,omitempty"` // key, of a township's opinion
	Actor    string    `json:"actor"`              // who recorded it
	Time     time.Time `json:"time"`               // when it was recorded
	Date     gov.Date  `json:"date"`               // the day it was taken
	Document string    `json:"document,omitempty"` // number or title of its document
	Note     string    `json:"note,omitempty"`
	Content  *Content  `json:"content,omitempty"` // of an APPLICATION step: what was applied for
}

// State is where an application stands; it follows from the steps.
type State string

// The states.
const (
	StateDraft     State = "DRAFT"     // 草拟
	StateReviewing State = "REVIEWING" // 办理中
	StateReturned  State = "RETURNED"  // 已退回
	StateApproved  State = "APPROVED"  // 已审批，待公布
	StatePublished State = "PUBLISHED" // 已入清单公布
	StateRefused   State = "REFUSED"   // 未通过
	StateWithdrawn State = "WITHDRAWN" // 已撤回
)
