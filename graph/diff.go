package graph

import (
	"context"

	"tiaokuai/graph/internal/model"
	"tiaokuai/internal/atlas"
)

// Diff is what lies between two versions of a county.
func (r queryResolver) Diff(ctx context.Context, county string, from model.VersionInput, to *model.VersionInput) (model.Diff, error) {
	v, err := r.view(ctx)
	if err != nil {
		return model.Diff{}, err
	}
	if _, err := v.Head(county); err != nil {
		return model.Diff{}, err
	}
	var versions [2]atlas.Version
	for i, side := range []struct {
		name  string
		asked *model.VersionInput
	}{{"from", &from}, {"to", to}} {
		if versions[i], err = version(ctx, v, county, side.asked, side.name); err != nil {
			return model.Diff{}, err
		}
	}
	before, err := r.at(ctx, v, county, versions[0], "from")
	if err != nil {
		return model.Diff{}, err
	}
	after, err := r.at(ctx, v, county, versions[1], "to")
	if err != nil {
		return model.Diff{}, err
	}
	return model.NewDiff(before, after), nil
}

// Diff is what a commit changed.
func (r commitResolver) Diff(ctx context.Context, c *model.Commit) (model.Diff, error) {
	v, err := r.view(ctx)
	if err != nil {
		return model.Diff{}, err
	}
	before, err := before(ctx, v, c.Commit)
	if err != nil {
		return model.Diff{}, err
	}
	after, err := v.At(ctx, c.County, atlas.Version{Revision: c.Revision})
	if err != nil {
		return model.Diff{}, err
	}
	return model.NewDiff(before, after), nil
}
