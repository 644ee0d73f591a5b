// 清单外履职：机构承担的职责不在任何现行清单上，也没有有效的准入；全县没有任何清单时不计。
// Off list: an organ carries a duty that stands on no list in force and has no admission in force. Nothing is found where
// the county has no list at all.
// A list that names the township goes before one for all; i is its place in the parallel lists.
// 参数 parameters: $county, $day (the day lists are read on, '' = any)
MATCH (t:Township {county: $county})-[:设置]->(o:Organ)-[:承担]->(y:Duty)
WHERE EXISTS { MATCH (listed:Duty {county: $county}) WHERE listed.listingsList IS NOT NULL }
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
WHERE list IS NULL
  AND NOT (coalesce(y.admissionDocument, y.admissionDate, y.admissionExpires) IS NOT NULL
    AND ($day = '' OR coalesce(y.admissionDate, '') <= $day
      AND (y.admissionExpires IS NULL OR y.admissionExpires >= $day)))
RETURN t.key AS township, y.key AS subject, '' AS topic, [o.key] AS participants
ORDER BY township, subject, participants
