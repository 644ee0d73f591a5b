package proposal

// compareAll sets beside each proposal what else was looked at.
func (s *site) compareAll([]candidate) {}
