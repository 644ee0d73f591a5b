// Package gov is the vocabulary of county government that every other room speaks: keys, kinds, nodes, edges,
// deltas, commits and the one error type.
//
// A county is a graph of nodes (township, organ, department, …) and edges (对口 counterpart, 分管 charge, 承担
// assignment, …). Nodes and edges are plain values with JSON tags; once handed to another room they are never changed,
// an edit makes a copy. An absent value and an empty one are the same everywhere, so every field is omitted when empty
// and [Normalize] brings a value into its one canonical form.
//
// A key is unique within its county over all kinds and never changes; an edge's key is kind|from|to. A dissolved organ,
// department or section becomes a [Former] with the key it had, so that its id leads to its successors.
//
// It imports the standard library only. To add a kind of node or edge: the type in a file of its own, one line in
// registry.go, one in the SDL.
package gov
