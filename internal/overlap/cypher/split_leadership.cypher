// 多头分管：业务对口同一部门的机构，或主责同一领域职责的机构，由两名以上班子成员分管。
// 某一领域的分管领导均分管对口同一部门的机构时，该领域并入该部门，不再另计。
// Split leadership: two or more leaders are in charge of organs that answer to one department at a common point, or that
// lead duties of one domain. A domain all of whose leaders are in charge of organs that answer to one department, as a
// whole or by section, is folded into that department.
// 参数 parameters: $county
MATCH (t:Township {county: $county})
WITH t, COLLECT {
  MATCH (t)-[:设置]->(o:Organ)-[f:对口]->(d:Department), (l:Leader)-[c:分管]->(o)
  WHERE f.nature = 'BUSINESS' AND c.role = 'LEAD'
  WITH f, d, l, COLLECT { MATCH (d)-[:内设]->(s:Section) RETURN s.key } AS sections
  UNWIND CASE
    WHEN size(coalesce(f.sections, [])) > 0 THEN f.sections
    WHEN size(sections) > 0 THEN sections
    ELSE [d.key]
  END AS point
  WITH d, point, collect(DISTINCT l.key) AS who
  WHERE size(who) >= 2
  UNWIND who AS leader
  WITH DISTINCT d, leader ORDER BY leader
  WITH d, collect(leader) AS leaders
  RETURN {subject: d.key, topic: '', leaders: leaders}
} AS departments, COLLECT {
  MATCH (t)-[:设置]->(o:Organ)-[a:承担]->(y:Duty), (l:Leader)-[c:分管]->(o)
  WHERE a.role = 'LEAD' AND c.role = 'LEAD' AND y.domain IS NOT NULL AND NOT coalesce(y.universal, false)
  WITH DISTINCT y.domain AS domain, l.key AS leader ORDER BY leader
  WITH domain, collect(leader) AS leaders
  WHERE size(leaders) >= 2
  RETURN {subject: t.key, topic: domain, leaders: leaders}
} AS domains, COLLECT {
  MATCH (t)-[:设置]->(o:Organ)-[f:对口]->(d:Department), (l:Leader)-[c:分管]->(o)
  WHERE f.nature = 'BUSINESS' AND c.role = 'LEAD'
  WITH d, collect(DISTINCT l.key) AS leaders
  RETURN leaders
} AS lines
UNWIND departments + [x IN domains
  WHERE NOT any(line IN lines WHERE all(leader IN x.leaders WHERE leader IN line))] AS found
RETURN t.key AS township, found.subject AS subject, found.topic AS topic, found.leaders AS participants
ORDER BY township, subject, topic
