package model

import (
	"context"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/proposal"
)

// OverlapKindInfo documents one kind of overlap.
type OverlapKindInfo struct {
	overlap.Detector
	Cypher string
}

// Name is what the kind is called.
func (i OverlapKindInfo) Name(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, i.Detector.Name)
}

// Definition is when it is found.
func (i OverlapKindInfo) Definition(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, i.Detector.Definition)
}

// Formula is how its size is measured.
func (i OverlapKindInfo) Formula(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, i.Detector.Formula)
}

// Necessary is which part of it no allowed edit lowers.
func (i OverlapKindInfo) Necessary(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, i.Detector.Necessary)
}

// Source is where the definition comes from.
func (i OverlapKindInfo) Source(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, i.Detector.Source)
}

// EditInfo documents one edit.
type EditInfo struct{ change.Record }

// Kind is its name in an edit's JSON.
func (i EditInfo) Kind() string { return i.Record.Name }

// Title is what it is called.
func (i EditInfo) Title(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, i.Record.Title)
}

// Documentation is what it does, and what it refuses.
func (i EditInfo) Documentation(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, i.Record.Text)
}

// ProposalKindInfo documents one rung of the ladder.
type ProposalKindInfo struct{ proposal.Rung }

// Name is what the rung is called.
func (i ProposalKindInfo) Name(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, i.Rung.Name)
}

// Definition is when it is drafted, and what its edits are.
func (i ProposalKindInfo) Definition(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, i.Rung.Definition)
}

// Unit is what its price counts.
func (i ProposalKindInfo) Unit(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, i.Rung.Unit)
}

// PriceReason is why the default price is what it is.
func (i ProposalKindInfo) PriceReason(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, i.Rung.PriceReason)
}

// ConstraintPreset is one rule that proposals can be held to.
type ConstraintPreset struct{ proposal.Preset }

// Name is what the rule is called.
func (p ConstraintPreset) Name(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, p.Preset.Name)
}

// Text is what it demands.
func (p ConstraintPreset) Text(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, p.Preset.Text)
}

// Region is the place it is a rule of.
func (p ConstraintPreset) Region(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, p.Preset.Region)
}

// Year is nil where the source does not say.
func (p ConstraintPreset) Year() *int {
	if p.Preset.Year == 0 {
		return nil
	}
	return &p.Preset.Year
}

// Source is where it was read.
func (p ConstraintPreset) Source() ConstraintSource {
	return ConstraintSource{p.Preset.Source, p.Trust}
}

// ConstraintSource is where a rule was read, and how far that can be trusted.
type ConstraintSource struct {
	proposal.PresetSource
	Trust string
}
