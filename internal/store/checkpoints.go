package store

import (
	"context"
	"math"
	"sync"

	"tiaokuai/internal/gov"
)

// A checkpoint stands wherever this many commits, or primitives of commits, came after the one before: so much is
// replayed at most, however long the log is. A checkpoint takes about as much room as that many commits do.
const (
	checkpointEvery      = 50
	checkpointPrimitives = 500
)

// Checkpointed is a store that writes its checkpoints by itself, in the background.
type Checkpointed interface {
	Store
	// Lacks tells that a revision was far from its checkpoint, or that one does not fit the log: all from there to the
	// county's head are written anew.
	Lacks(county string, revision int64)
	// Settled waits until no checkpoint is being written or waiting to be.
	Settled(ctx context.Context) error
}

// Checkpoints writes a store's checkpoints: after commits, and where [At] found none near. It works in one goroutine, which
// is there only while there is work. What fails is left: the next call of At tells again.
type Checkpoints struct {
	store Store

	mu         sync.Mutex
	primitives map[string]int // by county, since its last checkpoint as far as this process knows
	pending    map[string]stretch
	working    chan struct{} // closed when the goroutine ends; nil while there is none
	stop       context.CancelFunc
	closed     bool
}

// stretch is a piece of a county's log.
type stretch struct{ from, to int64 }

// NewCheckpoints writes the checkpoints of a store.
func NewCheckpoints(s Store) *Checkpoints {
	return &Checkpoints{store: s, primitives: map[string]int{}, pending: map[string]stretch{}}
}

// Appended takes note of a commit and sees to a checkpoint where one is due. It waits for nothing.
func (k *Checkpoints) Appended(c gov.Commit) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.primitives[c.County] += c.Delta.Size()
	if c.Revision%checkpointEvery == 0 || k.primitives[c.County] >= checkpointPrimitives {
		k.primitives[c.County] = 0
		k.ask(c.County, stretch{c.Revision, c.Revision})
	}
}

// Lacks sees to the checkpoints of a county from the one before a revision to the head.
func (k *Checkpoints) Lacks(county string, revision int64) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.ask(county, stretch{revision, math.MaxInt64})
}

func (k *Checkpoints) ask(county string, s stretch) {
	if k.closed {
		return
	}
	if waiting, ok := k.pending[county]; ok {
		s = stretch{min(s.from, waiting.from), max(s.to, waiting.to)}
	}
	k.pending[county] = s
	if k.working == nil {
		ctx, cancel := context.WithCancel(context.Background())
		k.working, k.stop = make(chan struct{}), cancel
		go k.work(ctx)
	}
}

// work writes until nothing is pending.
func (k *Checkpoints) work(ctx context.Context) {
	for {
		county, s, ok := k.next()
		if !ok {
			return
		}
		k.attempt(ctx, county, s)
	}
}

// next takes a county out of those pending; without one, or once closed, the work ends.
func (k *Checkpoints) next() (string, stretch, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for county, s := range k.pending {
		if !k.closed {
			delete(k.pending, county)
			return county, s, true
		}
	}
	k.stop()
	close(k.working)
	k.working = nil
	return "", stretch{}, false
}

// attempt walks a stretch. A checkpoint that makes its reader panic must not end the process, which can do without.
func (k *Checkpoints) attempt(ctx context.Context, county string, s stretch) {
	defer func() { _ = recover() }()
	for again := true; again; {
		again, _ = k.walk(ctx, county, s)
	}
}

// walk follows the log from the checkpoint before a stretch to its end and writes those that are due, and one at the end.
// A checkpoint that the log does not fit on is forgotten; again then says that another must be looked for.
func (k *Checkpoints) walk(ctx context.Context, county string, s stretch) (again bool, err error) {
	head, err := k.store.RevisionAt(ctx, county, doomsday)
	if err != nil {
		return false, err
	}
	to := min(s.to, head)
	start, g, err := k.store.Checkpoint(ctx, county, min(s.from, to))
	if err != nil {
		return false, err
	}
	r := replay{county: county, revision: start, graph: g}
	for r.revision < to && err == nil {
		var commits []gov.Commit
		commits, err = r.read(ctx, k.store, r.revision+1, min(r.revision-r.revision%checkpointEvery+checkpointEvery, to), to)
		for len(commits) > 0 && err == nil {
			n := untilDue(commits)
			if err = r.apply(commits[:n]); err == nil {
				err = k.store.PutCheckpoint(ctx, county, r.revision, r.graph)
			}
			commits = commits[n:]
		}
	}
	if start == 0 || err == nil || gov.CodeOf(err) != gov.CodeConflict {
		return false, err
	}
	err = k.store.PutCheckpoint(ctx, county, start, gov.Graph{})
	return err == nil, err
}

// untilDue is how many commits come before a checkpoint is due, at most all.
func untilDue(commits []gov.Commit) int {
	primitives := 0
	for i, c := range commits {
		if primitives += c.Delta.Size(); primitives >= checkpointPrimitives {
			return i + 1
		}
	}
	return len(commits)
}

// Settled waits until nothing is pending.
func (k *Checkpoints) Settled(ctx context.Context) error {
	for {
		k.mu.Lock()
		working := k.working
		k.mu.Unlock()
		if working == nil {
			return GivenUp(ctx)
		}
		select {
		case <-working:
		case <-ctx.Done():
			return GivenUp(ctx)
		}
	}
}

// Close ends the work and waits for it. What was pending is left to the next process.
func (k *Checkpoints) Close() {
	k.mu.Lock()
	k.closed = true
	working := k.working
	if working != nil {
		k.stop()
	}
	k.mu.Unlock()
	if working != nil {
		<-working
	}
}
