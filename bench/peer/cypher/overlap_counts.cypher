MATCH (t:Township)-[:设置]->(:Organ)-[f:对口 {nature: 'BUSINESS'}]->(d:Department)
WITH t, d, count(*) AS k, collect(f.sections) AS narrowed
WHERE k >= 2
WITH t, d, k, narrowed, CASE size(narrowed) WHEN 0 THEN [] ELSE COLLECT { MATCH (d)-[:内设]->(s:Section) RETURN s.key ORDER BY s.key } END AS points
WITH t.county AS county, CASE size(narrowed) WHEN 0 THEN 1000000 * (k - 1) ELSE
  reduce(cost = 0, i IN range(0, size(points) - 1) |
    cost + (1000000 / size(points) + CASE i WHEN 0 THEN 1000000 % size(points) ELSE 0 END) *
      CASE WHEN k - size(narrowed) + size([n IN narrowed WHERE points[i] IN n]) > 1
        THEN k - size(narrowed) + size([n IN narrowed WHERE points[i] IN n]) - 1 ELSE 0 END) END AS cost
WHERE cost > 0
WITH county, count(*) AS overlaps, sum(cost) AS cost
MATCH (c:County {county: county, key: county})
RETURN county, c.name AS name, overlaps, cost ORDER BY county
