// 职责交叉：一项职责（一岗双责事项除外）由同一乡镇两个以上机构主责。
// Shared duty: two or more organs of a township lead one duty that is not universal.
// 参数 parameters: $county
MATCH (t:Township {county: $county})-[:设置]->(o:Organ)-[a:承担]->(y:Duty)
WHERE a.role = 'LEAD' AND NOT coalesce(y.universal, false)
WITH t, y, o ORDER BY o.key
WITH t, y, collect(o.key) AS participants
WHERE size(participants) >= 2
RETURN t.key AS township, y.key AS subject, '' AS topic, participants
ORDER BY township, subject
