// The last statement of a document's write, as number.cypher is a commit's.
MATCH (l:Log {key: 'tiaokuai'})
SET l.key = l.key
WITH l
SET l.documents = coalesce(l.documents, 0) + 1
WITH l.documents AS seq
MATCH (d:Document {county: $document.county, kind: $document.kind, id: $document.id, version: $document.version})
SET d.seq = seq
RETURN seq
