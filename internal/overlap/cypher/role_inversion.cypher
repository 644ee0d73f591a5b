// 主配倒置：机构主责的事项，按现行清单应由县级牵头（上级收回事项另计）。
// Role inversion: an organ leads an item whose list in force gives the lead to the county (withdrawn items apart).
// A list that names the township goes before one for all; i is its place in the parallel lists.
// 参数 parameters: $county, $day (the day lists are read on, '' = any)
MATCH (t:Township {county: $county})-[:设置]->(o:Organ)-[:承担 {role: 'LEAD'}]->(y:Duty)
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
WHERE list <> 'WITHDRAWN' AND lead = 'COUNTY'
RETURN t.key AS township, y.key AS subject, '' AS topic, [o.key] AS participants
ORDER BY township, subject, participants
