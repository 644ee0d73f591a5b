MATCH (r:Region {key: $region})
MATCH (c:County {county: $county, key: $county})
MERGE (r)-[:下辖]->(c)
