MATCH (h:Head {county: $county})
RETURN h.revision AS revision
