// The last statement of a commit: the lock before the number, so that numbers are in the order of visibility.
MATCH (l:Log {key: 'tiaokuai'})
SET l.commitId = $id
WITH l
SET l.seq = l.seq + 1
WITH l.seq AS seq
MATCH (c:Commit {id: $id})
MATCH (h:Head {county: $county})
SET c.seq = seq, h.seq = seq
RETURN seq
