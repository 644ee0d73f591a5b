// The bytes of bodies as they are stored; a commit that does not say is taken for a small one.
MATCH (c:Commit)
WHERE c.seq > $since
RETURN coalesce(c.bytes, 1024) AS bytes
ORDER BY c.seq LIMIT $limit
