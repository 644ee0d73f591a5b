MATCH (h:Head {county: $county})
SET h.documents = h.documents + 1
CREATE (d:Document)
SET d = $document
