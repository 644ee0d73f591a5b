// Package overlap finds and explains what makes coordination between a township's organs, its leaders and the county's
// departments cost: 多对一, 多头分管, 职责交叉 and the rest of DESIGN section 5.
//
// A [Detector] is one file: a pure function of a township (or of the county's own nodes) to [Overlap]s, its
// documentation, an explanation in two languages, fixtures in testdata/<name>.txtar, and a twin in cypher/<name>.cypher
// that computes the same participants on a real Neo4j. Costs are exact: the structure cost of a township or county is
// the sum of its overlaps' costs, to the last digit.
//
// Results are computed once per immutable part of a snapshot and kept with it, so an edit recomputes only the townships
// it touches.
//
// It imports gov and snapshot. To add a detector: its file, one line in registry.go; the tests then ask for its twin
// and its fixtures.
package overlap
