// 收回未收回：机构仍承担现行上级收回事项清单上的事项。
// Recalled, still done: an organ still carries an item of the withdrawn list in force.
// A list that names the township goes before one for all; i is its place in the parallel lists.
// 参数 parameters: $county, $day (the day lists are read on, '' = any)
MATCH (t:Township {county: $county})-[:设置]->(o:Organ)-[:承担]->(y:Duty)
WITH *, [i IN range(0, size(coalesce(y.listingsList, [])) - 1)
  WHERE $day = '' OR coalesce(y.listingsFrom[i], '') <= $day
    AND (coalesce(y.listingsUntil[i], '') = '' OR y.listingsUntil[i] >= $day)] AS inForce
WITH *, coalesce(
  head([i IN inForce WHERE t.key IN split(coalesce(y.listingsTownships[i], ''), '\n')]),
  head([i IN inForce WHERE coalesce(y.listingsTownships[i], '') = ''])) AS i
WITH *, y.listingsList[i] AS list, CASE
  WHEN coalesce(y.listingsLead[i], '') <> '' THEN y.listingsLead[i]
  WHEN y.listingsList[i] = 'BASIC' THEN 'TOWNSHIP'
  ELSE 'COUNTY'
END AS lead
WHERE list = 'WITHDRAWN'
RETURN t.key AS township, y.key AS subject, '' AS topic, [o.key] AS participants
ORDER BY township, subject, participants
