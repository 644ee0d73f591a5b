// 多层执法：同一职责的同一执法行为既由县直部门主责、又由乡镇机构主责，且不是委托。
// Cross-level enforcement: the same action on one duty is led both at a department and at an organ of the township, and
// not by delegation.
// 参数 parameters: $county
MATCH (t:Township {county: $county})-[:设置]->(o:Organ)-[b:承担]->(y:Duty)<-[a:承担]-(d:Department)
WHERE a.role = 'LEAD' AND b.role = 'LEAD'
  AND any(x IN ['INSPECT', 'PUNISH', 'COERCE'] WHERE x IN a.actions AND x IN b.actions)
  AND NOT (coalesce(y.authorityLevel, '') = 'TOWNSHIP' AND coalesce(y.authorityVia, '') = 'DELEGATED'
    AND (y.authorityTownships IS NULL OR t.key IN y.authorityTownships))
UNWIND [d.key, o.key] AS participant
WITH DISTINCT t, y, participant ORDER BY participant
RETURN t.key AS township, y.key AS subject, '' AS topic, collect(participant) AS participants
ORDER BY township, subject
