// Package store is what keeps counties over restarts: heads, graphs, the log of commits, small versioned documents and
// checkpoints. It knows nothing of edits, overlaps or GraphQL.
//
// # The contract
//
// Every engine keeps, per county, one head, the current graph and the log; over all counties one sequence of commits
// and one of document writes.
//
//   - Append is atomic. It locks the county's head first, and under that lock: a commit id already in the log is
//     answered with the commit as it was recorded (so an append whose acknowledgement was lost can be sent again and is
//     applied once; if the earlier commit differs in county, base or edits: CONFLICT); a base that is not the head's
//     revision is CONFLICT; RecordedAt is raised to that of the county's previous commit if it is earlier, Effective
//     may not be earlier (INVALID). Then graph, log, head and derived blobs change together. The sequence number is
//     taken as the last step, so that the order of numbers is the order in which commits become visible, without gaps
//     that could still fill: a reader that has seen number n has seen all below it. The rules are in rules.go, and
//     every engine applies them by the same functions.
//   - What an append touches is compared with the delta's before-images; a difference means that somebody changed the
//     graph outside of this program: CONFLICT, with the advice to run reconcile. Nothing else of the graph is looked at.
//   - Load gives head and graph of one moment. Log gives commits with a sequence number above since, in order.
//   - Derived blobs belong to a head's revision: an append leaves exactly those it brings, PutDerived adds to them.
//   - A document write names the version it is based on (0 = new) and is CONFLICT on any other; the same write sent
//     again is answered as it was recorded. It bumps the head's Documents counter. Earlier versions stay readable with
//     their time, so that `at` hides later decisions; a time is raised to that of the version before, if it is earlier.
//     Its number in the order of all document writes is taken as the last step, as a commit's is: DocumentLog gives
//     every version once, in order, without gaps that could still fill.
//   - Checkpoints are whole graphs at a revision. They can be deleted and rebuilt at any time and are never trusted over
//     the log. One that can't be read is none. An engine writes them by itself ([Checkpointed], by [Checkpoints]): in the
//     background, so that no commit waits for one, and wherever [At] found none near, so that a log without any heals
//     by use; Close waits for the one being written.
//   - A call that names a county which has no head is NOT_FOUND. Append makes the county; PutDerived does nothing.
//   - What cannot be reached is UNAVAILABLE; every call honours its context, and a call given up says so with
//     UNAVAILABLE because of the context's error. After UNAVAILABLE an append may or may not have happened: send it
//     again with the same id.
//
// An engine whose graph others can change without this program is an [Observer].
//
// The conformance suite in storetest holds every engine to this; a new engine joins with a one-method factory.
//
// It imports gov. To add an engine: a folder below this one, one line in server/stores.go, the suite.
package store
