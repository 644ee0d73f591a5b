package forms

import (
	"slices"
	"strings"
)

// decide tells who leads: the one that is said to, else the only one, else the one whose words say 牵头, else by its place
// alone the first.
func (r *reader) decide(l *list, it *item) {
	if l.keeper != "" && !slices.ContainsFunc(it.stated, func(s *stated) bool { return s.mark == leads }) {
		for _, s := range it.stated {
			if s.key == l.keeper && s.mark == unmarked {
				s.lead = true
				return
			}
		}
	}
	var open, said []*stated
	for _, s := range it.stated {
		switch {
		case s.mark == leads:
			s.lead = true
			said = append(said, s)
		case s.mark == unmarked:
			open = append(open, s)
		}
	}
	if len(said) > 0 || len(open) == 0 {
		return
	}
	if len(open) > 1 {
		for _, s := range open {
			if strings.Contains(s.duty.String(), "牵头") {
				said = append(said, s)
			}
		}
	}
	switch {
	case len(open) == 1:
		open[0].lead = true
	case len(said) == 1:
		said[0].lead = true
	default:
		for _, s := range open {
			s.guess = true
		}
	}
}
