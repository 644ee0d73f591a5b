MATCH (c:Commit)
WHERE c.county = $county AND $from <= c.revision <= $to
RETURN properties(c) AS commit{{if .}}, [(c)-[:正文]->(p:CommitPart) | [p.index, p.body]] AS parts{{end}}
ORDER BY c.revision
