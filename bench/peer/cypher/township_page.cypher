MATCH (t:Township {county: $county, key: $township})-[:设置]->(o:Organ)
WITH t, o ORDER BY o.order
RETURN t.key AS townshipKey, t.name AS township, t.townshipKind AS townshipKind, t.size AS size, o.key AS key, o.name AS name, o.organKind AS kind,
  COLLECT { MATCH (o)-[:对口]->(d:Department) WITH d ORDER BY d.order RETURN d.name } AS departments,
  COLLECT { MATCH (o)<-[c:分管]-(l:Leader) WITH c, l ORDER BY l.order RETURN [c.role, l.name, l.posts] } AS charges,
  COLLECT { MATCH (o)-[:承担]->(u:Duty) WITH u ORDER BY u.order RETURN u.name } AS duties
