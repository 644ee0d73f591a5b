MATCH (h:Head {county: $county})
SET h.county = h.county
WITH h
WHERE h.revision = $revision
SET h += $blobs
