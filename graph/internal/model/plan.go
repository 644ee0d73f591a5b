package model

import (
	"context"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
)

// Completeness is what the plan leaves incomplete.
func (s Scenario) Completeness() ([]CompletenessIssue, error) {
	w, err := s.open()
	if err != nil {
		return nil, err
	}
	return each(scenario.Check(w.Baseline, w.Result, s.Scenario.Scope), func(i scenario.Issue) CompletenessIssue { return CompletenessIssue{i, w} }), nil
}

// CompletenessIssue is one thing that a plan leaves incomplete.
type CompletenessIssue struct {
	scenario.Issue
	w Worlds
}

// Kind is the kind of incompleteness.
func (i CompletenessIssue) Kind() string { return string(i.Issue.Kind) }

// Township is where it is.
func (i CompletenessIssue) Township() *snapshot.Township {
	if t := townshipIn(i.w.Result, i.Issue.Township); t != nil {
		return t
	}
	return townshipIn(i.w.Baseline, i.Issue.Township)
}

// About is what it is about, as it would be, else as it was.
func (i CompletenessIssue) About() []snapshot.Entity {
	var out []snapshot.Entity
	for _, key := range i.Keys {
		if e, ok := i.w.Result.Entity(key); ok {
			out = append(out, e)
		} else if e, ok := i.w.Baseline.Entity(key); ok {
			out = append(out, e)
		}
	}
	return out
}

// Text says what is left incomplete.
func (i CompletenessIssue) Text(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, i.Issue.Text)
}

// Balance is where posts and people go.
func (s Scenario) Balance() (PostBalance, error) {
	w, err := s.open()
	if err != nil {
		return PostBalance{}, err
	}
	return PostBalance{scenario.Ledger(w.Baseline, w.Result), w}, nil
}

// PostBalance is posts and people carried along and summed.
type PostBalance struct {
	scenario.Balance
	w Worlds
}

// Townships are the balances of townships.
func (b PostBalance) Townships() []TownshipPosts {
	return each(b.Balance.Townships, func(t scenario.TownshipBalance) TownshipPosts { return TownshipPosts{t, b.w} })
}

// Flows are what went from where to where.
func (b PostBalance) Flows() []PostFlow {
	return each(b.Balance.Flows, func(f scenario.Flow) PostFlow { return PostFlow{f, b.w} })
}

// TownshipPosts is the balance of one township.
type TownshipPosts struct {
	scenario.TownshipBalance
	w Worlds
}

// Township is the township, as it would be.
func (t TownshipPosts) Township() *snapshot.Township {
	if after := townshipIn(t.w.Result, t.TownshipBalance.Township); after != nil {
		return after
	}
	return townshipIn(t.w.Baseline, t.TownshipBalance.Township)
}

// PostFlow is what went from one organ to another.
type PostFlow struct {
	scenario.Flow
	w Worlds
}

// From is the organ as it was.
func (f PostFlow) From() *snapshot.Organ { return lookup[snapshot.Organ](f.w.Baseline, f.Flow.From) }

// To is the organ as it would be.
func (f PostFlow) To() *snapshot.Organ { return lookup[snapshot.Organ](f.w.Result, f.Flow.To) }

// OrganMap is 新旧机构对照表 without the organs that stay as they are.
func (s Scenario) OrganMap() ([]OrganLine, error) {
	w, err := s.open()
	if err != nil {
		return nil, err
	}
	out := []OrganLine{}
	for _, l := range scenario.OrganMap(w.Baseline, w.Result) {
		if len(l.Reasons) != 1 || l.Reasons[0] != scenario.MapKept {
			out = append(out, OrganLine{l, w})
		}
	}
	return out, nil
}

// OrganLine is one line of 新旧机构对照表.
type OrganLine struct {
	scenario.OrganLine
	w Worlds
}

// Township is where the organs are.
func (l OrganLine) Township() *snapshot.Township {
	return townshipIn(l.w.Baseline, l.OrganLine.Township)
}

// Before are the organs as they were.
func (l OrganLine) Before() []snapshot.Organ {
	return organsIn(l.w.Baseline, l.OrganLine.Before)
}

// After are the organs as they would be.
func (l OrganLine) After() []snapshot.Organ { return organsIn(l.w.Result, l.OrganLine.After) }

// Reasons are why.
func (l OrganLine) Reasons() []string {
	return each(l.OrganLine.Reasons, func(r scenario.MapReason) string { return string(r) })
}

// Label says why, in words.
func (l OrganLine) Label(ctx context.Context, language *gov.Language) string {
	return strings.Join(each(l.OrganLine.Reasons, func(r scenario.MapReason) string {
		name, _ := scenario.MapReasonName(r)
		return In(ctx, language, name)
	}), " · ")
}

// DutyMoves are 职责划转前后对照表.
func (s Scenario) DutyMoves() ([]DutyMove, error) {
	w, err := s.open()
	if err != nil {
		return nil, err
	}
	return each(scenario.DutyMoves(w.Baseline, w.Result), func(m scenario.DutyMove) DutyMove { return DutyMove{m, w} }), nil
}

// DutyMove is one line of 职责划转前后对照表.
type DutyMove struct {
	scenario.DutyMove
	w Worlds
}

// Township is where; nil among the county's departments.
func (m DutyMove) Township() *snapshot.Township {
	return townshipIn(m.w.Result, m.DutyMove.Township)
}

// Duty is the duty, as it would be, else as it was.
func (m DutyMove) Duty() *snapshot.Duty {
	if d := lookup[snapshot.Duty](m.w.Result, m.DutyMove.Duty); d != nil {
		return d
	}
	return lookup[snapshot.Duty](m.w.Baseline, m.DutyMove.Duty)
}

// LeadBefore are who led it.
func (m DutyMove) LeadBefore() []snapshot.Entity { return entitiesIn(m.w.Baseline, m.Before.Lead) }

// SupportBefore are who supported.
func (m DutyMove) SupportBefore() []snapshot.Entity {
	return entitiesIn(m.w.Baseline, m.Before.Support)
}

// LeadAfter are who would lead it.
func (m DutyMove) LeadAfter() []snapshot.Entity { return entitiesIn(m.w.Result, m.After.Lead) }

// SupportAfter are who would support.
func (m DutyMove) SupportAfter() []snapshot.Entity { return entitiesIn(m.w.Result, m.After.Support) }

// Reason is why.
func (m DutyMove) Reason() string { return string(m.DutyMove.Reason) }

// Label says why, in words.
func (m DutyMove) Label(ctx context.Context, language *gov.Language) string {
	name, _ := scenario.MoveReasonName(m.DutyMove.Reason)
	return In(ctx, language, name)
}
