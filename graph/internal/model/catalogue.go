package model

import (
	"context"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
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
