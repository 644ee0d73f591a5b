MATCH (n:{{.Label}})
WHERE n.county = $county AND n.key IS NOT NULL
RETURN properties(n) AS props{{if .Parent}}, [{{if .Upwards}}(n)-[:{{.Rel}}]->(p:{{.Parent}}){{else}}(p:{{.Parent}})-[:{{.Rel}}]->(n){{end}} WHERE p.county = $county | p.key] AS parents{{end}}
