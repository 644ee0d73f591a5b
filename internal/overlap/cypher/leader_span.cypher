// 分管面过宽：一名班子成员分管的机构超过限数。
// Wide portfolio: a leader is in charge of more organs than the limit.
// 参数 parameters: $county, $leaderOrganLimit (4)
MATCH (t:Township {county: $county})<-[:任职]-(l:Leader)-[c:分管]->(o:Organ)
WHERE c.role = 'LEAD'
WITH t, l, o ORDER BY o.key
WITH t, l, collect(o.key) AS participants
WHERE size(participants) > $leaderOrganLimit
RETURN t.key AS township, l.key AS subject, '' AS topic, participants
ORDER BY township, subject
