CREATE CONSTRAINT 训练 IF NOT EXISTS FOR (n:训练) REQUIRE (n.county, n.key) IS UNIQUE
CREATE INDEX 训练名称 IF NOT EXISTS FOR (n:训练) ON (n.name)
UNWIND range(1, 50) AS i MERGE (n:训练 {county: '900000', key: toString(i)}) SET n += {name: '第' + i, rank: i, sources: ['一', '二']}
MATCH (a:训练), (b:训练) WHERE a.rank < b.rank AND b.rank < 6 MERGE (a)-[r:对口 {nature: 'BUSINESS'}]->(b) SET r.sections = ['甲']
MATCH (a:训练 {county: '900000', key: '1'})-[r:对口]->(b) OPTIONAL MATCH (b)-[:对口*1..2]->(c) WITH b, collect(DISTINCT c.key) AS keys, count(r) AS n WHERE n > 0 RETURN b.key AS key, keys, n ORDER BY n DESC, key LIMIT 10
MATCH (n:训练) WHERE n.name CONTAINS '第1' RETURN n, properties(n) AS p, labels(n) AS l
MATCH (n:训练 {key: '50'}) REMOVE n:训练 SET n:旧 FOREACH (x IN [1] | SET n.rank = 0) DETACH DELETE n
