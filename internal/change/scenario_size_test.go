package change_test

import (
	"encoding/json"
	"fmt"
	"runtime"
	"testing"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

func liveBytes() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// A scenario that merges two organs of one township costs the memory of that one township, not of the county's fifteen.
func TestScenarioSize(t *testing.T) {
	const scenarios, most = 100, 64 << 10
	raw, err := json.Marshal(countytest.Large(countytest.FullSize))
	if err != nil {
		t.Fatal(err)
	}
	before := liveBytes()
	var g gov.Graph
	if err := json.Unmarshal(raw, &g); err != nil {
		t.Fatal(err)
	}
	base, err := snapshot.Build(g, snapshot.Meta{Revision: 1})
	if err != nil {
		t.Fatal(err)
	}
	g = gov.Graph{}
	whole := liveBytes() - before
	results := make([]*snapshot.County, scenarios)
	before = liveBytes()
	for i := range results {
		township := base.Townships()[i%15]
		organs := township.Organs()
		merge := &change.MergeOrgans{Organs: []string{organs[i%6].Key, organs[6+i%5].Key}, New: &gov.Organ{Name: fmt.Sprintf("第%d方案办公室", i)}}
		if results[i], _, err = change.Apply(base, []change.Edit{merge}, snapshot.Meta{Revision: 2}); err != nil {
			t.Fatal(err)
		}
	}
	each := (liveBytes() - before) / scenarios
	t.Logf("county %d KiB, each of %d scenarios %d KiB more", whole>>10, scenarios, each>>10)
	if each > most {
		t.Errorf("a scenario costs %d bytes, want at most %d", each, most)
	}
	runtime.KeepAlive(results)
	runtime.KeepAlive(base)
	runtime.KeepAlive(raw)
}
