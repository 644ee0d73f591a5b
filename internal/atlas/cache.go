package atlas

import (
	"math"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"tiaokuai/internal/snapshot"
)

// cacheKey names a snapshot: a county's revision, whole or as some bases tell it.
type cacheKey struct {
	county   string
	revision int64
	bases    string
}

// cache holds snapshots up to a bound of bytes, dropping what was used longest ago. A part that several snapshots share
// is counted once.
type cache struct {
	mu    sync.Mutex
	lru   *simplelru.LRU[cacheKey, *snapshot.County]
	parts map[any]*sharedPart
	bytes int64
	limit int64
}

type sharedPart struct {
	bytes int64
	users int
}

func newCache(limit int64) *cache {
	c := &cache{parts: map[any]*sharedPart{}, limit: limit}
	c.lru, _ = simplelru.NewLRU(math.MaxInt, func(_ cacheKey, s *snapshot.County) { c.release(s) }) // fails only on a size below 1
	return c
}

func (c *cache) get(key cacheKey) (*snapshot.County, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.lru.Get(key)
}

// put keeps a snapshot and drops the oldest others while the bound is passed; the one just put stays.
func (c *cache) put(key cacheKey, s *snapshot.County) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.lru.Contains(key) {
		return
	}
	c.lru.Add(key, s)
	for part, bytes := range s.Parts() {
		p := c.parts[part]
		if p == nil {
			p = &sharedPart{bytes: int64(bytes)}
			c.parts[part] = p
			c.bytes += p.bytes
		}
		p.users++
	}
	for c.bytes > c.limit && c.lru.Len() > 1 {
		c.lru.RemoveOldest()
	}
}

func (c *cache) release(s *snapshot.County) {
	for part := range s.Parts() {
		p := c.parts[part]
		if p.users--; p.users == 0 {
			c.bytes -= p.bytes
			delete(c.parts, part)
		}
	}
}

// CacheStats says what the snapshot cache holds: snapshots, and the estimated bytes of their parts counted once.
type CacheStats struct {
	Snapshots int
	Bytes     int64
	Limit     int64
}

// CacheStats are the cache's figures now.
func (a *Atlas) CacheStats() CacheStats {
	a.cache.mu.Lock()
	defer a.cache.mu.Unlock()
	return CacheStats{a.cache.lru.Len(), a.cache.bytes, a.cache.limit}
}
