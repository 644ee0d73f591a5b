package desk

import (
	"time"

	"golang.org/x/sync/singleflight"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
)

// DefaultCacheBytes is the default bound of the cache of results: about a thousand mergers in a county of 15 townships.
// With the overlaps that were read in them they take some four times as much.
const DefaultCacheBytes = 48 << 20

// Config is what a desk needs.
type Config struct {
	Atlas *atlas.Atlas
	// Mint makes an id that was never given out, of small letters, digits and hyphens.
	Mint       func() string
	Now        func() time.Time
	CacheBytes int64 // bound of the cache of results, parts they share counted once; 48 MiB
}

// Desk is where planners work. All methods are safe for concurrent use.
type Desk struct {
	atlas   *atlas.Atlas
	mint    func() string
	now     func() time.Time
	records *decoded
	results *atlas.Cache[resultKey]
	flights singleflight.Group
}

// versionKey names one version of a scenario.
type versionKey struct {
	county, id string
	version    int64
}

// resultKey names what a version of a scenario leads to, whole or as some bases tell it.
type resultKey struct {
	versionKey
	bases string
}

// New makes a desk.
func New(c Config) *Desk {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.CacheBytes == 0 {
		c.CacheBytes = DefaultCacheBytes
	}
	return &Desk{atlas: c.Atlas, mint: c.Mint, now: c.Now, records: newDecoded(), results: atlas.NewCache[resultKey](c.CacheBytes)}
}

// Record is a scenario as it is on record.
type Record struct {
	scenario.Scenario
	ID      string
	County  string
	Version int64     // counts its writes, from 1; a write names the version it is based on
	Actor   string    // of the last write
	Time    time.Time // of the last write
}

// GlobalID is the opaque id of the scenario itself; what is read in it has ids of the world s<id>.
func (r Record) GlobalID() string {
	return gov.GlobalID{Type: "Scenario", County: r.County, Key: r.ID}.String()
}

// ResultCache are the figures of the cache of results.
func (d *Desk) ResultCache() atlas.CacheStats { return d.results.Stats() }
