MATCH (c:Commit)
WHERE c.seq > $since
WITH c ORDER BY c.seq LIMIT $limit
RETURN properties(c) AS commit, [(c)-[:正文]->(p:CommitPart) | [p.index, p.body]] AS parts
ORDER BY c.seq
