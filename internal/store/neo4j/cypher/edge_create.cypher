UNWIND $rows AS row
MATCH (a:{{.From}} {county: $county, key: row.from})
MATCH (b:{{.To}} {county: $county, key: row.to})
WHERE NOT EXISTS { (a)-[:{{.Rel}}]->(b) }
CREATE (a)-[r:{{.Rel}}]->(b)
SET r = row.props
RETURN count(*) AS touched
