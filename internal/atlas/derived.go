package atlas

import (
	"context"
	"encoding/json"
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/search"
	"tiaokuai/internal/snapshot"
)

// The blobs stored beside a head.
const (
	blobBrief = "brief"
	blobNames = "names"
)

// Brief is what a list of counties shows of one, stored beside its head.
type Brief struct {
	Name    string          `json:"name"`
	Regions []gov.Region    `json:"regions,omitempty"`
	Summary overlap.Summary `json:"summary"`
}

func decodeBrief(b []byte) (Brief, bool) {
	var brief Brief
	ok := json.Unmarshal(b, &brief) == nil && brief.Summary.Version == overlap.SummaryVersion
	return brief, ok
}

// derive computes the blobs of a snapshot.
func derive(c *snapshot.County) (map[string][]byte, error) {
	brief, err := json.Marshal(Brief{c.Name, c.Regions, overlap.Summarize(c)})
	if err != nil {
		return nil, err
	}
	names, err := json.Marshal(search.Build(c))
	return map[string][]byte{blobBrief: brief, blobNames: names}, err
}

// CountyBrief is a county in a list of counties.
type CountyBrief struct {
	Head  gov.Head
	Brief Brief
}

// Briefs are all counties in the order of their codes. Only a county whose stored brief is missing or of another
// version is loaded.
func (v *View) Briefs(ctx context.Context) ([]CountyBrief, error) {
	out := make([]CountyBrief, len(v.heads.keys))
	for i, key := range v.heads.keys {
		h := v.heads.of[key]
		s, ok := h.brief()
		if !ok {
			fresh, err := v.refresh(ctx, h)
			if err != nil {
				return nil, err
			}
			h = fresh
			s, _ = h.brief()
		}
		out[i] = CountyBrief{h.Head, s}
	}
	return out, nil
}

// Search finds names in one county, or with county empty in all, best first.
func (v *View) Search(ctx context.Context, text string, kinds []gov.NodeKind, county string) ([]search.Hit, error) {
	keys := v.heads.keys
	if county != "" {
		keys = []string{county}
	}
	folded := search.Fold(text)
	var hits []search.Hit
	for _, key := range keys {
		index, err := v.names(ctx, key)
		if err != nil {
			return nil, err
		}
		hits = append(hits, index.Find(folded, kinds)...)
	}
	slices.SortFunc(hits, search.Compare)
	return hits, nil
}

func (v *View) names(ctx context.Context, county string) (search.Index, error) {
	h, err := v.head(county)
	if err != nil {
		return search.Index{}, err
	}
	if index, ok := h.names(); ok {
		return index, nil
	}
	fresh, err := v.refresh(ctx, h)
	if err != nil {
		return search.Index{}, err
	}
	index, _ := fresh.names()
	return index, nil
}

// refresh computes a head's blobs anew and stores them for the next process.
func (v *View) refresh(ctx context.Context, old *head) (*head, error) {
	c, err := v.County(ctx, old.County)
	if err != nil {
		return nil, err
	}
	h := old.Head
	if h.Derived, err = derive(c); err != nil {
		return nil, err
	}
	fresh := newHead(h)
	v.atlas.install(fresh)
	if err := v.atlas.store.PutDerived(ctx, h.County, h.Revision, h.Derived); err != nil && ctx.Err() == nil {
		v.atlas.log.Warn("derived blobs not stored", "county", h.County, "error", err)
	}
	return fresh, nil
}

// install replaces a head unless a later one is there.
func (a *Atlas) install(h *head) {
	a.moving.Lock()
	defer a.moving.Unlock()
	all := a.heads.Load()
	if all == nil {
		return
	}
	old, known := all.of[h.County]
	if known && old.Revision > h.Revision {
		return
	}
	if known {
		h.Documents = max(h.Documents, old.Documents)
	}
	a.replace(all.with(h))
}
