UNWIND $links AS link
MATCH (a:Region {key: link.from})
MATCH (b:Region {key: link.to})
MERGE (a)-[:下辖]->(b)
