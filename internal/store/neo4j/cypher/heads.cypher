// A head that is being written at this moment may be seen in part: whole says whether it fits its commit.
MATCH (h:Head)
WHERE h.county IS NOT NULL
OPTIONAL MATCH (c:Commit {id: h.commitId})
RETURN properties(h) AS head, coalesce(c.seq = h.seq AND c.revision = h.revision, false) AS whole
ORDER BY h.county
