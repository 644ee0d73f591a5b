UNWIND $rows AS row
MATCH (n:{{.Label}} {county: $county, key: row.key})
RETURN row.key AS key, properties(n) AS props
