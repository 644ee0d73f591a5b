// A node that still has an edge, or something that belongs to it, was changed by somebody else.
UNWIND $rows AS row
MATCH (n:{{.Label}} {county: $county, key: row.key})
WHERE NOT EXISTS { (n)-[:对口|分管|承担|派驻|合署|改为]-() }
  AND NOT EXISTS { (n)-[:下辖|设置|内设]->() }
  AND NOT EXISTS { (n)<-[:任职]-() }
DETACH DELETE n
RETURN count(*) AS touched
