// Locks a county's head until the end of the transaction, making it if need be; only then looks the commit up.
MERGE (h:Head {county: $county})
ON CREATE SET h.revision = 0, h.documents = 0
SET h.commitId = $id
WITH h
OPTIONAL MATCH (c:Commit {id: $id})
RETURN properties(h) AS head, properties(c) AS commit, [(c)-[:正文]->(p:CommitPart) | [p.index, p.body]] AS parts
