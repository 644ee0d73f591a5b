package atlas

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
	"tiaokuai/internal/store"
)

// Version says which state of a county is asked for; the zero Version is the head, whole.
type Version struct {
	Revision int64       // 0 = the head
	Scenario string      // id of a scenario, which only package desk can read; with it there is no Revision
	Bases    []gov.Basis // only nodes and edges of these bases; none = all
}

// World is the part of a global id that tells this version from others: r<revision> or s<scenario>, b<bases>, or two of
// them joined by a dot.
func (v Version) World() gov.World {
	var parts []string
	if v.Revision != 0 {
		parts = append(parts, "r"+strconv.FormatInt(v.Revision, 10))
	}
	if v.Scenario != "" {
		parts = append(parts, "s"+v.Scenario)
	}
	if b := v.bases(); b != "" {
		parts = append(parts, "b"+b)
	}
	return gov.World(strings.Join(parts, "."))
}

// ParseWorld is the version that a world names.
func ParseWorld(w gov.World) (Version, error) {
	var v Version
	if w == "" {
		return v, nil
	}
	for part := range strings.SplitSeq(string(w), ".") {
		switch {
		case strings.HasPrefix(part, "r") && v.Revision == 0 && v.Scenario == "":
			v.Revision, _ = strconv.ParseInt(part[1:], 10, 64)
		case strings.HasPrefix(part, "s") && v.Revision == 0 && scenarioID(part[1:]):
			v.Scenario = part[1:]
		case strings.HasPrefix(part, "b") && v.Bases == nil:
			for b := range strings.SplitSeq(part[1:], "+") {
				v.Bases = append(v.Bases, gov.Basis(b))
			}
		}
	}
	if v.World() != w {
		return Version{}, gov.Errorf(gov.CodeInvalid, "id 所属的版本无法识别", "the version in this id can't be read")
	}
	return v, nil
}

// scenarioID says whether a text is written as ids of scenarios are: small letters, digits and hyphens.
func scenarioID(text string) bool {
	return text != "" && strings.Trim(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

func (v Version) bases() string {
	names := make([]string, len(v.Bases))
	for i, b := range v.Bases {
		names[i] = string(b)
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), "+")
}

// County is a county's head.
func (v *View) County(ctx context.Context, county string) (*snapshot.County, error) {
	return v.At(ctx, county, Version{})
}

// At is a county in a version; NOT_FOUND where there is no such county or revision. A scenario's is read by the desk.
func (v *View) At(ctx context.Context, county string, version Version) (*snapshot.County, error) {
	if version.Scenario != "" {
		return nil, gov.Errorf(gov.CodeInvalid, "此处不能读取模拟方案", "a scenario can't be read here").
			Advise("请经由 scenario 查询读取其结果", "read its result through the scenario")
	}
	h, err := v.head(county)
	if err != nil {
		return nil, err
	}
	key := cacheKey{county, version.Revision, version.bases()}
	if key.revision == 0 {
		key.revision = h.Revision
	}
	c, err := v.atlas.cached(ctx, key, version.Bases, h.Revision)
	if err != nil {
		return nil, err
	}
	return inWorld(c, version.World()), nil
}

// inWorld is a cached snapshot as read in a world, one for all who ask.
func inWorld(c *snapshot.County, w gov.World) *snapshot.County {
	if w == "" {
		return c
	}
	return snapshot.Derive(c.Cell(), "world "+string(w), func() *snapshot.County { return c.In(w) })
}

// cached gives a snapshot from the cache, else loads it; many who ask at once share one load.
func (a *Atlas) cached(ctx context.Context, key cacheKey, bases []gov.Basis, head int64) (*snapshot.County, error) {
	if c, ok := a.cache.Get(key); ok {
		return c, nil
	}
	done := a.flights.DoChan(fmt.Sprint(key), func() (any, error) {
		if c, ok := a.cache.Get(key); ok {
			return c, nil
		}
		c, err := a.load(context.WithoutCancel(ctx), key, bases, head)
		if err != nil {
			return nil, err
		}
		a.cache.Put(key, c)
		return c, nil
	})
	select {
	case <-ctx.Done():
		return nil, gov.Errorf(gov.CodeUnavailable, "读取超时", "loading the county took too long").Because(ctx.Err())
	case r := <-done:
		if r.Err != nil {
			return nil, r.Err
		}
		return r.Val.(*snapshot.County), nil
	}
}

func (a *Atlas) load(ctx context.Context, key cacheKey, bases []gov.Basis, head int64) (*snapshot.County, error) {
	if len(bases) > 0 {
		whole, err := a.cached(ctx, cacheKey{county: key.county, revision: key.revision}, nil, head)
		if err != nil {
			return nil, err
		}
		return whole.Filter(bases, ""), nil
	}
	if key.revision == head {
		if commit, g, near := store.Near(ctx, a.store, key.county, head); near {
			return snapshot.Build(g, metaOf(commit))
		}
		h, g, err := a.store.Load(ctx, key.county)
		if err != nil {
			return nil, err
		}
		if h.Revision == key.revision {
			return snapshot.Build(g, snapshot.Meta{Revision: h.Revision, CommitID: h.CommitID, RecordedAt: h.RecordedAt, Effective: h.Effective})
		}
	}
	commit, g, err := store.At(ctx, a.store, key.county, key.revision)
	if err != nil {
		return nil, err
	}
	return snapshot.Build(g, metaOf(commit))
}

func metaOf(c gov.Commit) snapshot.Meta {
	return snapshot.Meta{Revision: c.Revision, CommitID: c.ID, RecordedAt: c.RecordedAt, Effective: c.Effective}
}
