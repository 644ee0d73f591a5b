MATCH (c:County)-[:设置]->(d:Department)
WITH c, d, COLLECT { MATCH (d)-[:内设]->(s:Section) RETURN s.key ORDER BY s.key } AS points
MATCH (d)<-[f:对口]-(o:Organ)
WHERE f.nature = 'BUSINESS'
WITH c, d, points, o.township AS t, count(*) AS k, collect(f.sections) AS narrowed
WHERE k >= 2
WITH c, points, size(points) AS n, k, CASE size(narrowed) WHEN 0 THEN null ELSE [p IN points | k - size(narrowed) + size([n IN narrowed WHERE p IN n])] END AS counts
WITH c, CASE WHEN counts IS NULL THEN 1000000 * (k - 1) ELSE reduce(cost = CASE WHEN counts[0] > 1 THEN 1000000 % n * (counts[0] - 1) ELSE 0 END, here IN counts | cost + CASE WHEN here > 1 THEN 1000000 / n * (here - 1) ELSE 0 END) END AS cost
WHERE cost > 0
RETURN c.key AS county, c.name AS name, count(*) AS overlaps, sum(cost) AS cost ORDER BY county
