// Package exchange reads and writes whole counties as files. A format is one file here; JSON is the one that `load`
// reads back without loss.
//
// It imports gov and snapshot.
package exchange
