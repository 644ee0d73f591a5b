// 重复分管：一个机构有两名以上分管领导。
// Double leadership: an organ has two or more leaders in charge.
// 参数 parameters: $county
MATCH (t:Township {county: $county})-[:设置]->(o:Organ)<-[c:分管]-(l:Leader)
WHERE c.role = 'LEAD'
WITH t, o, l ORDER BY l.key
WITH t, o, collect(l.key) AS participants
WHERE size(participants) >= 2
RETURN t.key AS township, o.key AS subject, '' AS topic, participants
ORDER BY township, subject
