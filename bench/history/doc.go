// Package history measures what issue 4 promises of writing and of the past: commits per second on each store, beside
// the least that each store can do; and reading a county as it was at any revision of a long log, warm beside a read of
// the county as it is, and cold.
//
//   - log.go writes a long log, commits.go has the writers and floor.go their floors, at.go reads;
//   - bench/run prints the figures: go run ./bench/run -history.
//
// It imports the rooms from the outside, as bench does.
package history
