package atlas

import (
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/sync/singleflight"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// DefaultCacheBytes is the default bound of the snapshot cache.
const DefaultCacheBytes = 512 << 20

// Config is what an atlas needs. Zero values of the last three take defaults.
type Config struct {
	Store      store.Store
	Log        *slog.Logger
	Now        func() time.Time
	CacheBytes int64         // bound of the snapshot cache; 512 MiB
	Poll       time.Duration // how often the log is asked for others' commits; 500 ms
}

// Atlas is the state of one process on one store. All methods are safe for concurrent use.
type Atlas struct {
	store store.Store
	log   *slog.Logger
	now   func() time.Time
	poll  time.Duration

	heads   atomic.Pointer[heads] // nil until the store was first reached
	failure atomic.Pointer[gov.Error]
	moving  sync.Mutex           // held while heads are replaced
	feed    atomic.Pointer[feed] // there before heads are
	shelved atomic.Int64         // number of the newest document followed
	turns   turns
	news    chan struct{} // asks Run to look at the log at once

	cache   *Cache[cacheKey]
	flights singleflight.Group
	shelves *lru.Cache[shelfKey, []store.Document]
	times   *timeline
}

// New makes an atlas; it reads nothing before [Atlas.Sync] or [Atlas.Run].
func New(c Config) *Atlas {
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.CacheBytes == 0 {
		c.CacheBytes = DefaultCacheBytes
	}
	if c.Poll == 0 {
		c.Poll = 500 * time.Millisecond
	}
	shelves, _ := lru.New[shelfKey, []store.Document](cachedShelves) // fails only on a size below 1
	return &Atlas{
		store: c.Store, log: c.Log, now: c.Now, poll: c.Poll, cache: NewCache[cacheKey](c.CacheBytes),
		shelves: shelves, times: newTimeline(), news: make(chan struct{}, 1),
	}
}

// Ready is nil once the heads are known and the store answered last time; otherwise it says what is wrong.
func (a *Atlas) Ready() error {
	if e := a.failure.Load(); e != nil {
		return e
	}
	if a.heads.Load() == nil {
		return notYet()
	}
	return nil
}

func notYet() *gov.Error {
	return gov.Errorf(gov.CodeUnavailable, "数据存储尚未就绪", "the store has not been reached yet").
		Advise("请稍后重试；若持续出现，请检查数据存储的地址与状态", "try again shortly; if it lasts, check the store's address and state")
}
