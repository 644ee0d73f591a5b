// Package change is the one way a county changes: typed edits, each in a file of its own, applied by a pure function.
//
// An [Edit] validates itself against a [Draft] (a snapshot with changes laid over it) and writes nodes and edges into
// it, or reports its problems and writes nothing. [Apply] runs a list of edits and gives the new snapshot with its
// delta; nothing is half-applied, and every problem of every edit is reported at once with its place (edits, index,
// kind, field). The same edits on the same snapshot give the same result in any process: keys are minted by a pure
// function, and there is no clock and no randomness. [Restore] with an inverted delta takes any commit back, and
// [Between] finds the edits that lead from one snapshot to another.
//
// An edit that states a relation (addCounterpart, assignLeader, assignDuty, …) may be said twice: it replaces what is on
// record between the two ends. Removing takes edges along and refuses while a node or an attribute still needs what
// goes; dissolving (merge, split, abolish, transfer) leaves a former that leads to its successors.
//
// As JSON an edit is {"createOrgan":{…}}: the same shape as the GraphQL EditInput. To add an edit: its file, with the
// type, Apply, Sentence and Describe; one line in registry.go; the same-named input in the SDL; the tests then ask for a
// generator in countytest/editors.go.
//
// It imports gov and snapshot.
package change
