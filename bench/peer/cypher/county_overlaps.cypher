MATCH (c:County {county: $county, key: $county})
WITH c, COLLECT { MATCH (c)-[:设置]->(d:Department) RETURN [d.key, d.name, COLLECT { MATCH (d)-[:内设]->(s:Section) RETURN s.key }] } AS departments
MATCH (c)-[:下辖]->(t:Township)-[:设置]->(o:Organ)-[f:对口]->(d:Department)
WHERE f.nature = 'BUSINESS'
WITH c, departments, t, d, collect([o.order, o.name, f.sections]) AS faced
WHERE size(faced) >= 2
WITH c, departments, t, collect([d.key, faced]) AS lines
RETURN c.name AS county, departments, collect([t.key, t.name, t.order, lines]) AS townships
