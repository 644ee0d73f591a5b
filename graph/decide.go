package graph

import (
	"bytes"
	"context"

	"tiaokuai/graph/internal/fault"
	"tiaokuai/graph/internal/model"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/casework"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
)

// DecideCase records what a person decides about a finding.
func (r mutationResolver) DecideCase(ctx context.Context, input model.DecideCaseInput) (*model.Case, error) {
	decided, err := r.decide(ctx, input)
	return decided, each(err)
}

func (r mutationResolver) decide(ctx context.Context, input model.DecideCaseInput) (*model.Case, error) {
	id, err := parseID("overlap", input.Overlap)
	if err != nil {
		return nil, err
	}
	v, err := r.advance(ctx)
	if err != nil {
		return nil, err
	}
	c, err := v.County(ctx, id.County)
	if err != nil {
		return nil, err
	}
	found, there := overlap.Of(c).Find(id.Key)
	if id.Type != "Overlap" || !there {
		return nil, gov.Errorf(gov.CodeNotFound, "当前数据中没有这一问题，可能已消除", "the county does not show this finding now: it may be resolved").At("overlap")
	}
	if input.EvidenceHash != nil && *input.EvidenceHash != found.EvidenceHash {
		return nil, gov.Errorf(gov.CodeConflict, "该问题的事实依据已变化", "the finding's evidence has changed").At("evidenceHash").
			Advise("请重新读取后再作研判", "read it anew and decide on that")
	}
	decision, err := casework.Decide(c, found, casework.Verdict{
		Status: input.Status, Reason: dereference(input.Reason), Measure: dereference(input.Measure), Note: dereference(input.Note),
	})
	if err != nil {
		return nil, err
	}
	if err := r.record(ctx, v, id, decision, input); err != nil {
		return nil, err
	}
	return r.caseOf(ctx, id)
}

// record writes a decision. One that was recorded although its answer was lost is not written again.
func (r mutationResolver) record(ctx context.Context, v *atlas.View, id gov.GlobalID, d casework.Decision, input model.DecideCaseInput) error {
	body, err := d.Encode()
	if err != nil {
		return err
	}
	actor := dereference(input.Actor)
	if actor == "" {
		actor = viewerName.In(fault.LanguageFrom(ctx))
	}
	_, err = r.atlas.PutDocument(ctx, atlas.Document{
		County: id.County, Kind: casework.Document, ID: id.Key, Version: int64(input.Version), Actor: actor, Body: body,
	})
	if gov.CodeOf(err) != gov.CodeConflict {
		return err
	}
	newest, failed := r.atlas.Reread(ctx, id.County, casework.Document, id.Key)
	if failed == nil && newest.Version == int64(input.Version)+1 && newest.Actor == actor && bytes.Equal(newest.Body, body) {
		return nil
	}
	return err
}

// caseOf is a finding's case now.
func (r mutationResolver) caseOf(ctx context.Context, id gov.GlobalID) (*model.Case, error) {
	v, err := r.advance(ctx)
	if err != nil {
		return nil, err
	}
	c, err := v.County(ctx, id.County)
	if err != nil {
		return nil, err
	}
	b, err := r.book(ctx, c)
	if err != nil {
		return nil, err
	}
	one := model.NewCase(c, b.Of(id.Key))
	return &one, nil
}
