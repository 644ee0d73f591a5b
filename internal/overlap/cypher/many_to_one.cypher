// 多对一：同一乡镇有两个以上机构在同一对接点业务对口同一县直部门。对接点是业务科室；未登记科室的部门以自身为一点。
// Many to one: two or more organs of a township answer to one department at a common point. The points are the
// department's sections, or itself where none is on record.
// 参数 parameters: $county
MATCH (t:Township {county: $county})-[:设置]->(o:Organ)-[f:对口]->(d:Department)
WHERE f.nature = 'BUSINESS'
WITH t, o, f, d, COLLECT { MATCH (d)-[:内设]->(s:Section) RETURN s.key } AS sections
UNWIND CASE
  WHEN size(coalesce(f.sections, [])) > 0 THEN f.sections
  WHEN size(sections) > 0 THEN sections
  ELSE [d.key]
END AS point
WITH t, d, point, collect(DISTINCT o.key) AS organs
WHERE size(organs) >= 2
UNWIND organs AS organ
WITH DISTINCT t, d, organ ORDER BY organ
RETURN t.key AS township, d.key AS subject, '' AS topic, collect(organ) AS participants
ORDER BY township, subject
