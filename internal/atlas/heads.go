package atlas

import (
	"maps"
	"slices"
	"sync"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/search"
)

// heads is an immutable set of heads.
type heads struct {
	of   map[string]*head
	keys []string // sorted
}

// head is one county's head with what was stored beside it, decoded at first use.
type head struct {
	gov.Head
	summary func() (overlap.Summary, bool)
	names   func() (search.Index, bool)
}

func newHead(h gov.Head) *head {
	blobs := h.Derived
	h.Derived = nil
	return &head{Head: h,
		summary: once(blobs[blobSummary], overlap.DecodeSummary),
		names:   once(blobs[blobNames], search.Decode),
	}
}

func once[T any](blob []byte, decode func([]byte) (T, bool)) func() (T, bool) {
	return sync.OnceValues(func() (T, bool) { return decode(blob) })
}

func newHeads(list []gov.Head) *heads {
	out := &heads{of: make(map[string]*head, len(list))}
	for _, h := range list {
		out.of[h.County] = newHead(h)
	}
	out.keys = slices.Sorted(maps.Keys(out.of))
	return out
}

// with is the set with one head replaced.
func (h *heads) with(n *head) *heads {
	out := &heads{of: maps.Clone(h.of), keys: h.keys}
	out.of[n.County] = n
	if _, known := h.of[n.County]; !known {
		out.keys = slices.Sorted(maps.Keys(out.of))
	}
	return out
}

// Counties are the keys of all counties, sorted.
func (a *Atlas) Counties() ([]string, error) {
	h := a.heads.Load()
	if h == nil {
		return nil, a.Ready()
	}
	return h.keys, nil
}

// Head is a county's newest known head, without derived blobs.
func (a *Atlas) Head(county string) (gov.Head, error) {
	h, err := a.head(county)
	if err != nil {
		return gov.Head{}, err
	}
	return h.Head, nil
}

func (a *Atlas) head(county string) (*head, error) {
	all := a.heads.Load()
	if all == nil {
		return nil, a.Ready()
	}
	h, ok := all.of[county]
	if !ok {
		return nil, gov.Errorf(gov.CodeNotFound, "没有代码为 %q 的县（市、区）", "there is no county with code %q", county)
	}
	return h, nil
}
