// The log's one node; made by whoever comes first.
MERGE (l:Log {key: 'tiaokuai'})
ON CREATE SET l.seq = 0, l.format = $format
RETURN l.format AS format
