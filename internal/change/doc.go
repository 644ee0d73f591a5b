// Package change is the one way a county changes: typed edits, each in a file of its own, applied by a pure function.
//
// An [Edit] validates itself against a [Draft] (a snapshot with changes laid over it) and writes nodes and edges into
// it. [Apply] runs a list of edits and gives the new snapshot with its delta; nothing is half-applied, and every problem
// of every edit is reported at once with its place (edits, index, field). The same edits on the same snapshot give the
// same result in any process: keys are minted by a pure function, and there is no clock and no randomness.
//
// As JSON an edit is {"createOrgan":{…}}: the same shape as the GraphQL EditInput. To add an edit: its file, with the
// type, Apply and Sentence; one line in registry.go; the same-named input in the SDL.
//
// It imports gov and snapshot.
package change
