// A county's place under its regions, which it shares with others: from the province down.
MATCH (c:County {county: $county, key: $county})
OPTIONAL MATCH (:Region)-[old:下辖]->(c)
WITH collect(old) AS olds
FOREACH (old IN olds | DELETE old)
FOREACH (region IN $regions |
  MERGE (r:Region {key: region.key})
  ON CREATE SET r.name = region.name, r.level = region.level)
