UNWIND $regions AS region
MATCH (r:Region {key: region.key})
WHERE r.name <> region.name OR r.level <> region.level
SET r.name = region.name, r.level = region.level
