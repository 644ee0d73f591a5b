package reform

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"slices"
	"sync"

	"golang.org/x/sync/semaphore"
)

// Memo keeps the answers to the problems asked last, by all that decides them and by nothing else: townships with
// identical organ sets, whatever their names, are solved once. It is safe for concurrent use; of two who ask the same at
// once the second waits.
type Memo struct {
	mu    sync.Mutex
	most  int
	kept  map[[sha256.Size]byte]*solution
	order [][sha256.Size]byte // the oldest first
}

// NewMemo keeps up to so many answers.
func NewMemo(most int) *Memo {
	return &Memo{most: most, kept: map[[sha256.Size]byte]*solution{}}
}

// solution is an answer that someone has found, or is looking for while they hold the turn.
type solution struct {
	turn    *semaphore.Weighted
	answers []answer
}

func (m *Memo) solve(ctx context.Context, c *core) ([]answer, error) {
	if m == nil {
		return c.solve(ctx)
	}
	s := m.solution(c.digest())
	if err := s.wait(ctx); err != nil {
		return nil, err
	}
	defer s.turn.Release(1)
	if s.answers != nil {
		return s.answers, nil
	}
	answers, err := c.solve(ctx)
	if err == nil {
		s.answers = answers
	}
	return answers, err
}

// wait takes the turn; one that is free is taken even where the context has ended.
func (s *solution) wait(ctx context.Context) error {
	if s.turn.TryAcquire(1) {
		return nil
	}
	return s.turn.Acquire(ctx, 1)
}

func (m *Memo) solution(key [sha256.Size]byte) *solution {
	m.mu.Lock()
	defer m.mu.Unlock()
	if s, ok := m.kept[key]; ok {
		return s
	}
	if len(m.order) >= m.most && len(m.order) > 0 {
		delete(m.kept, m.order[0])
		m.order = slices.Delete(m.order, 0, 1)
	}
	s := &solution{turn: semaphore.NewWeighted(1)}
	m.kept[key] = s
	m.order = append(m.order, key)
	return s
}

// digest is a hash of all that the answers depend on. The number of organs asked for is part of it only where a component
// may be beyond the exact programme's steps (from ExactAtoms on), which answers all numbers.
func (c *core) digest() [sha256.Size]byte {
	limits := c.limits
	if len(c.atoms) < ExactAtoms {
		limits.least, limits.most = 0, 0
	}
	var places []any
	for _, q := range c.places {
		places = append(places, []any{q.times, q.here, q.alike, q.departments, q.duties, q.posts, q.integrating, q.limit})
	}
	columns := func(of []column) (out [][2]uint64) {
		for _, c := range of {
			out = append(out, [2]uint64{uint64(c.organs), uint64(c.amount)})
		}
		return out
	}
	text, err := json.Marshal([]any{
		c.weights, c.atoms, c.apart, columns(c.points), columns(c.duties), places,
		[]int{limits.group, limits.departments, limits.duties, limits.posts, limits.least, limits.most},
	})
	if err != nil {
		panic(err) // numbers can be written
	}
	return sha256.Sum256(text)
}
