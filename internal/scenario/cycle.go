package scenario

import (
	"cmp"
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Submit hands a draft in. It needs edits in force, and no [Issue] of severity [Error] between base and result. The gates
// are those of the county's settings on the base, a township's opinion once for each township that the plan touches.
// Without gates it is approved at once. What could be redone is dropped, and so is what was set aside.
func (s Scenario) Submit(base, result *snapshot.County, by By) (Scenario, error) {
	if err := s.allow(ActionSubmitted); err != nil {
		return s, err
	}
	if len(s.Edits()) == 0 {
		return s, gov.Errorf(gov.CodeInvalid, "方案没有任何变更，不能提交", "a scenario without edits can't be submitted").At("edits")
	}
	if p := unready(Check(base, result, s.Scope)); len(p) > 0 {
		return s, p
	}
	s.Steps = s.standing()
	s.Cursor = len(s.Steps)
	s.Gates = gatesOf(base, result)
	s.State = Submitted
	return s.entered(ActionSubmitted, by).settled(by), nil
}

// unready are the issues that keep a plan from being handed in.
func unready(issues []Issue) gov.Problems {
	var p gov.Problems
	for _, i := range issues {
		if i.Severity == SeverityError {
			p = append(p, gov.Errorf(gov.CodeInvalid, "%[1]s", "%[2]s", i.Text.ZH, i.Text.EN).At("issues", string(i.Kind)).
				Advise("请在方案中补齐后再提交", "complete the plan before it is handed in"))
		}
	}
	return p
}

// gatesOf are the open gates of a plan, in order.
func gatesOf(base, result *snapshot.County) []Gate {
	var out []Gate
	for _, kind := range gov.GateKinds {
		switch {
		case !slices.Contains(base.Settings.Gates, kind):
		case kind == gov.GateTownshipOpinion:
			for _, key := range Touched(base, result) {
				out = append(out, Gate{Kind: kind, Township: key})
			}
		default:
			out = append(out, Gate{Kind: kind})
		}
	}
	return out
}

// Touched are the keys of the townships whose part of the county differs, in the order of the base, new ones last.
func Touched(base, result *snapshot.County) []string {
	touched := map[string]bool{}
	mark := func(key string, counties ...*snapshot.County) {
		for _, c := range counties {
			if t := townshipOf(c, key); t != "" {
				touched[t] = true
			}
		}
	}
	delta := snapshot.Diff(base, result)
	for _, c := range delta.Nodes {
		mark(c.Key(), base, result)
	}
	for _, c := range delta.Edges {
		from, to := c.Edge().Ends()
		mark(from, base, result)
		mark(to, base, result)
	}
	var out []string
	for _, c := range []*snapshot.County{base, result} {
		for _, t := range c.Townships() {
			if touched[t.Key] && !slices.Contains(out, t.Key) {
				out = append(out, t.Key)
			}
		}
	}
	return out
}

// townshipOf is the key of the township that a node belongs to; empty for the county's own.
func townshipOf(c *snapshot.County, key string) string {
	switch n, _ := c.Node(key); n := n.(type) {
	case *gov.Township:
		return n.Key
	case *gov.Organ:
		return n.Township
	case *gov.Leader:
		return n.Township
	case *gov.Former:
		return n.Township
	}
	return ""
}

// Verdict is what a gate says of a scenario.
type Verdict struct {
	Kind     gov.GateKind
	Township string // key, of a township's opinion
	Passed   bool
	Note     string // needed with a rejection
}

// Review passes a gate, or rejects the scenario, which ends it. Gates are passed in the order of their kinds; townships
// say their opinions in any order. The last gate passed approves the scenario.
func (s Scenario) Review(v Verdict, by By) (Scenario, error) {
	action := ActionPassed
	if !v.Passed {
		action = ActionRejected
	}
	if err := s.allow(action); err != nil {
		return s, err
	}
	i, err := s.gate(v)
	if err != nil {
		return s, err
	}
	if !v.Passed && v.Note == "" {
		return s, gov.Errorf(gov.CodeInvalid, "不予通过须说明理由", "say why it is rejected").At("note")
	}
	if p := tooLong(v.Note, MaxText, "note"); len(p) > 0 {
		return s, p
	}
	s.Gates = slices.Clone(s.Gates)
	g := &s.Gates[i]
	g.Passed, g.Actor, g.Note, g.Time = &v.Passed, by.Actor, v.Note, by.Time
	by.Note = v.Note
	s = s.entered(action, by)
	if !v.Passed {
		s.State = Rejected
		return s, nil
	}
	return s.settled(by), nil
}

// gate is the index of the gate that a verdict is about; INVALID where it is not its turn.
func (s Scenario) gate(v Verdict) (int, error) {
	at := slices.IndexFunc(s.Gates, func(g Gate) bool { return g.Kind == v.Kind && g.Township == v.Township })
	switch {
	case at < 0 && v.Kind == gov.GateTownshipOpinion:
		return 0, gov.Errorf(gov.CodeInvalid, "方案无须征求该乡镇意见", "this township's opinion is not asked").At("township")
	case at < 0:
		return 0, gov.Errorf(gov.CodeInvalid, "方案没有这一审核环节", "the scenario has no such gate").At("gate")
	case s.Gates[at].Passed != nil:
		return 0, gov.Errorf(gov.CodeInvalid, "这一环节已审核过", "this gate has been passed already").At("gate")
	}
	for _, g := range s.Gates[:at] {
		if g.Kind != v.Kind && g.Passed == nil {
			return 0, gov.Errorf(gov.CodeInvalid, "前面的审核环节尚未完成", "an earlier gate is still open").At("gate").
				Advise("请按乡镇意见、合法性审查、审批的顺序办理", "gates are passed in order: township opinions, legality review, approval")
		}
	}
	return at, nil
}

// settled is APPROVED once every gate is passed.
func (s Scenario) settled(by By) Scenario {
	if slices.ContainsFunc(s.Gates, func(g Gate) bool { return g.Passed == nil }) {
		return s
	}
	s.State = Approved
	by.Request, by.Note = "", ""
	return s.entered(ActionApproved, by)
}

// Withdraw takes a scenario out of review, or after it was approved; it can be reopened.
func (s Scenario) Withdraw(by By) (Scenario, error) {
	if err := s.allow(ActionWithdrawn); err != nil {
		return s, err
	}
	s.State = Withdrawn
	return s.entered(ActionWithdrawn, by), nil
}

// Reopen makes a withdrawn scenario a draft again; its gates start anew when it is submitted again.
func (s Scenario) Reopen(by By) (Scenario, error) {
	if err := s.allow(ActionReopened); err != nil {
		return s, err
	}
	s.State, s.Gates = Draft, nil
	return s.entered(ActionReopened, by), nil
}

// Delete says whether a scenario can be deleted.
func (s Scenario) Delete() error {
	if err := s.allow(ActionDeleted); err != nil {
		return err
	}
	return nil
}

// Apply records that the steps due by a day were carried out as a commit, which made a revision. With none left the
// scenario is APPLIED, on the base it had; otherwise it stays APPROVED, and the rest stands on that revision.
func (s Scenario) Apply(until gov.Date, commit string, revision int64, by By) (Scenario, error) {
	if err := s.allow(ActionApplied); err != nil {
		return s, err
	}
	s.Steps = slices.Clone(s.Steps)
	rest := 0
	for i, step := range s.Steps[:s.Cursor] {
		switch {
		case step.Commit != "":
		case until != "" && step.Effective > until:
			rest++
		default:
			s.Steps[i].Commit = commit
		}
	}
	s.Commit = commit
	if rest == 0 {
		s.State = Applied
	} else {
		s.Began = cmp.Or(s.Began, s.Base)
		s.Base = revision
	}
	return s.entered(ActionApplied, by), nil
}
