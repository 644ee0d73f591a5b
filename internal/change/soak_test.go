package change_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// 100,000 random edits in commits of random size on random counties: the snapshot is the replayed log.
func TestSoak(t *testing.T) {
	const edits = 100_000
	start, done, commits, counties := time.Now(), 0, 0, 0
	for ; done < edits; counties++ {
		n, c := soak(t, rand.New(rand.NewPCG(1, uint64(counties))), min(200, edits-done))
		done, commits = done+n, commits+c
	}
	t.Logf("%d edits in %d commits on %d counties: %v", done, commits, counties, time.Since(start).Round(time.Millisecond))
}

// soak edits one county and replays its log.
func soak(t *testing.T, dice *rand.Rand, edits int) (done, commits int) {
	start := countytest.Random(dice)
	now, log := start, []gov.Delta(nil)
	for done < edits {
		some := countytest.RandomEdits(dice, now, 1+dice.IntN(20))
		next, delta, err := change.Apply(now, some, snapshot.Meta{Revision: now.Revision() + 1})
		if err != nil {
			t.Fatalf("edits that apply one by one do not together: %v", err)
		}
		now, log, done = next, append(log, delta), done+len(some)
	}
	replayed := start.Graph()
	for _, delta := range log {
		var err error
		if replayed, err = replayed.Apply(delta); err != nil {
			t.Fatal(err)
		}
	}
	if !gov.SameGraph(replayed, now.Graph()) {
		t.Fatal("the snapshot is not the replayed log")
	}
	rebuilt, err := snapshot.Build(replayed, now.Meta())
	if err != nil {
		t.Fatal(err)
	}
	if countytest.Walk(rebuilt) != countytest.Walk(now) {
		t.Fatal("the snapshot is linked otherwise than one built from the replayed log")
	}
	return done, len(log)
}
