package desk_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/desk"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
)

func liveBytes() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// TestAThousandScenarios has a thousand planners on one county of full size at once, each with a merger of their own and
// the overlaps of its result read. All results are held at the end, so that what is measured is what a thousand open
// scenarios cost, cache or no cache.
func TestAThousandScenarios(t *testing.T) {
	const scenarios, most = 1000, 200 << 20
	o := on(t, opened(t, filepath.Join(t.TempDir(), "test.db")))
	large, err := snapshot.Build(countytest.Large(countytest.FullSize), snapshot.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	o.commitTo(large.Key, 0, change.Between(nil, large)...)
	townships := large.Townships()
	before := liveBytes()
	results := make([]*snapshot.County, scenarios)
	var all sync.WaitGroup
	for planner := range 8 {
		all.Go(func() {
			for i := planner; i < scenarios; i += 8 {
				organs := townships[i%len(townships)].Organs()
				merge := &change.MergeOrgans{Organs: []string{organs[i%6].Key, organs[6+i%5].Key}, New: &gov.Organ{Name: fmt.Sprintf("第%d方案办公室", i)}}
				results[i] = o.planned(large.Key, fmt.Sprintf("p%d", i), merge)
			}
		})
	}
	all.Wait()
	grown := liveBytes() - before
	t.Logf("%d scenarios: %d MiB more, %d KiB each; cache %+v", scenarios, grown>>20, grown>>10/scenarios, o.ResultCache())
	if grown > most {
		t.Errorf("%d scenarios cost %d bytes, want at most %d", scenarios, grown, most)
	}
	total := overlap.Of(large).Total
	for i, c := range results {
		if c == nil || c.Meta().World != scenario.World(fmt.Sprintf("p%d", i)) || len(c.Organs()) != len(large.Organs())-1 || overlap.Of(c).Total == total {
			t.Fatalf("scenario %d has not its own result", i)
		}
	}
	if list, err := o.Scenarios(t.Context(), o.view(), large.Key); err != nil || len(list) != scenarios {
		t.Errorf("%d on the list, %v", len(list), err)
	}
	if s := o.ResultCache(); s.Bytes > desk.DefaultCacheBytes {
		t.Errorf("the cache holds %+v", s)
	}
	runtime.KeepAlive(results)
}

// planned makes a scenario of one edit and reads its result.
func (o office) planned(county, id string, e change.Edit) *snapshot.County {
	ctx := o.t.Context()
	r, err := o.Create(ctx, desk.Write{County: county, ID: id, Actor: "甲"}, scenario.Outline{Title: "方案", Steps: []scenario.Step{step(e)}})
	if err != nil {
		o.t.Error(err)
		return nil
	}
	_, c, err := o.ResultOf(ctx, o.view(), r)
	if err != nil {
		o.t.Error(err)
		return nil
	}
	overlap.Of(c)
	return c
}

// TestManyWriteOneScenario has planners race for each version of one scenario: one of them wins it, the others are told,
// and what is read is what the winner wrote.
func TestManyWriteOneScenario(t *testing.T) {
	o := start(t)
	r := o.create()
	for round := range 20 {
		w := next(r)
		var mu sync.Mutex
		var won []desk.Record
		var all sync.WaitGroup
		for planner := range 6 {
			all.Go(func() {
				mine := w
				mine.Actor = fmt.Sprint("规划员", planner)
				name := fmt.Sprintf("办%d-%d", round, planner)
				written, err := o.Do(t.Context(), mine, step(&change.RenameOrgan{Key: alarm, Name: name}))
				if err == nil {
					mu.Lock()
					won = append(won, written)
					mu.Unlock()
				} else if gov.CodeOf(err) != gov.CodeConflict {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if len(won) != 1 || won[0].Version != w.Version+1 {
			t.Fatalf("round %d: %d won", round, len(won))
		}
		r = won[0]
		raw, err := json.Marshal(r.Steps[len(r.Steps)-1].Edits)
		if err != nil {
			t.Fatal(err)
		}
		if n, _ := o.result(r.ID).Node(alarm); string(raw) != fmt.Sprintf(`[{"renameOrgan":{"key":"%s","name":"%s"}}]`, alarm, n.NodeName()) {
			t.Errorf("the result says %s, the winner wrote %s", n.NodeName(), raw)
		}
	}
}
