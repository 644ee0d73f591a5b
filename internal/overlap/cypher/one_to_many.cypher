// 一对多：非综合性机构业务对口的县直部门超过限数。
// One to many: an organ that is not integrating answers to more departments than the limit.
// 参数 parameters: $county, $departmentLimit (5)
MATCH (t:Township {county: $county})-[:设置]->(o:Organ)-[f:对口]->(d:Department)
WHERE f.nature = 'BUSINESS' AND NOT coalesce(o.integrating, false)
WITH t, o, d ORDER BY d.key
WITH t, o, collect(d.key) AS participants
WHERE size(participants) > $departmentLimit
RETURN t.key AS township, o.key AS subject, '' AS topic, participants
ORDER BY township, subject
