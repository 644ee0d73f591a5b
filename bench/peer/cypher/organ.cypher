MATCH (o:Organ {county: $county, key: $organ})<-[:设置]-(t:Township)
RETURN o.key AS key, o.name AS name, o.organKind AS kind, o.management AS management, o.staff AS staff, t.key AS townshipKey, t.name AS township,
  COLLECT { MATCH (o)-[:对口]->(d:Department) WITH d ORDER BY d.order RETURN [d.key, d.name] } AS departments,
  COLLECT { MATCH (o)<-[c:分管]-(l:Leader) WITH c, l ORDER BY l.order RETURN [c.role, l.key, l.name, l.posts] } AS charges,
  COLLECT { MATCH (o)-[a:承担]->(u:Duty) WITH a, u ORDER BY u.order RETURN [a.role, u.key, u.name] } AS assignments
