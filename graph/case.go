package graph

import (
	"bytes"
	"context"

	"tiaokuai/graph/internal/fault"
	"tiaokuai/graph/internal/model"
	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/casework"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// bookKey tells one state of a county's cases from another.
type bookKey struct {
	county              string
	revision, documents int64
}

// cachedBooks bounds how many are kept.
const cachedBooks = 256

// book is the cases of the county that is read. Decisions are about the county whole: in a world of chosen bases a case
// stands as it does there.
func (r *Root) book(ctx context.Context, c *snapshot.County) (*casework.Book, error) {
	v, err := r.view(ctx)
	if err != nil {
		return nil, err
	}
	world := c.Meta().World
	if world == dryRun {
		return r.judge(ctx, v, c, 0)
	}
	version, err := atlas.ParseWorld(world)
	if err != nil {
		return nil, err
	}
	head, err := v.Head(c.Key)
	if err != nil {
		return nil, err
	}
	key := bookKey{c.Key, c.Revision(), head.Documents}
	if b, ok := r.books.Get(key); ok {
		return b, nil
	}
	whole, err := v.At(ctx, c.Key, atlas.Version{Revision: version.Revision})
	if err != nil {
		return nil, err
	}
	b, err := r.judge(ctx, v, whole, version.Revision)
	if err == nil {
		r.books.Add(key, b)
	}
	return b, err
}

// judge holds the decisions on record at a revision (0 = the head) against a county.
func (r *Root) judge(ctx context.Context, v *atlas.View, c *snapshot.County, revision int64) (*casework.Book, error) {
	documents, err := v.Documents(ctx, c.Key, casework.Document, revision)
	if err != nil {
		return nil, err
	}
	records := make([]casework.Record, len(documents))
	for i, d := range documents {
		if records[i], err = casework.Recorded(d.ID, d.Version, d.Actor, d.Time, d.Body); err != nil {
			return nil, err
		}
	}
	return casework.Judge(c, records), nil
}

// Case is where a finding's case stands.
func (r overlapResolver) Case(ctx context.Context, o *model.Overlap) (model.Case, error) {
	b, err := r.book(ctx, o.County())
	if err != nil {
		return model.Case{}, err
	}
	return model.NewCase(o.County(), b.Of(o.Fingerprint)), nil
}

// caseIn is a case by its finding's fingerprint, whether the finding is there or was decided on.
func (r *Root) caseIn(ctx context.Context, c *snapshot.County, fingerprint string) (model.Node, error) {
	b, err := r.book(ctx, c)
	if err != nil {
		return nil, err
	}
	one := model.NewCase(c, b.Of(fingerprint))
	if one.Version == 0 && one.Overlap() == nil {
		return nil, gov.Errorf(gov.CodeNotFound, "对象不存在", "there is no such object")
	}
	return one, nil
}

// Cases count findings by where their cases stand, in the order of the statuses.
func (r facetsResolver) Cases(ctx context.Context, f *model.OverlapFacets) ([]model.FacetCount, error) {
	if len(f.All()) == 0 {
		return []model.FacetCount{}, nil
	}
	b, err := r.book(ctx, f.All()[0].County())
	if err != nil {
		return nil, err
	}
	counts := map[casework.Status]int{}
	for _, o := range f.All() {
		counts[b.Of(o.Fingerprint).Now]++
	}
	out := []model.FacetCount{}
	for _, s := range casework.Statuses() {
		if counts[s] > 0 {
			name, _ := casework.StatusName(s)
			out = append(out, model.FacetCount{Value: string(s), Label: name.In(fault.LanguageFrom(ctx)), Count: counts[s]})
		}
	}
	return out, nil
}

// Cases are the decisions on record, the newest first.
func (r countyResolver) Cases(ctx context.Context, c *snapshot.County, filter *model.CaseFilter, first *int, after *string) (model.CaseConnection, error) {
	b, err := r.book(ctx, c)
	if err != nil {
		return model.CaseConnection{}, err
	}
	var rows []model.Case
	for _, one := range b.All() {
		if row := model.NewCase(c, one); filter == nil || casePasses(row, filter) {
			rows = append(rows, row)
		}
	}
	found, err := connect(rows, caseOrder, page.Args{First: first, After: after})
	return model.CaseConnection{Connection: found}, err
}

var caseOrder = page.Order[model.Case]{Name: "decided", Key: func(c model.Case) page.Tuple {
	return page.Tuple{page.Int(c.Time.UnixNano()).Desc(), page.Text(c.Fingerprint)}
}}

func casePasses(c model.Case, f *model.CaseFilter) bool {
	return admits(f.Statuses, c.Now) && admits(f.Kinds, c.Case.Kind) && admits(f.Townships, c.Case.Township)
}

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
