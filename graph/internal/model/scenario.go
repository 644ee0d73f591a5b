package model

import (
	"context"
	"sync"
	"time"

	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
)

// Scenario is a plan on record. What it leads to is computed when it is asked for.
type Scenario struct {
	scenario.Scenario
	Key                  string
	County               string // code
	Version              int64
	CreatedAt, UpdatedAt time.Time
	CreatedBy, UpdatedBy string
	Stale                bool
	open                 func() (Worlds, error)
}

// Worlds are the county as a scenario sees it.
type Worlds struct {
	Now      *snapshot.County // the head
	Baseline *snapshot.County // at the scenario's base
	Result   *snapshot.County // as it would be
}

// NewScenario is a plan whose worlds are opened when they are first asked for.
func NewScenario(s Scenario, open func() (Worlds, error)) Scenario {
	s.open = sync.OnceValues(open)
	return s
}

// ScenarioConnection is a page of scenarios.
type ScenarioConnection struct{ page.Connection[Scenario] }

// ScenarioEdge is a scenario with its cursor.
type ScenarioEdge = page.Edge[Scenario]

// ID is the scenario's global id.
func (s Scenario) ID() string {
	return gov.GlobalID{Type: "Scenario", County: s.County, Key: s.Key}.String()
}

// StateName is what its state is called.
func (s Scenario) StateName(ctx context.Context, language *gov.Language) string {
	name, _ := scenario.StateName(s.State)
	return In(ctx, language, name)
}

// Actions are what can be done to it as it stands.
func (s Scenario) Actions() []scenario.Action {
	return append([]scenario.Action{}, s.Scenario.Actions()...)
}

// Township is the one it is for.
func (s Scenario) Township() (*snapshot.Township, error) {
	if s.Scope.Township == "" {
		return nil, nil
	}
	w, err := s.open()
	return townshipIn(w.Baseline, s.Scope.Township), err
}

// Size is the size class it is for.
func (s Scenario) Size() gov.Size { return s.Scope.Class }

// FromProposals are the proposals it was made from.
func (s Scenario) FromProposals() []string { return append([]string{}, s.Origin.Proposals...) }

// CopyOf is the scenario it is a copy of.
func (s Scenario) CopyOf() *string {
	if s.Origin.CopyOf == "" {
		return nil
	}
	id := gov.GlobalID{Type: "Scenario", County: s.County, Key: s.Origin.CopyOf}.String()
	return &id
}

// Steps are all of its steps, those undone too.
func (s Scenario) Steps() ([]ScenarioStep, error) {
	w, err := s.open()
	if err != nil {
		return nil, err
	}
	out := make([]ScenarioStep, len(s.Scenario.Steps))
	for i, step := range s.Scenario.Steps {
		out[i] = ScenarioStep{step, i, s.Stands(i), change.NamesIn(w.Baseline, w.Result)}
	}
	return out, nil
}

// EditCount is how many edits lead to the result.
func (s Scenario) EditCount() int { return len(s.Whole()) }

// Edits lead to the result: those in force, and of a plan carried out in phases all.
func (s Scenario) Edits(first *int) ([]Edit, error) {
	w, err := s.open()
	if err != nil {
		return nil, err
	}
	return newEdits(s.Whole(), change.NamesIn(w.Baseline, w.Result), first)
}

// Baseline is the county at the base.
func (s Scenario) Baseline() (*snapshot.County, error) {
	w, err := s.open()
	return w.Baseline, err
}

// Result is the county as it would be.
func (s Scenario) Result() (*snapshot.County, error) {
	w, err := s.open()
	return w.Result, err
}

// Before are the counts and costs at the base.
func (s Scenario) Before() (Metrics, error) {
	w, err := s.open()
	if err != nil {
		return Metrics{}, err
	}
	return effect{w.Baseline, w.Result}.Before(), nil
}

// After are those of the result.
func (s Scenario) After() (Metrics, error) {
	w, err := s.open()
	if err != nil {
		return Metrics{}, err
	}
	return effect{w.Baseline, w.Result}.After(), nil
}

// Diff is the way from the base to the result.
func (s Scenario) Diff() (Diff, error) {
	w, err := s.open()
	if err != nil {
		return Diff{}, err
	}
	return NewDiff(w.Baseline, w.Result), nil
}

// Dossiers are where its 论证报告 is served.
func (s Scenario) Dossiers() Dossiers {
	path := "/dossier/" + s.County + "/" + s.Key
	return Dossiers{HTML: path + ".html", Docx: path + ".docx"}
}

// Gates are the reviews it has to pass.
func (s Scenario) Gates() ([]ScenarioGate, error) {
	if len(s.Scenario.Gates) == 0 {
		return []ScenarioGate{}, nil
	}
	w, err := s.open()
	if err != nil {
		return nil, err
	}
	return each(s.Scenario.Gates, func(g scenario.Gate) ScenarioGate { return ScenarioGate{g, w.Baseline} }), nil
}

// Trail is what happened to it.
func (s Scenario) Trail() []ScenarioEntry {
	return each(s.Scenario.Trail, func(e scenario.Entry) ScenarioEntry { return ScenarioEntry{e} })
}

// ScenarioStep is one action's edits.
type ScenarioStep struct {
	scenario.Step
	Index   int
	InForce bool
	name    change.Namer
}

// Edits are the step's edits.
func (s ScenarioStep) Edits() []Edit { return each(s.Step.Edits, newEdit(s.name)) }

// Time is when the step was made.
func (s ScenarioStep) Time() *time.Time { return given(s.Step.Time) }

// ScenarioGate is one review.
type ScenarioGate struct {
	scenario.Gate
	c *snapshot.County
}

// Name is what the gate is called.
func (g ScenarioGate) Name(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, Word(string(g.Kind)))
}

// Township is whose opinion it is.
func (g ScenarioGate) Township() *snapshot.Township { return townshipIn(g.c, g.Gate.Township) }

// Time is when it was reviewed.
func (g ScenarioGate) Time() *time.Time { return given(g.Gate.Time) }

// ScenarioEntry is one line of what happened.
type ScenarioEntry struct{ scenario.Entry }

// Label is what was done, in words.
func (e ScenarioEntry) Label(ctx context.Context, language *gov.Language) string {
	name, _ := scenario.ActionName(e.Action)
	return In(ctx, language, name)
}

// given is a time, or nil for none.
func given(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}
