package scenario

import (
	"cmp"
	"errors"
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Due splits the steps in force by a day: those due are planned for it or before, or for no day; an empty day takes all.
func (s Scenario) Due(until gov.Date) (due Scenario, rest int) {
	due = s
	due.Steps = slices.Clone(s.Steps[:s.Cursor])
	due.Steps = slices.DeleteFunc(due.Steps, func(step Step) bool {
		late := step.Commit == "" && until != "" && step.Effective > until
		if late {
			rest++
		}
		return late
	})
	due.Cursor = len(due.Steps)
	return due, rest
}

// Schedule plans a step that stands for a day; an empty one plans it with the whole.
func (s Scenario) Schedule(step int, day gov.Date, by By) (Scenario, error) {
	if err := s.allow(ActionEdited); err != nil {
		return s, err
	}
	if step < 0 || step >= len(s.Steps) || !s.Stands(step) || s.Steps[step].Commit != "" {
		return s, gov.Errorf(gov.CodeInvalid, "方案中没有编号为 %d 的步骤，或它已撤销、被取代、已登记", "there is no step %d in force, or it was carried out", step).At("step")
	}
	s.Steps = slices.Clone(s.Steps)
	s.Steps[step].Effective = day
	if p := s.Steps[step].check(); len(p) > 0 {
		return s, p
	}
	return s.entered(ActionEdited, by), nil
}

// From is the revision that the whole plan is read against: the one its first phase was carried out on, else the base. A
// plan that is drafted anew after a phase is read against its base.
func (s Scenario) From() int64 {
	if s.Began > 0 && (s.State == Approved || s.State == Applied) {
		return s.Began
	}
	return s.Base
}

// Whole are the edits that lead from there to the result: with those that were carried out in phases.
func (s Scenario) Whole() []change.Edit {
	if s.From() == s.Base {
		return s.Edits()
	}
	var out []change.Edit
	for _, step := range s.standing() {
		out = append(out, step.Edits...)
	}
	return out
}

// LastDay is the latest day that something still to be carried out is planned for; empty for none.
func (s Scenario) LastDay() gov.Date {
	var last gov.Date
	for _, step := range s.standing() {
		if s.inForce(step) {
			last = max(last, step.Effective)
		}
	}
	return last
}

// Phased refuses a plan that can't be carried out day by day: where a step needs what is only planned for a later day.
func (s Scenario) Phased(base *snapshot.County) error {
	steps := slices.DeleteFunc(s.standing(), func(step Step) bool { return !s.inForce(step) })
	if slices.IsSortedFunc(steps, byDay) {
		return nil
	}
	slices.SortStableFunc(steps, byDay)
	var edits []change.Edit
	for _, step := range steps {
		edits = append(edits, step.Edits...)
	}
	_, _, err := change.Apply(base, edits, base.Meta())
	if err == nil {
		return nil
	}
	refusal := gov.Errorf(gov.CodeInvalid, "按计划日期逐步实施行不通", "the plan can't be carried out in the order of its days")
	if first := new(gov.Error); errors.As(err, &first) {
		refusal.Message.ZH += "：" + first.Message.ZH
		refusal.Message.EN += ": " + first.Message.EN
	}
	return refusal.Advise("请把这一步排在它所依据的步骤之后，或同一天", "plan the step for the day of those it needs, or later")
}

func byDay(a, b Step) int { return cmp.Compare(a.Effective, b.Effective) }
