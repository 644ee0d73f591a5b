// 部门职责交叉：清单规定由县级牵头的配合履职或属地管理事项，主责的县直部门不是恰好一个；没有部门承担记录的不计。
// Department duty conflict: a SUPPORTING or TERRITORIAL duty whose list gives the lead to the county has not exactly one
// leading department. A duty that no department is recorded to carry is not found.
// 参数 parameters: $county, $day (the day lists are read on, '' = any)
MATCH (d:Department)-[a:承担]->(y:Duty {county: $county})
WHERE any(i IN range(0, size(coalesce(y.listingsList, [])) - 1)
  WHERE y.listingsList[i] IN ['SUPPORTING', 'TERRITORIAL'] AND coalesce(y.listingsLead[i], '') <> 'TOWNSHIP'
    AND ($day = '' OR coalesce(y.listingsFrom[i], '') <= $day
      AND (coalesce(y.listingsUntil[i], '') = '' OR y.listingsUntil[i] >= $day)))
WITH y, a, d ORDER BY d.key
WITH y, collect(d.key) AS carrying, collect(CASE a.role WHEN 'LEAD' THEN d.key END) AS leading
WHERE size(leading) <> 1
RETURN '' AS township, y.key AS subject, '' AS topic, CASE WHEN size(leading) = 0 THEN carrying ELSE leading END AS participants
ORDER BY subject
