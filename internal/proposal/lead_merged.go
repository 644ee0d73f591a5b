package proposal

// leadMerged leaves one leader in charge of each merged organ.
func (s *site) leadMerged(*draft) {}
