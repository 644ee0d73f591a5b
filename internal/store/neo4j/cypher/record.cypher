// The head as it will be, without the blobs of the one before, and the commit with its body.
MATCH (h:Head {county: $county})
SET h = $head
CREATE (c:Commit)
SET c = $commit
FOREACH (part IN $parts | CREATE (c)-[:正文]->(:CommitPart {index: part.index, body: part.body}))
