// Package bolt is the store in one file (go.etcd.io/bbolt): the default, so that the program runs with nothing installed.
//
// Every write is forced to disk before its answer; a process killed at any moment leaves the file as the last answered
// write did, or one write further. One process at a time opens the file, and in it one writer at a time writes; readers
// never wait.
//
// # The file
//
//	meta         format → "1"
//	log          seq → commit            a commit is: length of header (uvarint), header (JSON), body (Codec)
//	ids          commit id → seq
//	documentLog  seq → county, 0, key in the county's documents
//	counties     county's key → bucket:
//	  head         (a value) JSON of gov.Head without its derived blobs
//	  derived      name → blob
//	  nodes        key → kind, 0, JSON
//	  edges        kind, 0, from, 0, to → JSON
//	  revisions    revision → seq, effective day
//	  documents    kind, 0, id, 0, version → JSON of store.Document
//	  checkpoints  revision → graph (Codec.Pack)
//
// Numbers are 8 bytes, big-endian, so that keys are in order. The graph stands in single entries, so that an append
// touches what its delta touches and nothing else, and compares each with the delta's before-image.
//
// It imports gov and store.
package bolt
