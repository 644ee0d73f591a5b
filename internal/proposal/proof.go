package proposal

import (
	"context"
	"encoding/json"
	"sync"

	"golang.org/x/sync/semaphore"

	"tiaokuai/internal/reform"
)

// proofs makes the certificates of one frontier, one at a time. What they share is held only while somebody waits for one.
type proofs struct {
	problem reform.Problem
	turn    *semaphore.Weighted
	prover  *reform.Prover
	mu      sync.Mutex
	waiting int // and working
}

// proof is the certificate of one point, once it was asked for.
type proof struct {
	of   *proofs
	text string
	err  error
	done bool
}

func newProofs(p reform.Problem) *proofs {
	return &proofs{problem: p, turn: semaphore.NewWeighted(1)}
}

// Certificate is the JSON of a reform.Certificate that proves the point, made when it is first asked for; empty where the
// point is no proven optimum: its Gap says how far it is proven. It fails with TOO_COMPLEX where the constraints allow too
// many groups, and with the context's error where that ends first.
func (p FrontierPoint) Certificate(ctx context.Context) (string, error) {
	if p.proof == nil || p.Gap > 0 || p.Groups == nil {
		return "", nil
	}
	s := p.proof.of
	s.enter()
	defer s.leave()
	if err := s.wait(ctx); err != nil {
		return "", err
	}
	defer s.turn.Release(1)
	if !p.proof.done {
		text, err := s.certify(ctx, p.Point)
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		p.proof.text, p.proof.err, p.proof.done = text, err, true
	}
	return p.proof.text, p.proof.err
}

// wait takes the turn; one that is free is taken even where the context has ended.
func (s *proofs) wait(ctx context.Context) error {
	if s.turn.TryAcquire(1) {
		return nil
	}
	return s.turn.Acquire(ctx, 1)
}

func (s *proofs) certify(ctx context.Context, point reform.Point) (string, error) {
	if s.prover == nil {
		prover, err := reform.NewProver(ctx, s.problem)
		if err != nil {
			return "", err
		}
		s.prover = prover
	}
	cert, err := s.prover.Certify(ctx, point)
	if err != nil {
		return "", err
	}
	text, _ := json.Marshal(cert) // plain values always marshal
	return string(text), nil
}

func (s *proofs) enter() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.waiting++
}

// leave drops what is shared once nobody waits for it.
func (s *proofs) leave() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.waiting--; s.waiting == 0 {
		s.prover = nil
	}
}
