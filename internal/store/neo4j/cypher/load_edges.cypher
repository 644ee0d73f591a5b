MATCH (a:{{.From}})-[r:{{.Rel}}]->(b)
WHERE a.county = $county AND a.key IS NOT NULL
RETURN a.key AS from, b.key AS to, coalesce(b.county = $county, false) AND (false{{range .Ends}} OR b:{{.}}{{end}}) AS fits, labels(b) AS labels, properties(r) AS props
ORDER BY from, to, elementId(r)
