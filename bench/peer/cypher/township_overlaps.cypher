MATCH (t:Township {county: $county, key: $township})-[:设置]->(o:Organ)-[f:对口 {nature: 'BUSINESS'}]->(d:Department)
WITH t, o, f, d ORDER BY o.order
WITH t, d, collect(o.name) AS organs, collect(coalesce(f.sections, [])) AS narrowed
WHERE size(organs) >= 2
RETURN t.key AS townshipKey, t.name AS township, t.order AS place, d.key AS departmentKey, d.name AS department, organs, narrowed,
  CASE WHEN any(s IN narrowed WHERE size(s) > 0) THEN COLLECT { MATCH (d)-[:内设]->(s:Section) RETURN s.key } ELSE [] END AS sections
