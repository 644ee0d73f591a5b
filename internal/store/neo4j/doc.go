// Package neo4j is the store in a Neo4j database, community or enterprise, one server or a cluster.
//
// It holds the true, current graph of every county, readable by somebody who has never seen this program, and the log,
// both changed in the same transaction:
//
//	(:Region {key,name,level})-[:下辖]->(:Region | :County)-[:下辖]->(:Township)
//	(:County)-[:设置]->(:Department)-[:内设]->(:Section)          (:Township)-[:设置]->(:Organ)
//	(:Leader)-[:任职 {posts}]->(:Township)                        (:Leader)-[:分管]->(:Organ)
//	(:Organ)-[:对口]->(:Department)      (:Organ)-[:合署]->(:Organ)      (:Department)-[:派驻]->(:Organ)
//	(:Organ | :Department)-[:承担]->(:Duty)
//	(:FormerOrgan)-[:改为]->(:Organ | :FormerOrgan)               the same for departments and sections
//	(:Measure) (:Indicator) (:Source)
//
//	(:Head {county, revision, documents, seq, commitId, recordedAt, effective, derived:…})
//	(:Commit {id, seq, county, revision, recordedAt, effective, actor, reason, counts…})-[:正文]->(:CommitPart)
//	(:Document {seq, county, kind, id, version, actor, time, deleted, body})
//	(:Checkpoint {county, revision})-[:正文]->(:CheckpointPart)      (:Log {seq, documents, format})
//
// A county's nodes carry county and key, and the JSON fields of their gov types by the same names: nested ones flattened
// (authorityLevel), lists of objects as parallel lists (powersPower, powersHolder); see shape.go. What is empty has no
// property. 下辖, 设置, 内设 and 任职 are drawn from the nodes' own fields and hold nothing else.
//
// # Changes by others
//
// Load reads the graph itself, so what others changed is seen. What can't be part of a county (a strange label, a wrong
// type, a missing end) is left out; Observe tells of it. An append compares what it touches with the delta's
// before-images and refuses to build on what differs; Append.Adopt takes the difference into the log.
//
// # Concurrency
//
// Neo4j shows a commit's rows one after the other while it is applied. So whatever must be of one moment is read under
// a lock: a county's under its head's, the logs' ends under the Log node's, which a commit or a document
// takes with its last statement (barrier.cypher). Reads that can tell a half-seen commit from a whole one take the lock only then.
//
// Statements are in cypher/, one a file; the names filled into them are the constants of labels.go, values are always
// parameters. It imports gov, store and the Neo4j driver.
package neo4j
