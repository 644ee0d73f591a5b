UNWIND $rows AS row
MATCH (a:{{.From}} {county: $county, key: row.from})-[r:{{.Rel}}]->(b:{{.To}} {county: $county, key: row.to})
DELETE r
RETURN count(*) AS touched
