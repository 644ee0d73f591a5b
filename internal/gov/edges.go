package gov

// Counterpart 对口: an organ answers to a department, as a whole or narrowed to sections.
type Counterpart struct {
	From     string            `json:"from"`               // the organ's key
	To       string            `json:"to"`                 // the department's key
	Sections []string          `json:"sections,omitempty"` // keys, sorted; empty = whole
	Nature   CounterpartNature `json:"nature"`
	Scope    string            `json:"scope,omitempty"` // what it covers, in words
	Provenance
}

// CounterpartNature is the nature of a counterpart; only BUSINESS counts in overlaps.
type CounterpartNature string

// The natures.
const (
	NatureBusiness     CounterpartNature = "BUSINESS"            // 业务对口
	NatureWindow       CounterpartNature = "WINDOW"              // 窗口进驻
	NatureLiaison      CounterpartNature = "ENFORCEMENT_LIAISON" // 执法协作
	NatureCoordination CounterpartNature = "COORDINATION"        // 综合协调
)

// EdgeKind is COUNTERPART.
func (e *Counterpart) EdgeKind() EdgeKind { return EdgeCounterpart }

// Ends are the organ and the department.
func (e *Counterpart) Ends() (from, to string) { return e.From, e.To }

// Check refuses missing ends and unknown natures.
func (e *Counterpart) Check() Problems {
	return append(checkEnds(e), checkEnum("nature", e.Nature, NatureBusiness, NatureWindow, NatureLiaison, NatureCoordination)...)
}

func (e *Counterpart) normalize() {
	e.From, e.To = intern(e.From), intern(e.To)
	e.Provenance.normalize()
	e.Sections = sortedSet(e.Sections)
}

// Charge 分管: a leader is in charge of an organ.
type Charge struct {
	From string     `json:"from"` // the leader's key
	To   string     `json:"to"`   // the organ's key
	Role ChargeRole `json:"role"`
	Provenance
}

// ChargeRole is the role of a charge.
type ChargeRole string

// The roles; only LEAD is counted.
const (
	ChargeLead    ChargeRole = "LEAD"    // 分管
	ChargeAssist  ChargeRole = "ASSIST"  // 协助分管
	ChargeOverall ChargeRole = "OVERALL" // 主持全面
	ChargeLiaison ChargeRole = "LIAISON" // 联系: enough for a station, never a LEAD
)

var chargeRoles = []ChargeRole{ChargeLead, ChargeAssist, ChargeOverall, ChargeLiaison}

// EdgeKind is CHARGE.
func (e *Charge) EdgeKind() EdgeKind { return EdgeCharge }

// Ends are the leader and the organ.
func (e *Charge) Ends() (from, to string) { return e.From, e.To }

// Check refuses missing ends and unknown roles.
func (e *Charge) Check() Problems {
	return append(checkEnds(e), checkEnum("role", e.Role, chargeRoles...)...)
}

func (e *Charge) normalize() {
	e.From, e.To = intern(e.From), intern(e.To)
	e.Provenance.normalize()
}

// Assignment 承担: an organ or a department carries a duty.
type Assignment struct {
	From    string         `json:"from"` // the organ's or department's key
	To      string         `json:"to"`   // the duty's key
	Role    AssignmentRole `json:"role"`
	Actions []Action       `json:"actions,omitempty"` // what it does, where it matters; sorted
	Content string         `json:"content,omitempty"` // what it does, in words: 上级部门职责
	Provenance
}

// AssignmentRole is the role of an assignment.
type AssignmentRole string

// The roles.
const (
	AssignmentLead    AssignmentRole = "LEAD"    // 主责/牵头
	AssignmentSupport AssignmentRole = "SUPPORT" // 配合
)

// Action is what the bearer of a duty does.
type Action string

// The actions.
const (
	ActionAccept  Action = "ACCEPT"  // 受理/代办
	ActionPatrol  Action = "PATROL"  // 巡查发现
	ActionStop    Action = "STOP"    // 制止
	ActionInspect Action = "INSPECT" // 检查
	ActionPunish  Action = "PUNISH"  // 处罚
	ActionCoerce  Action = "COERCE"  // 强制
	ActionApprove Action = "APPROVE" // 审批
)

// EdgeKind is ASSIGNMENT.
func (e *Assignment) EdgeKind() EdgeKind { return EdgeAssignment }

// Ends are the bearer and the duty.
func (e *Assignment) Ends() (from, to string) { return e.From, e.To }

// Check refuses missing ends and unknown roles and actions.
func (e *Assignment) Check() Problems {
	p := append(checkEnds(e), checkEnum("role", e.Role, AssignmentLead, AssignmentSupport)...)
	for i, a := range e.Actions {
		p = append(p, checkEnum("action", a, ActionAccept, ActionPatrol, ActionStop, ActionInspect, ActionPunish, ActionCoerce, ActionApprove).At("actions", i)...)
	}
	return p
}

func (e *Assignment) normalize() {
	e.From, e.To = intern(e.From), intern(e.To)
	e.Provenance.normalize()
	e.Actions = sortedSet(e.Actions)
}

// Dispatch 派驻: a department stationed an organ in a township.
type Dispatch struct {
	From string `json:"from"` // the department's key
	To   string `json:"to"`   // the organ's key
	Provenance
}

// EdgeKind is DISPATCH.
func (e *Dispatch) EdgeKind() EdgeKind { return EdgeDispatch }

// Ends are the department and the organ.
func (e *Dispatch) Ends() (from, to string) { return e.From, e.To }

// Check refuses missing ends.
func (e *Dispatch) Check() Problems { return checkEnds(e) }

func (e *Dispatch) normalize() {
	e.From, e.To = intern(e.From), intern(e.To)
	e.Provenance.normalize()
}

// SharedOffice 合署办公: two organs of one township work as one, each with its own quota count. From is the lesser key.
type SharedOffice struct {
	From string `json:"from"`
	To   string `json:"to"`
	Provenance
}

// EdgeKind is SHARED_OFFICE.
func (e *SharedOffice) EdgeKind() EdgeKind { return EdgeSharedOffice }

// Ends are the two organs, the lesser key first.
func (e *SharedOffice) Ends() (from, to string) { return e.From, e.To }

// Check refuses missing or equal ends, and ends out of order.
func (e *SharedOffice) Check() Problems {
	p := checkEnds(e)
	if e.From >= e.To && e.To != "" {
		p = append(p, Errorf(CodeInvalid, "合署办公的两个机构须不同，且编号小的在前", "a shared office joins two organs, the lesser key first").At("to"))
	}
	return p
}

func (e *SharedOffice) normalize() {
	e.From, e.To = intern(e.From), intern(e.To)
	e.Provenance.normalize()
}

// Succession 改为: what a dissolved organ, department or section became.
type Succession struct {
	From     string           `json:"from"` // the former's key
	To       string           `json:"to"`   // key of a successor of the same kind, living or itself former
	Reason   SuccessionReason `json:"reason"`
	Revision int64            `json:"revision"`
	Provenance
}

// SuccessionReason is why something was dissolved.
type SuccessionReason string

// The reasons. A rename keeps the key and needs no succession; RENAMED stands where an import dissolved the old key.
const (
	SuccessionMerged      SuccessionReason = "MERGED"
	SuccessionSplit       SuccessionReason = "SPLIT"
	SuccessionRenamed     SuccessionReason = "RENAMED"
	SuccessionReplaced    SuccessionReason = "REPLACED"
	SuccessionAbolished   SuccessionReason = "ABOLISHED"
	SuccessionTransferred SuccessionReason = "TRANSFERRED"
)

var successionReasons = []SuccessionReason{SuccessionMerged, SuccessionSplit, SuccessionRenamed, SuccessionReplaced, SuccessionAbolished, SuccessionTransferred}

// EdgeKind is SUCCESSION.
func (e *Succession) EdgeKind() EdgeKind { return EdgeSuccession }

// Ends are the former and its successor.
func (e *Succession) Ends() (from, to string) { return e.From, e.To }

// Check refuses missing or equal ends and unknown reasons.
func (e *Succession) Check() Problems {
	p := append(checkEnds(e), checkEnum("reason", e.Reason, successionReasons...)...)
	if e.From == e.To && e.To != "" {
		p = append(p, Errorf(CodeInvalid, "不能改为自身", "nothing succeeds itself").At("to"))
	}
	return p
}

func (e *Succession) normalize() {
	e.From, e.To = intern(e.From), intern(e.To)
	e.Provenance.normalize()
}
