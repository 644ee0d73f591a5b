MATCH (k:Checkpoint)
WHERE k.county = $county AND 0 < k.revision <= $revision
WITH k ORDER BY k.revision DESC LIMIT 1
RETURN k.revision AS revision, k.parts AS count, [(k)-[:正文]->(p:CheckpointPart) | [p.index, p.body]] AS parts
