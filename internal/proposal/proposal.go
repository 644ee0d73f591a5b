package proposal

import (
	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/reform"
)

// Kind is a rung of the ladder.
type Kind string

// The kinds, cheapest rung first.
const (
	KindCoordinate         Kind = "COORDINATE"          // 建立协调机制: a Measure; resolves nothing by itself
	KindClarifyLead        Kind = "CLARIFY_LEAD"        // 明确牵头机构
	KindReassignLeaders    Kind = "REASSIGN_LEADERS"    // 调整班子分工
	KindRefineCounterparts Kind = "REFINE_COUNTERPARTS" // 细化对口科室
	KindTransferDuty       Kind = "TRANSFER_DUTY"       // 划转职责
	KindReturnDuty         Kind = "RETURN_DUTY"         // 收回职责
	KindAdmitDuty          Kind = "ADMIT_DUTY"          // 职责准入并赋权
	KindDualManagement     Kind = "DUAL_MANAGEMENT"     // 双重管理（县属乡管乡用）
	KindAddPlate           Kind = "ADD_PLATE"           // 加挂牌子
	KindCoLocate           Kind = "CO_LOCATE"           // 合署办公
	KindMergeOrgans        Kind = "MERGE_ORGANS"        // 合并设置
)

// Scope is the part of a county that is reformed. The zero Scope is the whole county, each township by itself.
type Scope struct {
	Township string   `json:"township,omitempty"` // key
	Class    gov.Size `json:"class,omitempty"`    // all townships of a size class, same-named organs alike
}

// Options are what a planner can set. The zero value is every default.
type Options struct {
	Weights     *reform.Weights    `json:"weights,omitempty"` // nil: the county's own with the documented defaults
	Constraints reform.Constraints `json:"constraints,omitzero"`
	Presets     []string           `json:"presets,omitempty"` // ids of rule presets to hold proposals to, see Presets
	Prices      map[Kind]gov.Micro `json:"prices,omitempty"`  // per unit of a rung; absent: the rung's default
	Kinds       []Kind             `json:"kinds,omitempty"`   // none: all
	// Justified are fingerprints of findings that are to stay as they are (casework).
	Justified map[string]bool `json:"-"`
}

// Proposal is one simulated way to lower what coordination costs.
type Proposal struct {
	Key       string        // stable: a hash of kind, scope and subjects
	Kind      Kind          //
	Scope     Scope         //
	Title     gov.Text      // 合并设置乡村建设办公室、村镇规划建设办公室
	Rationale gov.Text      // why, with the figures it rests on
	Subjects  []string      // keys of what it changes, in order
	Edits     []change.Edit // empty for a request
	// Request is what is asked of somebody else (请县直部门提出对口科室方案) where the data for edits is not on record. No gain
	// is assumed of it.
	Request       gov.Text
	Before, After overlap.Summary   // of the scope (SummarizeScope; the county's own findings where they change)
	Gain          gov.Micro         // Before.Cost − After.Cost
	Price         gov.Micro         // the rung's price times its units; of mergers also what the integration costs (reform.Terms)
	Units         int               // narrowed counterparts, moved duties, changed portfolios, merged organs
	Resolves      []overlap.Overlap // of the snapshot before, dearest first
	Introduces    []overlap.Overlap // of the snapshot after, dearest first
	Lowers        []overlap.Overlap // as before: still there after, at a lower cost
	Raises        []overlap.Overlap // as after: there before, at a lower cost
	Checks        []Check
	Alternatives  []Alternative // cheaper rungs on the same overlaps, then runners-up
	Sensitivity   []Range       // of the first merger of a scope, where that is a pair
	Notes         []gov.Text    // what a reader must know: a lost rankEligibility, posts to be placed, an inferred name
}

// Net is what the proposal is ranked by.
func (p Proposal) Net() gov.Micro { return p.Gain - p.Price }

// Check is one rule held against a proposal.
type Check struct {
	Rule    string   // id: a preset's rule, or a kind of reform.Rule
	Text    gov.Text // what it demands
	Source  gov.Text // where it comes from; empty for a planner's own
	Verdict Verdict
	Detail  gov.Text // where it is violated, or what is still to be supplied
}

// Verdict is how a check came out.
type Verdict string

// The verdicts.
const (
	Satisfied Verdict = "SATISFIED" // 符合
	Violated  Verdict = "VIOLATED"  // 不符合
	Attention Verdict = "ATTENTION" // 需注意: a procedure to follow, or data to supply
)

// Alternative is another way that was looked at, and why it lost.
type Alternative struct {
	Kind   Kind
	Title  gov.Text
	Key    string // of its proposal, if it is one; else empty
	Gain   gov.Micro
	Price  gov.Micro
	Reason gov.Text // why it is not the first, or that it is cheaper and may do
}

// Net is what the alternative would be ranked by.
func (a Alternative) Net() gov.Micro { return a.Gain - a.Price }

// Range is the values of one of [Options.Weights], all else equal, at which the same question has a merger first again, with
// a net gain above 0, among all pairs and the groups of the present optimum; told in thousandths. High below Low says that
// there is no upper end within the weights allowed.
type Range struct {
	Weight    string // interfaces, duties, span, integration
	Now       gov.Micro
	Low, High gov.Micro
}

// FrontierPoint is the best plan for one number of organs.
type FrontierPoint struct {
	reform.Point
	Problem  reform.Problem // of which it is a point
	Proposal Proposal       // its mergers, with portfolios assigned anew
	proof    *proof
}
