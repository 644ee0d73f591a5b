MATCH (c:Commit)
WHERE c.county = $county AND c.revision > 0 AND c.effective <= $day
RETURN c.revision AS revision
ORDER BY c.revision DESC LIMIT 1
