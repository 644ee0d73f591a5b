// Draws again what a node belongs to.
UNWIND $rows AS row
MATCH (n:{{.Label}} {county: $county, key: row.key})
MATCH (p:{{.Parent}} {county: $county, key: row.parent})
OPTIONAL MATCH {{if .Upwards}}(n)-[old:{{.Rel}}]->(q){{else}}(q)-[old:{{.Rel}}]->(n){{end}} WHERE q <> p
WITH row, n, p, collect(old) AS olds
FOREACH (old IN olds | DELETE old)
MERGE {{if .Upwards}}(n)-[r:{{.Rel}}]->(p){{else}}(p)-[r:{{.Rel}}]->(n){{end}}
SET r += row.drawn
RETURN count(*) AS touched
