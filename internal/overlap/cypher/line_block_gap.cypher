// 条块两张皮：县直部门直属或垂直管理的派驻站所，指挥调度权和考核权均由县级决定。
// Line–block gap: over a station under a county department or vertical management, command and appraisal are both
// decided by the county. Powers are those on record, else the preset of the station's management.
// 参数 parameters: $county
MATCH (t:Township {county: $county})-[:设置]->(o:Organ)
WHERE o.organKind = 'DISPATCHED' AND o.management IN ['COUNTY_DIRECT', 'VERTICAL']
  AND all(power IN ['COMMAND', 'APPRAISAL'] WHERE o.powersPower IS NULL OR any(i IN range(0, size(o.powersPower) - 1)
    WHERE o.powersPower[i] = power AND o.powersMode[i] = 'DECIDE' AND o.powersHolder[i] = 'COUNTY'))
RETURN t.key AS township, o.key AS subject, '' AS topic, [o.key] AS participants
ORDER BY township, subject
