// Package overlap finds and explains what makes coordination between a township's organs, its leaders and the county's
// departments cost: 多对一, 多头分管, 职责交叉 and the rest of DESIGN section 5.
//
// A [Detector] is one file: a pure function of a township (or of the county's own nodes) that tells [findings], its
// documentation, and an explanation in two languages; with fixtures in testdata/<kind>.txtar, and a twin in
// cypher/<kind>.cypher that computes the same participants on a real Neo4j ([Cookbook]). Costs are exact, in millionths:
// the structure cost of a township or county is the sum of its overlaps' costs, to the last digit.
//
// [Of] is the report of a county. Results are computed once per immutable part of a snapshot and kept with it, so an
// edit recomputes only the townships it touches. [Counterfactuals] says what each edge costs, [QualityOf] how much data
// the costs stand on, [Summarize] what a table of many counties shows.
//
// What counts: BUSINESS counterparts, LEAD charges, lists and admissions in force on the snapshot's effective day.
// Stations and statutory organs count in every detector. What is not on record raises nothing.
//
// It imports gov and snapshot. To add a detector: its file, one line in registry.go; the tests then ask for its twin
// and its fixtures. A change of what is found or of its cost raises [SummaryVersion].
package overlap
