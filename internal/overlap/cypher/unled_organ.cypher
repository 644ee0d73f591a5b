// 无人分管：已声明班子分工采集完整的乡镇，机构没有分管领导（派驻站所有联系领导即可）。
// Unled organ: in a township whose portfolios are declared complete an organ has no leader in charge (for a station a
// LIAISON is enough).
// 参数 parameters: $county
MATCH (t:Township {county: $county})-[:设置]->(o:Organ)
WHERE t.portfoliosComplete AND NOT EXISTS {
  MATCH (:Leader)-[c:分管]->(o)
  WHERE c.role = 'LEAD' OR c.role = 'LIAISON' AND o.organKind = 'DISPATCHED'
}
RETURN t.key AS township, o.key AS subject, '' AS topic, [o.key] AS participants
ORDER BY township, subject
