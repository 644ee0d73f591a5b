package graph

import (
	"context"
	"strings"

	"tiaokuai/graph/internal/model"
	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/search"
)

// maxSearch is the longest text searched for, in characters.
const maxSearch = 100

// Search finds names, best first.
func (r queryResolver) Search(ctx context.Context, text string, kinds []gov.NodeKind, county *string, first *int, after *string) (model.SearchConnection, error) {
	if strings.TrimSpace(text) == "" || len([]rune(text)) > maxSearch {
		return model.SearchConnection{}, gov.Errorf(gov.CodeInvalid, "请输入 1 到 %d 个字", "give 1 to %d characters", maxSearch).At("text")
	}
	v, err := r.view(ctx)
	if err != nil {
		return model.SearchConnection{}, err
	}
	hits, err := v.Search(ctx, text, kinds, dereference(county))
	if err != nil {
		return model.SearchConnection{}, err
	}
	rows := make([]model.SearchHit, len(hits))
	for i, h := range hits {
		rows[i] = model.SearchHit{Hit: h, Find: r.finder(h)}
	}
	found, err := page.Paginate(rows, searchOrder, page.Args{First: first, After: after})
	return model.SearchConnection{Connection: found}, err
}

// searchOrder is the order that search.Compare sorts by.
var searchOrder = page.Order[model.SearchHit]{Name: "match", Key: func(h model.SearchHit) page.Tuple {
	return page.Tuple{number(h.Rank()), number(len(h.Matched)), page.Text(h.Matched), page.Text(h.County), page.Text(h.Entry.Key)}
}}

func (r *Root) finder(h search.Hit) func(context.Context) (model.Node, error) {
	return func(ctx context.Context) (model.Node, error) {
		v, err := r.view(ctx)
		if err != nil {
			return nil, err
		}
		c, err := v.County(ctx, h.County)
		if err != nil {
			return nil, err
		}
		if h.Entry.Kind == gov.NodeCounty {
			return c, nil
		}
		e, _ := c.Entity(h.Entry.Key)
		return e, nil
	}
}
