// 权责割裂：派驻站所的机构隶属与编制人事由不同层级决定，或机构隶属与执法主体不在同一层级。
// 权限以登记的为准，没有登记的按管理体制。
// Authority split: affiliation and personnel of a station are decided at different levels, or its affiliation and its
// subject of enforcement are. Powers are those on record, else the preset of the station's management.
// 参数 parameters: $county
MATCH (t:Township {county: $county})-[:设置]->(o:Organ)
WHERE o.organKind = 'DISPATCHED'
WITH t, o, CASE
  WHEN o.management IN ['OWN', 'TERRITORIAL'] THEN 'TOWNSHIP'
  WHEN o.management IN ['COUNTY_DIRECT', 'VERTICAL', 'DUAL'] THEN 'COUNTY'
END AS preset
WITH t, o, [power IN ['AFFILIATION', 'PERSONNEL'] | CASE WHEN o.powersPower IS NULL THEN preset ELSE
  head([i IN range(0, size(o.powersPower) - 1)
    WHERE o.powersPower[i] = power AND o.powersMode[i] = 'DECIDE' | o.powersHolder[i]])
END] AS held
WHERE held[0] <> held[1] OR held[0] <> o.enforcementSubject
RETURN t.key AS township, o.key AS subject, '' AS topic, [o.key] AS participants
ORDER BY township, subject
