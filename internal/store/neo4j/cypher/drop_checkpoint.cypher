MATCH (k:Checkpoint {county: $county, revision: $revision})
OPTIONAL MATCH (k)-[:正文]->(p:CheckpointPart)
DETACH DELETE p, k
