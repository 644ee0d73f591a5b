package scenario

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
)

// The limits of one scenario.
const (
	MaxSteps = 500
	MaxEdits = 2_000
	MaxTitle = 200     // characters
	MaxText  = 4_000   // characters of a note or reason
	MaxBytes = 1 << 20 // of its body
	maxTrail = 500     // entries; older ones of drafting go first
)

// Outline is what a scenario is made from. Steps are empty for one that starts empty.
type Outline struct {
	Title  string
	Note   string
	Scope  proposal.Scope
	Base   int64
	Steps  []Step
	Origin Origin
}

// New is a scenario in DRAFT with every step in force.
func New(o Outline, by By) (Scenario, error) {
	s := Scenario{
		Title: strings.TrimSpace(o.Title), Note: o.Note, Scope: o.Scope, Base: o.Base, Steps: slices.Clone(o.Steps), Cursor: len(o.Steps),
		Origin: o.Origin, State: Draft,
	}
	for i := range s.Steps {
		s.Steps[i] = signed(s.Steps[i], by)
		s.Steps[i].Commit = ""
	}
	if p := s.check(); len(p) > 0 {
		return Scenario{}, p
	}
	return s.entered(ActionCreated, by), nil
}

// signed is a step with who made it, where it does not say so itself.
func signed(step Step, by By) Step {
	if step.Actor == "" {
		step.Actor = by.Actor
	}
	if step.Time.IsZero() {
		step.Time = by.Time
	}
	return step
}

// Copy is a new draft of the steps in force.
func (s Scenario) Copy(id, title string, by By) (Scenario, error) {
	o := Outline{Title: title, Note: s.Note, Scope: s.Scope, Base: s.Base, Origin: Origin{CopyOf: id, Proposals: s.Origin.Proposals, Organs: s.Origin.Organs}}
	if strings.TrimSpace(title) == "" {
		o.Title = clip(s.Title, MaxTitle-3) + "（副本）"
	}
	for i, step := range s.Steps {
		if s.Stands(i) && s.inForce(step) {
			o.Steps = append(o.Steps, step)
		}
	}
	return New(o, by)
}

func clip(text string, most int) string {
	if r := []rune(text); len(r) > most {
		return string(r[:most])
	}
	return text
}

// Do adds a step; what could be redone is dropped. Whether its edits apply, [Scenario.Result] says.
func (s Scenario) Do(step Step) (Scenario, error) {
	return s.do(step, By{Actor: step.Actor, Time: step.Time})
}

// DoBy is Do with all that is said of the action.
func (s Scenario) DoBy(step Step, by By) (Scenario, error) { return s.do(signed(step, by), by) }

func (s Scenario) do(step Step, by By) (Scenario, error) {
	if err := s.allow(ActionEdited); err != nil {
		return s, err
	}
	if len(step.Edits) == 0 && !step.Anew {
		return s, gov.Errorf(gov.CodeInvalid, "这一步没有任何变更", "the step has no edits").At("edits")
	}
	step.Commit = ""
	s.Steps = append(slices.Clone(s.Steps[:s.Cursor]), step)
	s.Cursor = len(s.Steps)
	s = s.forgetful()
	if p := s.check(); len(p) > 0 {
		return s, p
	}
	return s.entered(ActionEdited, by), nil
}

// forgetful is the scenario without the oldest steps that are set aside, as far as it would be too large with them: a
// planner who tries a hundred groupings can't undo the first ones any more.
func (s Scenario) forgetful() Scenario {
	edits := 0
	for _, step := range s.Steps {
		edits += len(step.Edits)
	}
	for i := 0; i < len(s.Steps) && (len(s.Steps) > MaxSteps || edits > MaxEdits); {
		if i >= s.begin() || s.Steps[i].Commit != "" {
			i++
			continue
		}
		edits -= len(s.Steps[i].Edits)
		s.Steps = slices.Delete(s.Steps, i, i+1)
		s.Cursor--
	}
	return s
}

// Undo takes the last step out of force.
func (s Scenario) Undo(by By) (Scenario, error) {
	if err := s.allow(ActionUndone); err != nil {
		return s, err
	}
	if !s.possible(ActionUndone) {
		return s, gov.Errorf(gov.CodeInvalid, "没有可撤销的步骤", "there is nothing to undo").At("cursor")
	}
	s.Cursor--
	return s.entered(ActionUndone, by), nil
}

// Redo puts the step undone last back in force.
func (s Scenario) Redo(by By) (Scenario, error) {
	if err := s.allow(ActionRedone); err != nil {
		return s, err
	}
	if !s.possible(ActionRedone) {
		return s, gov.Errorf(gov.CodeInvalid, "没有可重做的步骤", "there is nothing to redo").At("cursor")
	}
	s.Cursor++
	return s.entered(ActionRedone, by), nil
}

// Amendment changes what a scenario says of itself; nil leaves it.
type Amendment struct {
	Title *string
	Note  *string
}

// Amend changes title and note.
func (s Scenario) Amend(a Amendment, by By) (Scenario, error) {
	if err := s.allow(ActionAmended); err != nil {
		return s, err
	}
	if a.Title != nil {
		s.Title = strings.TrimSpace(*a.Title)
	}
	if a.Note != nil {
		s.Note = *a.Note
	}
	if p := s.check(); len(p) > 0 {
		return s, p
	}
	return s.entered(ActionAmended, by), nil
}

// begin is the first step of the plan as it is: the last one up to the cursor that begins it anew.
func (s Scenario) begin() int {
	for i := s.Cursor - 1; i > 0; i-- {
		if s.Steps[i].Anew {
			return i
		}
	}
	return 0
}

// Stands says whether a step is part of the plan: neither undone nor set aside by a later one that begins anew. What was
// carried out stands.
func (s Scenario) Stands(i int) bool {
	return i < s.Cursor && (i >= s.begin() || s.Steps[i].Commit != "")
}

// standing are the steps that stand.
func (s Scenario) standing() []Step {
	var out []Step
	for i, step := range s.Steps {
		if s.Stands(i) {
			out = append(out, step)
		}
	}
	return out
}

// Edits are the edits in force: those of the steps that stand and were not carried out yet. Of a scenario that is APPLIED
// they are those of its last commit, so that it goes on showing what that led to.
func (s Scenario) Edits() []change.Edit {
	var out []change.Edit
	for _, step := range s.standing() {
		if s.inForce(step) {
			out = append(out, step.Edits...)
		}
	}
	return out
}

func (s Scenario) inForce(step Step) bool {
	return step.Commit == "" || s.State == Applied && step.Commit == s.Commit
}

// done is how many steps were carried out.
func (s Scenario) done() int {
	n := 0
	for _, step := range s.Steps {
		if step.Commit != "" {
			n++
		}
	}
	return n
}

// World is the world of what is read in a scenario.
func World(id string) gov.World { return gov.World("s" + id) }

// Result is the base with the edits in force, in the world of the scenario's id, and the delta that led there. It reads
// as of the latest day that a step is planned for. Paths of its problems start with "edits".
func (s Scenario) Result(base *snapshot.County, id string) (*snapshot.County, gov.Delta, error) {
	meta := base.Meta()
	meta.World, meta.CommitID, meta.Revision = World(id), "", base.Revision()+1
	for _, step := range s.standing() {
		meta.Effective = max(meta.Effective, step.Effective)
	}
	return change.Apply(base, s.Edits(), meta)
}

// entered is the scenario with one more line in its trail. A long trail forgets its oldest lines of drafting.
func (s Scenario) entered(a Action, by By) Scenario {
	s.Trail = append(slices.Clone(s.Trail), Entry{Action: a, Actor: by.Actor, Note: by.Note, Time: by.Time, Request: by.Request})
	for i := 1; len(s.Trail) > maxTrail && i < len(s.Trail); {
		if slices.Contains([]Action{ActionEdited, ActionUndone, ActionRedone, ActionAmended}, s.Trail[i].Action) {
			s.Trail = slices.Delete(s.Trail, i, i+1)
		} else {
			i++
		}
	}
	return s
}

// check refuses what is missing, malformed or too much.
func (s Scenario) check() gov.Problems {
	var p gov.Problems
	if s.Title == "" {
		p = append(p, gov.Errorf(gov.CodeInvalid, "请填写方案标题", "the scenario needs a title").At("title"))
	}
	p = append(p, tooLong(s.Title, MaxTitle, "title")...)
	p = append(p, tooLong(s.Note, MaxText, "note")...)
	if s.Scope.Township != "" && s.Scope.Class != "" {
		p = append(p, gov.Errorf(gov.CodeInvalid, "范围只能是一个乡镇或一类乡镇", "the scope is one township or one class of townships").At("scope"))
	}
	if len(s.Steps) > MaxSteps {
		p = append(p, gov.Errorf(gov.CodeInvalid, "一个方案最多 %d 步", "a scenario has at most %d steps", MaxSteps).At("steps").
			Advise("请将几步合为一步，或分为几个方案", "join steps, or make several scenarios"))
	}
	edits := 0
	for i, step := range s.Steps {
		edits += len(step.Edits)
		p = append(p, step.check().At("steps", i)...)
	}
	if edits > MaxEdits {
		p = append(p, gov.Errorf(gov.CodeInvalid, "一个方案最多 %d 项变更，现有 %d 项", "a scenario has at most %d edits, these are %d", MaxEdits, edits).At("edits").
			Advise("请分为几个方案", "make several scenarios of it"))
	}
	return p
}

func (step Step) check() gov.Problems {
	p := append(tooLong(step.Title, MaxTitle, "title"), tooLong(step.Reason, MaxText, "reason")...)
	if err := step.Effective.Check(); err != nil {
		p = append(p, err.At("effective"))
	}
	for i, e := range step.Edits {
		if e == nil {
			p = append(p, gov.Errorf(gov.CodeInvalid, "变更为空", "the edit is empty").At("edits", i))
		}
	}
	return p
}

func tooLong(text string, most int, field string) gov.Problems {
	if utf8.RuneCountInString(text) <= most {
		return nil
	}
	return gov.Problems{gov.Errorf(gov.CodeInvalid, "超过 %d 字", "longer than %d characters", most).At(field)}
}
