package graph

import (
	"context"

	"tiaokuai/graph/internal/fault"
	"tiaokuai/graph/internal/model"
	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/casework"
	"tiaokuai/internal/gov"
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
	if planned(c) {
		return r.judge(ctx, v, c, 0)
	}
	version, err := atlas.ParseWorld(c.Meta().World)
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
