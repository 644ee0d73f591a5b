package graph

import (
	"context"

	"tiaokuai/graph/internal/model"
	"tiaokuai/internal/change"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
)

func catalogue() model.Catalogue {
	var out model.Catalogue
	for _, recipe := range overlap.Cookbook() {
		out.OverlapKinds = append(out.OverlapKinds, model.OverlapKindInfo{Detector: recipe.Detector, Cypher: recipe.Query})
	}
	for _, record := range change.Catalogue() {
		out.Edits = append(out.Edits, model.EditInfo{Record: record})
	}
	for _, rung := range proposal.Rungs() {
		out.ProposalKinds = append(out.ProposalKinds, model.ProposalKindInfo{Rung: rung})
	}
	for _, preset := range proposal.Presets() {
		out.ConstraintPresets = append(out.ConstraintPresets, model.ConstraintPreset{Preset: preset})
	}
	return out
}

// Quality is how far the county's data carries the results.
func (r countyResolver) Quality(_ context.Context, c *snapshot.County) (model.DataQuality, error) {
	return model.NewQuality(c, overlap.QualityOf(c)), nil
}
