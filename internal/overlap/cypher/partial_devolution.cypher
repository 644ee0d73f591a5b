// 放权不配套：一个执法领域的权限只下放了一部分，且上下限能够证明。取最近时期的说法；上限为空而有下限表示没有上限。
// Partial devolution: only a part of the powers of an enforcement domain came down, and the bounds prove it. The latest
// period counts; a low bound without a high one is no upper bound. The participants are the indicators.
// 参数 parameters: $county
MATCH (n:Indicator {county: $county})
WHERE n.metric IN ['POWERS_TOTAL', 'POWERS_DEVOLVED'] AND n.domain IS NOT NULL
WITH coalesce(n.subject, '') AS about, n.domain AS domain, n.metric AS metric, max(coalesce(n.period, '')) AS latest
MATCH (n:Indicator {county: $county, domain: domain, metric: metric})
WHERE coalesce(n.subject, '') = about AND coalesce(n.period, '') = latest
WITH about, domain, metric, n ORDER BY coalesce(n.order, 0), n.key
WITH about, domain, metric, collect(n.key) AS keys, min(coalesce(n.low, 0)) AS low, max(coalesce(n.high, 0)) AS high,
  max(CASE WHEN coalesce(n.high, 0) = 0 AND coalesce(n.low, 0) > 0 THEN 1 ELSE 0 END) = 1 AS open
WITH about, domain, collect({metric: metric, keys: keys, low: low, high: high, open: open}) AS figures
WITH about, domain, head([f IN figures WHERE f.metric = 'POWERS_TOTAL']) AS total,
  head([f IN figures WHERE f.metric = 'POWERS_DEVOLVED']) AS devolved
WHERE devolved.low > 0 AND NOT devolved.open AND devolved.high < total.low
UNWIND total.keys + devolved.keys AS participant
WITH about, domain, total.keys[0] AS subject, participant ORDER BY participant
RETURN '' AS township, subject, domain AS topic, collect(participant) AS participants
ORDER BY subject
