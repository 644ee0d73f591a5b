MATCH (d:Document)
WHERE d.seq > $since
RETURN properties(d) AS document
ORDER BY d.seq LIMIT $limit
