// The labels of ends that an edge's kind leaves open: what carries a duty, what succeeds.
UNWIND $keys AS key
CALL (key) {
{{range $i, $label := .}}{{if $i}}  UNION ALL
{{end}}  MATCH (n:{{$label}} {county: $county, key: key}) RETURN '{{$label}}' AS label
{{end}}}
RETURN key, label
