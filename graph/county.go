package graph

import (
	"context"
	"slices"
	"strings"

	"tiaokuai/graph/internal/model"
	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// Counties are all counties, from their briefs.
func (r queryResolver) Counties(ctx context.Context, filter *model.CountyFilter, orderBy *model.CountyOrder, first *int, after *string, last *int, before *string) (model.CountyConnection, error) {
	v, err := r.view(ctx)
	if err != nil {
		return model.CountyConnection{}, err
	}
	briefs, err := v.Briefs(ctx)
	if err != nil {
		return model.CountyConnection{}, err
	}
	rows := make([]model.CountySummary, len(briefs))
	for i, s := range briefs {
		rows[i] = model.CountySummary{CountyBrief: s}
	}
	if filter != nil {
		rows = kept(rows, func(s model.CountySummary) bool { return countyPasses(s, filter) })
	}
	page, err := connect(rows, countyOrder(orderBy), args(first, after, last, before))
	return model.CountyConnection{Connection: page}, err
}

func countyPasses(s model.CountySummary, f *model.CountyFilter) bool {
	return (mentions(f.Text, s.Name()) || strings.Contains(s.Code(), dereference(f.Text))) && admits(f.Codes, s.Code()) &&
		(f.Region == nil || slices.ContainsFunc(s.Regions(), func(region gov.Region) bool { return region.Key == *f.Region }))
}

func countyOrder(asked *model.CountyOrder) page.Order[model.CountySummary] {
	if asked == nil {
		asked = &model.CountyOrder{Field: model.CountyOrderFieldCode}
	}
	var primary func(model.CountySummary) page.Value
	switch asked.Field {
	case model.CountyOrderFieldName:
		key := byName()
		primary = func(s model.CountySummary) page.Value { return key(s.Name()) }
	case model.CountyOrderFieldOverlapCost:
		primary = func(s model.CountySummary) page.Value { return page.Int(int64(s.Brief.Summary.Cost)) }
	case model.CountyOrderFieldOverlaps:
		primary = func(s model.CountySummary) page.Value { return number(s.Brief.Summary.Overlaps) }
	case model.CountyOrderFieldTownships:
		primary = func(s model.CountySummary) page.Value { return number(s.Brief.Summary.Townships) }
	case model.CountyOrderFieldOrgans:
		primary = func(s model.CountySummary) page.Value { return number(s.Brief.Summary.Organs) }
	case model.CountyOrderFieldUpdatedAt:
		primary = func(s model.CountySummary) page.Value { return page.Int(s.UpdatedAt().UnixMilli()) }
	default:
		primary = func(s model.CountySummary) page.Value { return page.Text(s.Code()) }
	}
	return ordering(asked.Field, asked.Direction, model.OrderDirectionAsc, primary, func(s model.CountySummary) page.Tuple {
		return page.Tuple{page.Text(s.Code())}
	})
}

// Settings are the county's limits and weights, defaults filled in.
func (r countyResolver) Settings(_ context.Context, c *snapshot.County) (model.Settings, error) {
	s := c.Settings
	out := model.Settings{Version: s.Version, DepartmentLimit: s.Departments(), LeaderOrganLimit: s.LeaderOrgans(), CoverageFloor: s.Coverage(), Gates: append([]gov.GateKind{}, s.Gates...)}
	for _, d := range overlap.Detectors() {
		out.Weights = append(out.Weights, model.KindWeight{Kind: d.Kind, Weight: d.WeightIn(c).Float()})
	}
	return out, nil
}
