package admission

import (
	"slices"
	"time"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// New is a draft application to a county. Its problems are INVALID, NOT_FOUND or CONFLICT and name the content's field.
func New(c *snapshot.County, content Content) (Application, error) {
	if p := content.Check(c); len(p) > 0 {
		return Application{}, p
	}
	return Application{Content: content.clone()}, nil
}

// Amend is the application with another content; only a draft and one that was returned are amended. The contents that
// earlier rounds judged stay in their APPLICATION steps.
func (a Application) Amend(c *snapshot.County, content Content) (Application, error) {
	if s := a.State(); s != StateDraft && s != StateReturned {
		return a, gov.Errorf(gov.CodeConflict, "申请正在办理或已办结，不能修改内容", "the application is under review or closed and can't be amended").
			Advise("需要修改的，请先退回，或撤回后另行申请", "have it returned first, or withdraw it and apply anew")
	}
	if p := content.Check(c); len(p) > 0 {
		return a, p
	}
	return Application{content.clone(), a.Steps}, nil
}

// Record is the application after a step. It refuses (CONFLICT) a step that is not one of Next, and (INVALID) one that
// lacks what its kind needs.
func (a Application) Record(s Step) (Application, error) {
	if !slices.Contains(a.Next(), s.Kind) {
		return a, a.outOfOrder(s.Kind)
	}
	if p := a.checkStep(s); len(p) > 0 {
		return a, p
	}
	s.Content = nil
	if s.Kind == StepApplication {
		content := a.clone()
		s.Content = &content
	}
	return a.with(s), nil
}

// Withdraw is the application taken back by the department; only an open one can be.
func (a Application) Withdraw(actor, note string, at time.Time) (Application, error) {
	if !a.Open() {
		return a, a.outOfOrder(StepWithdrawal)
	}
	s := Step{Kind: StepWithdrawal, Actor: actor, Note: note, Time: at, Date: gov.DateOf(at)}
	if p := a.checkRecorded(s); len(p) > 0 {
		return a, p
	}
	return a.with(s), nil
}

func (a Application) with(s Step) Application {
	a.Steps = append(slices.Clip(slices.Clone(a.Steps)), s)
	return a
}

func (a Application) outOfOrder(kind StepKind) error {
	is, _ := StateName(a.State())
	step, known := StepName(kind)
	if !known {
		return gov.Errorf(gov.CodeInvalid, "没有这个环节", "there is no such step").At("kind")
	}
	err := gov.Errorf(gov.CodeConflict, "申请%[1]s，现在不能办理“%[2]s”", "the application is %[3]s; “%[4]s” can't be recorded now", is.ZH, step.ZH, is.EN, step.EN).At("kind")
	if next := a.Next(); len(next) > 0 {
		name, _ := StepName(next[0])
		err = err.Advise("下一环节：%[1]s", "what comes next: %[2]s", name.ZH, name.EN)
	}
	return err
}

// clone shares nothing that a caller may change.
func (c Content) clone() Content {
	c.Townships = slices.Clone(c.Townships)
	c.Bearers = slices.Clone(c.Bearers)
	for i := range c.Bearers {
		c.Bearers[i].Townships = slices.Clone(c.Bearers[i].Townships)
		c.Bearers[i].Actions = slices.Clone(c.Bearers[i].Actions)
	}
	c.Posts = slices.Clone(c.Posts)
	for i := range c.Posts {
		c.Posts[i].Townships = slices.Clone(c.Posts[i].Townships)
		c.Posts[i].Posts = slices.Clone(c.Posts[i].Posts)
	}
	if c.New != nil {
		d := *c.New
		c.New = &d
	}
	if c.Tests != nil {
		t := *c.Tests
		c.Tests = &t
	}
	return c
}
