UNWIND $rows AS row
{{with .Parent}}MATCH (p:{{.}} {county: $county, key: row.parent})
{{end}}CREATE (n:{{.Label}})
SET n = row.props
{{with .Parent}}CREATE {{if $.Upwards}}(n)-[r:{{$.Rel}}]->(p){{else}}(p)-[r:{{$.Rel}}]->(n){{end}}
SET r = row.drawn
{{end}}RETURN count(*) AS touched
