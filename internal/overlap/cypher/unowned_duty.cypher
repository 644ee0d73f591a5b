// 职责真空：已声明职责承担采集完整的乡镇，应承担的职责（基本履职事项，或由乡镇主责的属地管理事项）没有主责机构。
// Unowned duty: in a township whose assignments are declared complete a duty that it carries (BASIC, or TERRITORIAL led
// by the township) has no leading organ. The participants are the organs that support it.
// A list that names the township goes before one for all; i is its place in the parallel lists.
// 参数 parameters: $county, $day (the day lists are read on, '' = any)
MATCH (t:Township {county: $county}), (y:Duty {county: $county})
WHERE t.assignmentsComplete AND NOT EXISTS { MATCH (t)-[:设置]->(:Organ)-[:承担 {role: 'LEAD'}]->(y) }
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
WHERE list = 'BASIC' OR list = 'TERRITORIAL' AND lead = 'TOWNSHIP'
RETURN t.key AS township, y.key AS subject, '' AS topic, COLLECT {
  MATCH (t)-[:设置]->(o:Organ)-[:承担]->(y)
  RETURN o.key ORDER BY o.key
} AS participants
ORDER BY township, subject
