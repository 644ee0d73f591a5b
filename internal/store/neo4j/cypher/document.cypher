MATCH (d:Document)
WHERE d.county = $county AND d.kind = $kind AND d.id = $id AND d.version > 0
RETURN properties(d) AS document
ORDER BY d.version DESC LIMIT 1
