CREATE (k:Checkpoint {county: $county, revision: $revision, parts: size($parts)})
FOREACH (part IN $parts | CREATE (k)-[:正文]->(:CheckpointPart {index: part.index, body: part.body}))
