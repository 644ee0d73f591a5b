package desk

import (
	"context"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
)

// Create makes a scenario on a revision of the county (0 = the head) with the steps it starts with, all in force. w.ID
// may be empty, or minted by the caller so that sending it again makes none twice; w.Version is 0.
func (d *Desk) Create(ctx context.Context, w Write, o scenario.Outline) (Record, error) {
	w.Version = 0
	request := w.request(scenario.ActionCreated, o)
	v, err := d.reach(ctx, w.County, o.Base)
	if err != nil {
		return Record{}, err
	}
	if o.Base == 0 {
		h, err := v.Head(w.County)
		if err != nil {
			return Record{}, err
		}
		o.Base = h.Revision
	}
	if w.ID == "" {
		w.ID = d.mint()
	}
	if err := w.check(); err != nil {
		return Record{}, err
	}
	s, err := scenario.New(o, d.by(w, request))
	if err != nil {
		return Record{}, err
	}
	result, err := d.applies(ctx, v, w, s)
	if err != nil {
		return Record{}, err
	}
	r, err := d.put(ctx, w, s, request)
	return d.kept(r, result, err)
}

// reach is a view in which a revision of a county is known.
func (d *Desk) reach(ctx context.Context, county string, revision int64) (*atlas.View, error) {
	v, err := d.atlas.View()
	if err != nil {
		return nil, err
	}
	if h, err := v.Head(county); err == nil && h.Revision >= revision {
		return v, nil
	}
	return d.fresh(ctx)
}

// applies is what a scenario leads to; it refuses steps that can't be applied to the base.
func (d *Desk) applies(ctx context.Context, v *atlas.View, w Write, s scenario.Scenario) (*snapshot.County, error) {
	base, err := d.base(ctx, v, w.County, s.Base)
	if err != nil {
		return nil, at(err, "base")
	}
	result, _, err := s.Result(base, w.ID)
	if err != nil {
		return nil, err
	}
	return result, at(s.Phased(base), "effective")
}

// kept keeps what a version leads to once it is recorded, and another can't write it any more: who wrote it reads it next.
func (d *Desk) kept(r Record, result *snapshot.County, err error) (Record, error) {
	if err == nil && result != nil {
		d.results.Put(resultKey{versionKey{r.County, r.ID, r.Version}, ""}, result)
	}
	return r, err
}

// Copy makes a new scenario of the steps in force of another; w is that of the new one, its title may be empty.
func (d *Desk) Copy(ctx context.Context, w Write, from, title string) (Record, error) {
	v, err := d.atlas.View()
	if err != nil {
		return Record{}, err
	}
	original, err := d.Scenario(ctx, v, w.County, from)
	if err != nil {
		return Record{}, err
	}
	w.Version = 0
	request := w.request(scenario.ActionCreated, []string{from, title})
	if w.ID == "" {
		w.ID = d.mint()
	}
	if err := w.check(); err != nil {
		return Record{}, err
	}
	s, err := original.Scenario.Copy(from, title, d.by(w, request))
	if err != nil {
		return Record{}, err
	}
	return d.put(ctx, w, s, request)
}
