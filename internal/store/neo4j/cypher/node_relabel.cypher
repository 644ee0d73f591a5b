// A node that turns, as an organ that is dissolved: it keeps its edges, but belongs to nothing until it is drawn again.
UNWIND $rows AS row
MATCH (n:{{.From}} {county: $county, key: row.key})
REMOVE n:{{.From}}
SET n:{{.To}}
WITH n
OPTIONAL MATCH (n)<-[old:设置|内设]-()
DELETE old
RETURN count(DISTINCT n) AS touched
