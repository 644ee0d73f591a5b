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
	switch global.Type {
	case "Commit":
		return r.commit(ctx, global)
	case "Scenario":
		return r.scenarioIn(ctx, global)
	case "DutyAdmission":
		return r.admissionIn(ctx, global)
	}
	v, err := r.view(ctx)
	if err != nil {
		return nil, err
	}
	c, err := r.desk.At(ctx, v, global.County, version)
	if err != nil {
		return nil, err
	}
	switch global.Type {
	case "Case":
		return r.caseIn(ctx, c, global.Key)
	case "Proposal":
		return r.proposalIn(ctx, c, global)
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
	version, err := version(ctx, v, code, at, "at")
	if err != nil {
		return nil, err
	}
	version.Bases = basis
	return r.at(ctx, v, code, version, "at")
}

// at is a county in a version that an argument asked for.
func (r *Root) at(ctx context.Context, v *atlas.View, code string, version atlas.Version, argument string) (*snapshot.County, error) {
	c, err := r.desk.At(ctx, v, code, version)
	if gov.CodeOf(err) == gov.CodeNotFound {
		err = below(err, argument)
	}
	return c, err
}

// version is the version that an argument asks for, the head where it is not given.
func version(ctx context.Context, v *atlas.View, code string, at *model.VersionInput, argument string) (out atlas.Version, err error) {
	switch {
	case at == nil:
	case at.Revision != nil && *at.Revision < 1:
		return out, gov.Errorf(gov.CodeInvalid, "版本从 1 起", "revisions count from 1").At(argument, "revision")
	case at.Revision != nil:
		out.Revision = int64(*at.Revision)
	case at.Time != nil:
		day, bad := parseDay(*at.Time)
		if bad != nil {
			return out, bad.At(argument, "time")
		}
		if out.Revision, err = v.RevisionAt(ctx, code, day); gov.CodeOf(err) == gov.CodeNotFound {
			err = below(err, argument, "time")
		}
	case at.Scenario != nil:
		id, err := scenarioID("scenario", *at.Scenario)
		if err != nil {
			return out, below(err, argument)
		}
		if id.County != code {
			return out, gov.Errorf(gov.CodeInvalid, "这是另一县（市、区）的模拟方案", "this is a scenario of another county").At(argument, "scenario")
		}
		out.Scenario = id.Key
	}
	return out, err
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
