// 权责不对等：机构主责某项职责的检查、处罚、强制或审批，而权限在县级，对本乡镇既未赋权也未委托。
// Authority gap: an organ leads to inspect, punish, coerce or approve on a duty whose authority stays at the county,
// neither granted nor delegated to its township.
// 参数 parameters: $county
MATCH (t:Township {county: $county})-[:设置]->(o:Organ)-[a:承担]->(y:Duty)
WHERE a.role = 'LEAD' AND any(x IN ['INSPECT', 'PUNISH', 'COERCE', 'APPROVE'] WHERE x IN a.actions)
  AND (y.authorityLevel = 'COUNTY'
    OR y.authorityLevel = 'TOWNSHIP' AND y.authorityTownships IS NOT NULL AND NOT t.key IN y.authorityTownships)
RETURN t.key AS township, y.key AS subject, '' AS topic, [o.key] AS participants
ORDER BY township, subject, participants
