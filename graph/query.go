package graph

import (
	"context"
	"slices"
	"time"

	"tiaokuai/graph/internal/fault"
	"tiaokuai/graph/internal/model"
	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// Node is the object with an id, in the version the id was read in.
func (r queryResolver) Node(ctx context.Context, id string) (model.Node, error) {
	n, err := r.object(ctx, id)
	if gov.CodeOf(err) == gov.CodeNotFound {
		return nil, nil
	}
	return n, err
}

// Nodes are several objects, null where there is none.
func (r queryResolver) Nodes(ctx context.Context, ids []string) ([]model.Node, error) {
	if len(ids) > page.MaxSize {
		return nil, gov.Errorf(gov.CodeInvalid, "一次最多 %d 个 id", "at most %d ids at once", page.MaxSize).At("ids")
	}
	out := make([]model.Node, len(ids))
	for i, id := range ids {
		n, err := r.Node(ctx, id)
		if err != nil {
			return nil, err
		}
		out[i] = n
	}
	return out, nil
}

// object finds what an id stands for; NOT_FOUND where it is gone.
func (r *Root) object(ctx context.Context, id string) (model.Node, error) {
	global, err := parseID("id", id)
	if err != nil {
		return nil, err
	}
	version, err := atlas.ParseWorld(global.World)
	if err != nil {
		return nil, err
	}
	if global.Type == "Commit" {
		return r.commit(ctx, global)
	}
	v, err := r.view(ctx)
	if err != nil {
		return nil, err
	}
	c, err := v.At(ctx, global.County, version)
	if err != nil {
		return nil, err
	}
	if global.Type == "Case" {
		return r.caseIn(ctx, c, global.Key)
	}
	return find(c, global)
}

func find(c *snapshot.County, id gov.GlobalID) (model.Node, error) {
	switch id.Type {
	case "County":
		return c, nil
	case "Overlap":
		if o, ok := overlap.Of(c).Find(id.Key); ok {
			return model.NewOverlap(c, o), nil
		}
	default:
		if e, ok := c.Entity(id.Key); ok {
			return e, nil
		}
	}
	return nil, gov.Errorf(gov.CodeNotFound, "对象不存在", "there is no such object")
}

// County is one county in a version; null if there is no such county.
func (r queryResolver) County(ctx context.Context, code string, at *model.VersionInput, basis []gov.Basis) (*snapshot.County, error) {
	v, err := r.view(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := v.Head(code); err != nil {
		return nil, nil
	}
	version := atlas.Version{Bases: basis}
	if version.Revision, err = revision(ctx, v, code, at, "at"); err != nil {
		return nil, err
	}
	return v.At(ctx, code, version)
}

// revision is the revision that an argument asks for, 0 for the head.
func revision(ctx context.Context, v *atlas.View, code string, at *model.VersionInput, argument string) (int64, error) {
	switch {
	case at == nil:
		return 0, nil
	case at.Revision != nil && *at.Revision < 1:
		return 0, gov.Errorf(gov.CodeInvalid, "版本从 1 起", "revisions count from 1").At(argument, "revision")
	case at.Revision != nil:
		return int64(*at.Revision), nil
	case at.Time != nil:
		day, err := parseDay(*at.Time)
		if err != nil {
			return 0, err.At(argument, "time")
		}
		return v.RevisionAt(ctx, code, day)
	}
	return 0, nil
}

// parseDay reads a day, or the day in China of a moment.
func parseDay(s string) (gov.Date, *gov.Error) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return gov.DateOf(t), nil
	}
	d := gov.Date(s)
	if s == "" {
		return "", gov.Errorf(gov.CodeInvalid, "时间不能为空", "the time is empty")
	}
	return d, d.Check()
}

// Catalogue is the program's documentation as data.
func (r queryResolver) Catalogue(context.Context) (model.Catalogue, error) { return catalogue(), nil }

// Viewer is who is asking: there is no log-in, so whoever reaches the address.
func (r queryResolver) Viewer(ctx context.Context) (model.Viewer, error) {
	l := fault.LanguageFrom(ctx)
	return model.Viewer{Name: viewerName.In(l), Language: l, Version: r.version}, nil
}

var viewerName = gov.Text{ZH: "本机用户", EN: "local user"}

// kept are the rows that pass, in their order. It takes rows over.
func kept[T any](rows []T, keep func(T) bool) []T {
	return slices.DeleteFunc(rows, func(t T) bool { return !keep(t) })
}
