MATCH (d:Document)
WHERE d.county = $county AND d.kind = $kind AND d.id IS NOT NULL AND d.version > 0 AND ($at IS NULL OR d.time <= $at)
WITH d ORDER BY d.version DESC
WITH d.id AS id, head(collect(d)) AS d
WHERE NOT d.deleted
RETURN properties(d) AS document
ORDER BY id
