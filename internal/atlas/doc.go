// Package atlas is the living state of a server process: the heads of all counties, a bounded cache of linked
// snapshots, and the one way to commit.
//
// Reads touch no database once a county is cached: the atlas advances its heads by its own commits and by the log of
// every other process on the same store ([Atlas.Run]). Where the store cannot be reached, reads of cached counties go
// on, commits are UNAVAILABLE, and following resumes by itself.
//
// What is derived from a head (overlap summary, names) is stored beside it, so that nation-wide tables and searches load
// no county; a blob of another version is computed anew, never served.
//
// It imports gov, snapshot, change, overlap, search and store.
package atlas
