// 职能相近：两个机构共同的对口部门和承担的职责（一岗双责事项除外）至少2项，且占两者全部的一半以上。
// Similar organs: two organs have at least two departments or duties (universal ones left out) in common, and these are
// at least half of all that either has. The subject is the first of the pair in the order of the township.
// 参数 parameters: $county
MATCH (t:Township {county: $county})-[:设置]->(o:Organ)
WITH t, {key: o.key, order: coalesce(o.order, 0), features:
  COLLECT { MATCH (o)-[f:对口]->(d:Department) WHERE f.nature = 'BUSINESS' RETURN d.key } +
  COLLECT { MATCH (o)-[:承担]->(y:Duty) WHERE NOT coalesce(y.universal, false) RETURN y.key }} AS organ
WITH t, collect(organ) AS organs
UNWIND organs AS a
UNWIND organs AS b
WITH t, a, b, size([x IN a.features WHERE x IN b.features]) AS common
WHERE (a.order < b.order OR a.order = b.order AND a.key < b.key)
  AND common >= 2 AND 2 * common >= size(a.features) + size(b.features) - common
RETURN t.key AS township, a.key AS subject, '' AS topic, CASE WHEN a.key < b.key THEN [a.key, b.key] ELSE [b.key, a.key] END AS participants
ORDER BY township, subject, participants
