package neo4jtest

import (
	"context"
	"fmt"
	"os"
	"time"
)

// lockPoll is how often a waiter looks whether a lock is free: file locks
// cannot be waited for and given up at the same time.
const lockPoll = 50 * time.Millisecond

// lock waits for the lock of the file at path, until ctx ends. It holds between
// processes and within one, and is freed by release or by the process's death.
func lock(ctx context.Context, path string) (release func(), err error) {
	tick := time.NewTicker(lockPoll)
	defer tick.Stop()
	for {
		release, ok, err := tryLock(path)
		if ok || err != nil {
			return release, err
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("neo4jtest: wait for another process to release %s: %w", path, context.Cause(ctx))
		case <-tick.C:
		}
	}
}

// tryLock takes the lock of the file at path if nobody has it. Who has it may
// remove the file before the release: a lock of a removed file is none.
func tryLock(path string) (release func(), ok bool, err error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, false, fmt.Errorf("neo4jtest: open a lock: %w", err)
	}
	ok, err = lockFile(file)
	ok = ok && isAt(file, path)
	if !ok {
		_ = file.Close()
		if err != nil {
			return nil, false, fmt.Errorf("neo4jtest: lock %s: %w", path, err)
		}
		return nil, false, nil
	}
	return func() { _ = file.Close() }, true, nil
}

// isAt reports whether an open file is the one that path names.
func isAt(file *os.File, path string) bool {
	opened, err := file.Stat()
	if err != nil {
		return false
	}
	named, err := os.Stat(path)
	return err == nil && os.SameFile(opened, named)
}
