// Locks a county's head until the end of the transaction by setting what stands there already, and reads it: what is
// read after it is of one moment.
MATCH (h:Head {county: $county})
SET h.county = h.county
WITH h
RETURN properties(h) AS head
