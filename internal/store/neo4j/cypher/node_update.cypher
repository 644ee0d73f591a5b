UNWIND $rows AS row
MATCH (n:{{.Label}} {county: $county, key: row.key})
SET n += row.props
RETURN count(*) AS touched
