package model

import (
	"context"

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

// Source is where the definition comes from.
func (i OverlapKindInfo) Source(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, i.Detector.Source)
}

// EditInfo documents one edit.
type EditInfo struct {
	Kind string
	Text gov.Text
}

// Documentation is what the edit does.
func (i EditInfo) Documentation(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, i.Text)
}
