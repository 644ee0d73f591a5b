package neo4jtest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
)

// Holders that remove the file and holders that leave it keep each other out.
func TestLockIsHeldByOne(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "lock")
	var holders, held atomic.Int64 // the race detector does not know file locks
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			release, err := lock(t.Context(), path)
			if err != nil {
				t.Error(err)
				return
			}
			if n := holders.Add(1); n != 1 {
				t.Errorf("%d hold the lock", n)
			}
			held.Add(1)
			holders.Add(-1)
			if i%2 == 0 {
				_ = os.Remove(path)
			}
			release()
		})
	}
	all.Wait()
	if held.Load() != 8 {
		t.Errorf("%d held the lock, want 8", held.Load())
	}
}

func TestWaitForLockEndsWithContext(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "lock")
	release, err := lock(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := lock(ctx, path); !errors.Is(err, context.Canceled) {
		t.Fatalf("want %v, got %v", context.Canceled, err)
	}
}
