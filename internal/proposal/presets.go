package proposal

import "tiaokuai/internal/reform"

// Preset is a rule with its source that proposals can be held to.
type Preset struct{ ID string }

// Presets are all rules.
func Presets() []Preset { return nil }

type rule struct{}

func rulesFor(*site) ([]rule, error) { return nil, nil }

func (s *site) constraints() reform.Constraints { return s.options.Constraints }

func (s *site) check(Proposal, draft, picture) []Check { return nil }
