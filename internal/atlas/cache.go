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

// Cache holds snapshots up to a bound of bytes, dropping what was used longest ago. A part that several snapshots share
// is counted once. It is safe for concurrent use.
type Cache[K comparable] struct {
	mu    sync.Mutex
	lru   *simplelru.LRU[K, *snapshot.County]
	parts map[any]*sharedPart
	bytes int64
	limit int64
}

type sharedPart struct {
	bytes int64
	users int
}

// NewCache makes a cache with a bound in bytes.
func NewCache[K comparable](limit int64) *Cache[K] {
	c := &Cache[K]{parts: map[any]*sharedPart{}, limit: limit}
	c.lru, _ = simplelru.NewLRU(math.MaxInt, func(_ K, s *snapshot.County) { c.release(s) }) // fails only on a size below 1
	return c
}

// Get is the snapshot kept under a key.
func (c *Cache[K]) Get(key K) (*snapshot.County, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.lru.Get(key)
}

// Put keeps a snapshot and drops the oldest others while the bound is passed; the one just put stays.
func (c *Cache[K]) Put(key K, s *snapshot.County) {
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

func (c *Cache[K]) release(s *snapshot.County) {
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

// Stats are the cache's figures now.
func (c *Cache[K]) Stats() CacheStats {
	c.mu.Lock()
	defer c.mu.Unlock()
	return CacheStats{c.lru.Len(), c.bytes, c.limit}
}

// CacheStats are the figures of the cache of snapshots now.
func (a *Atlas) CacheStats() CacheStats { return a.cache.Stats() }
