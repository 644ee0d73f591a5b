UNWIND $rows AS row
MATCH (a:{{.From}} {county: $county, key: row.from})-[r:{{.Rel}}]->(b:{{.To}} {county: $county, key: row.to})
RETURN row.from AS from, row.to AS to, properties(r) AS props
