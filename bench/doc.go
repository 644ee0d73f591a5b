// Package bench measures the product: how fast it answers, against hand-written Cypher and against a static handler, and
// what a county costs in time and memory. README.md beside this file has the newest figures.
//
//   - dataset draws counties, queries fixes what is asked, peer answers the same by other means;
//   - run is the command that measures all of them together: go run ./bench/run;
//   - history measures commits and reads of the past on both stores: go run ./bench/run -history;
//   - the Go benchmarks here run once in CI, so that they cannot rot.
package bench
