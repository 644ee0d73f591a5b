package atlas

import (
	"context"
	"errors"
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/search"
	"tiaokuai/internal/snapshot"
)

// The blobs stored beside a head.
const (
	blobSummary = "summary"
	blobNames   = "names"
)

// derive computes the blobs of a snapshot.
func derive(c *snapshot.County) map[string][]byte {
	return map[string][]byte{blobSummary: overlap.Summarize(c).Encode(), blobNames: search.Build(c).Encode()}
}

// CountySummary is a county in a list of counties.
type CountySummary struct {
	Head    gov.Head
	Summary overlap.Summary
}

// Summaries are all counties in the order of their codes. Only a county whose stored summary is missing or of another
// version is loaded.
func (a *Atlas) Summaries(ctx context.Context) ([]CountySummary, error) {
	all := a.heads.Load()
	if all == nil {
		return nil, a.Ready()
	}
	out := make([]CountySummary, len(all.keys))
	for i, key := range all.keys {
		h := all.of[key]
		s, ok := h.summary()
		if !ok {
			fresh, err := a.refresh(ctx, key)
			if err != nil {
				return nil, err
			}
			h = fresh
			s, _ = h.summary()
		}
		out[i] = CountySummary{h.Head, s}
	}
	return out, nil
}

// Search finds names in one county, or with county empty in all, best first.
func (a *Atlas) Search(ctx context.Context, text string, kinds []gov.NodeKind, county string) ([]search.Hit, error) {
	keys, err := a.Counties()
	if err != nil {
		return nil, err
	}
	if county != "" {
		if _, err := a.head(county); err != nil {
			return nil, err
		}
		keys = []string{county}
	}
	folded := search.Fold(text)
	var hits []search.Hit
	for _, key := range keys {
		index, err := a.names(ctx, key)
		if err != nil {
			return nil, err
		}
		hits = append(hits, index.Find(folded, kinds)...)
	}
	slices.SortFunc(hits, search.Compare)
	return hits, nil
}

func (a *Atlas) names(ctx context.Context, county string) (search.Index, error) {
	h, err := a.head(county)
	if err != nil {
		return search.Index{}, err
	}
	if index, ok := h.names(); ok {
		return index, nil
	}
	fresh, err := a.refresh(ctx, county)
	if err != nil {
		return search.Index{}, err
	}
	index, _ := fresh.names()
	return index, nil
}

// refresh computes a head's blobs anew and stores them for the next process.
func (a *Atlas) refresh(ctx context.Context, county string) (*head, error) {
	c, err := a.County(ctx, county)
	if err != nil {
		return nil, err
	}
	blobs := derive(c)
	h, err := a.Head(county)
	if err != nil {
		return nil, err
	}
	h.Derived = blobs
	fresh := newHead(h)
	if h.Revision != c.Revision() {
		return fresh, nil // the county moved on meanwhile; this answer is of the revision it was asked at
	}
	a.install(fresh)
	if err := a.store.PutDerived(ctx, county, h.Revision, blobs); err != nil && !errors.Is(err, context.Canceled) {
		a.log.Warn("derived blobs not stored", "county", county, "error", err)
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
	if old, ok := all.of[h.County]; !ok || old.Revision <= h.Revision {
		a.heads.Store(all.with(h))
	}
}
