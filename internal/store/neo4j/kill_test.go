package neo4j_test

import (
	"context"
	"math/rand/v2"
	"os"
	"sync"
	"testing"

	"tiaokuai/internal/neo4jtest"
	"tiaokuai/internal/store/neo4j"
	"tiaokuai/internal/store/storetest"
)

// soak says whether the long versions of the tests are asked for.
func soak() bool { return os.Getenv("TIAOKUAI_SOAK") == "1" }

// Neo4j killed with kill -9 in the midst of commits loses no answered commit and doubles none, and the store goes on by
// itself when Neo4j is back. 50 kills with TIAOKUAI_SOAK=1, else 5.
func TestKilledNeo4j(t *testing.T) {
	t.Parallel()
	kills := 5
	if soak() {
		kills = 50
	}
	server := neo4jtest.New(t)
	crew := startCrew(t, server.URI())
	var witness storetest.Witness
	for range kills {
		crew.answers(t, 1+rand.IntN(12))
		server.Kill()
		if err := server.Restart(t.Context()); err != nil {
			t.Fatal(err)
		}
		witness.Check(t, crew.store, crew.taken())
	}
	crew.stop()
	witness.Check(t, crew.store, crew.taken())
	t.Logf("%d kills, %d commits", kills, witness.Commits())
}

// crew are writers at work, each on a county of its own.
type crew struct {
	store *neo4j.Store
	news  chan storetest.Ack
	stop  func() // waits for the writers

	mu   sync.Mutex
	acks []storetest.Ack
}

func startCrew(t *testing.T, uri string) *crew {
	t.Helper()
	c := &crew{store: open(t, uri), news: make(chan storetest.Ack)}
	ctx, cancel := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			if err := storetest.Write(ctx, c.store, w, 0, func(a storetest.Ack) { c.hear(ctx, a) }); err != nil {
				t.Errorf("writer %d: %v", w, err)
				cancel()
			}
		})
	}
	c.stop = func() {
		cancel()
		wg.Wait()
	}
	t.Cleanup(func() {
		c.stop()
		_ = c.store.Close(context.WithoutCancel(t.Context()))
	})
	return c
}

func (c *crew) hear(ctx context.Context, a storetest.Ack) {
	c.mu.Lock()
	c.acks = append(c.acks, a)
	c.mu.Unlock()
	select {
	case c.news <- a:
	case <-ctx.Done():
	}
}

// answers waits until n more commits were answered.
func (c *crew) answers(t *testing.T, n int) {
	t.Helper()
	for range n {
		select {
		case <-c.news:
		case <-t.Context().Done():
			t.Fatal("the writers stopped")
		}
	}
}

// taken are the answers since the last call.
func (c *crew) taken() []storetest.Ack {
	c.mu.Lock()
	defer c.mu.Unlock()
	acks := c.acks
	c.acks = nil
	return acks
}
