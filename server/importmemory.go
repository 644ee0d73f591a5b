package main

import (
	"math"
	"runtime"
	"runtime/debug"
)

// importMemory is what an import tries to do with, beyond what the process holds already: enough for 100,000 rows.
const importMemory = 380 << 20

// boundMemory has garbage collected the sooner, the more memory an import takes, until the function that it gives is
// called. Without it the garbage of a large file may take as much as the file does. Imports come one at a time, so
// none undoes another's bound; GOMEMLIMIT goes before.
func boundMemory() (unbound func()) {
	before := debug.SetMemoryLimit(-1)
	if before != math.MaxInt64 {
		return func() {}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	debug.SetMemoryLimit(int64(m.Sys-m.HeapReleased) + importMemory) //nolint:gosec // no process holds that much
	return func() { debug.SetMemoryLimit(before) }
}
