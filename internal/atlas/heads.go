package atlas

import (
	"maps"
	"slices"
	"sync"

	"tiaokuai/internal/gov"
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
	brief func() (Brief, bool)
	names func() (search.Index, bool)
}

func newHead(h gov.Head) *head {
	blobs := h.Derived
	h.Derived = nil
	return &head{
		Head:  h,
		brief: once(blobs[blobBrief], decodeBrief),
		names: once(blobs[blobNames], search.Decode),
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

// View is the atlas at one moment: what is read through one view is of one revision per county.
type View struct {
	atlas *Atlas
	heads *heads
}

// View is the atlas now; UNAVAILABLE before the store was first reached.
func (a *Atlas) View() (*View, error) {
	h := a.heads.Load()
	if h == nil {
		return nil, a.Ready()
	}
	return &View{a, h}, nil
}

// Counties are the codes of all counties, sorted.
func (v *View) Counties() []string { return v.heads.keys }

// Head is a county's head, without derived blobs.
func (v *View) Head(county string) (gov.Head, error) {
	h, err := v.head(county)
	if err != nil {
		return gov.Head{}, err
	}
	return h.Head, nil
}

func (v *View) head(county string) (*head, error) {
	h, ok := v.heads.of[county]
	if !ok {
		return nil, gov.Errorf(gov.CodeNotFound, "没有代码为 %q 的县（市、区）", "there is no county with code %q", county)
	}
	return h, nil
}
