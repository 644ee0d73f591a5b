package atlas

import (
	"context"
	"iter"
	"slices"
	"sync"
	"time"

	"tiaokuai/internal/gov"
)

// recentCommits and recentBytes bound what a feed keeps of the end of the log for those who follow it closely.
const (
	recentCommits = 256
	recentBytes   = 4 << 20
)

// feed is the end of the log as this process has followed it. Who reads it holds a place in the log and nothing else:
// a slow reader fills no memory, and one that has fallen behind reads the store.
type feed struct {
	mu     sync.Mutex
	from   int64 // recent is everything after this number
	recent []gov.Commit
	bytes  int
	moved  chan struct{} // closed when the log moves on
}

func newFeed(seq int64) *feed { return &feed{from: seq, moved: make(chan struct{})} }

// add takes in what follows in the log and wakes those who wait. What is there already is passed over: two looks at the
// log may bring the same.
func (f *feed) add(commits []gov.Commit) {
	f.mu.Lock()
	defer f.mu.Unlock()
	before := f.newest()
	for _, c := range commits {
		if c.Seq > f.newest() {
			f.recent = append(f.recent, c)
			f.bytes += weight(c)
		}
	}
	if f.newest() == before {
		return
	}
	for len(f.recent) > recentCommits || f.bytes > recentBytes && len(f.recent) > 1 {
		f.bytes -= weight(f.recent[0])
		f.from = f.recent[0].Seq
		f.recent = f.recent[1:]
	}
	close(f.moved)
	f.moved = make(chan struct{})
}

// weight is about what a commit holds in memory: its edits, and as much again for its images.
func weight(c gov.Commit) int { return 512 + 2*len(c.Edits) }

// last is the newest number followed.
func (f *feed) last() int64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.newest()
}

func (f *feed) newest() int64 {
	if n := len(f.recent); n > 0 {
		return f.recent[n-1].Seq
	}
	return f.from
}

// after are the commits after a number, at most a batch; known is false where they are no longer kept. Where there are
// none, moved is closed as soon as there may be.
func (f *feed) after(since int64) (commits []gov.Commit, known bool, moved <-chan struct{}) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if since < f.from {
		return nil, false, f.moved
	}
	i, _ := slices.BinarySearchFunc(f.recent, since+1, func(c gov.Commit, seq int64) int { return int(c.Seq - seq) })
	return slices.Clone(f.recent[i:min(len(f.recent), i+batch)]), true, f.moved
}

// Position is the number of the newest commit that this process has followed in the log.
func (a *Atlas) Position() int64 {
	if f := a.feed.Load(); f != nil {
		return f.last()
	}
	return 0
}

// Feed gives the commits after a number in the order of the log, each once, of one county or with county empty of all:
// first those there are, then as they come, together those that come together. It ends with the context. A number that
// the log has not reached is INVALID.
func (a *Atlas) Feed(ctx context.Context, since int64, county string) (iter.Seq[[]gov.Commit], error) {
	if since > a.Position() {
		if err := a.Sync(ctx); err != nil { // another process may have told the caller of it
			return nil, err
		}
	}
	f := a.feed.Load()
	if f == nil {
		return nil, a.Ready()
	}
	if since < 0 {
		return nil, gov.Errorf(gov.CodeInvalid, "变更记录的编号从 0 起", "numbers of the log count from 0").At("since")
	}
	if last := f.last(); since > last {
		return nil, gov.Errorf(gov.CodeInvalid, "变更记录只到第 %d 号", "the log ends at number %d", last).At("since").
			Advise("若数据曾从备份恢复，请从 0 或当前号重新开始", "if the data was restored from a backup, begin again at 0 or at the newest number")
	}
	return func(yield func([]gov.Commit) bool) {
		for ctx.Err() == nil {
			commits, moved := a.following(ctx, f, since)
			if len(commits) == 0 {
				select {
				case <-ctx.Done():
				case <-moved:
				}
				continue
			}
			since = commits[len(commits)-1].Seq
			if of := onlyOf(county, commits); len(of) > 0 && !yield(of) {
				return
			}
		}
	}, nil
}

// following are the next commits after a number, from memory or else from the store. A store that can't be reached is
// asked again when the log moves on, which it does once it is back.
func (a *Atlas) following(ctx context.Context, f *feed, since int64) ([]gov.Commit, <-chan struct{}) {
	commits, known, moved := f.after(since)
	if known {
		return commits, moved
	}
	commits, err := a.store.Log(ctx, since, batch)
	if err != nil {
		return nil, a.pause()
	}
	return commits, moved
}

func onlyOf(county string, commits []gov.Commit) []gov.Commit {
	if county == "" {
		return commits
	}
	return slices.DeleteFunc(commits, func(c gov.Commit) bool { return c.County != county })
}

// pause is closed after as long as the log is left alone between two looks.
func (a *Atlas) pause() <-chan struct{} {
	over := make(chan struct{})
	time.AfterFunc(a.poll, func() { close(over) })
	return over
}
