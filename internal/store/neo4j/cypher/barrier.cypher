// A commit or a document holds the log's node from its last statement until it is visible in full: who has the lock sees
// all of it.
MATCH (l:Log {key: 'tiaokuai'})
SET l.key = l.key
WITH l
RETURN l.seq AS seq, coalesce(l.documents, 0) AS documents
