// Written by several at once it is written by each in turn, since what is merged is unique.
MERGE (k:Checkpoint {county: $county, revision: $revision})
SET k.parts = size($parts)
WITH k
CALL (k) {
  MATCH (k)-[:正文]->(old:CheckpointPart)
  DETACH DELETE old
}
FOREACH (part IN $parts | CREATE (k)-[:正文]->(:CheckpointPart {index: part.index, body: part.body}))
