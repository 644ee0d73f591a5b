// Package explore walks a county's snapshot for the questions that are about the graph itself: what is around a node,
// how two nodes hang together, and who meets whom. Everything is a pure function with one answer for one snapshot.
package explore
