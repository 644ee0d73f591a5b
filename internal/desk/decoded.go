package desk

import (
	"math"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"tiaokuai/internal/scenario"
)

// decodedBytes bounds the bodies of the scenarios that are kept decoded.
const decodedBytes = 16 << 20

// decoded keeps scenarios read from their documents, those read last.
type decoded struct {
	mu    sync.Mutex
	lru   *simplelru.LRU[versionKey, body]
	bytes int
}

// body is a scenario with the size of its document.
type body struct {
	scenario scenario.Scenario
	bytes    int
}

func newDecoded() *decoded {
	d := &decoded{}
	d.lru, _ = simplelru.NewLRU(math.MaxInt, func(_ versionKey, b body) { d.bytes -= b.bytes }) // fails only on a size below 1
	return d
}

// get is a scenario that is kept, else one decoded now.
func (d *decoded) get(key versionKey, raw []byte) (scenario.Scenario, error) {
	d.mu.Lock()
	kept, ok := d.lru.Get(key)
	d.mu.Unlock()
	if ok {
		return kept.scenario, nil
	}
	s, err := scenario.Decode(raw)
	if err != nil {
		return s, err
	}
	d.keep(key, s, len(raw))
	return s, nil
}

// keep keeps a scenario whose document has so many bytes.
func (d *decoded) keep(key versionKey, s scenario.Scenario, bytes int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.lru.Contains(key) {
		d.lru.Add(key, body{s, bytes})
		d.bytes += bytes
	}
	for d.bytes > decodedBytes && d.lru.Len() > 1 {
		d.lru.RemoveOldest()
	}
}
