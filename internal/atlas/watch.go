package atlas

import (
	"context"
	"iter"
	"sync"
)

// turns tells those who wait that heads were replaced. The zero value is ready.
type turns struct {
	mu   sync.Mutex
	next chan struct{}
}

// waiting is closed at the next turn.
func (t *turns) waiting() <-chan struct{} {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.next == nil {
		t.next = make(chan struct{})
	}
	return t.next
}

func (t *turns) over() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.next != nil {
		close(t.next)
		t.next = nil
	}
}

// replace puts new heads in the place of the old.
func (a *Atlas) replace(h *heads) {
	a.heads.Store(h)
	a.turns.over()
}

// Watch gives the atlas as it is, then as it is after a county has moved on: a commit of it, or a write of one of its
// documents, this process's own or another's. Several that come together are one. It ends with the context, and with the
// county.
func (a *Atlas) Watch(ctx context.Context, county string) iter.Seq[*View] {
	return func(yield func(*View) bool) {
		var revision, documents int64
		for first := true; ctx.Err() == nil; first = false {
			turned := a.turns.waiting()
			v, err := a.View()
			if err != nil {
				return
			}
			h, err := v.Head(county)
			if err != nil {
				return
			}
			if first || h.Revision != revision || h.Documents != documents {
				revision, documents = h.Revision, h.Documents
				if !yield(v) {
					return
				}
				continue
			}
			select {
			case <-turned:
			case <-ctx.Done():
			}
		}
	}
}
