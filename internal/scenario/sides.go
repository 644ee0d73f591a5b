package scenario

import (
	"cmp"
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// sides are two snapshots of a county with what became of the organs of the first in the second.
type sides struct {
	before, after *snapshot.County
	organs        []string // keys of all organs: those before in order, then the new ones
	was, is       map[string]snapshot.Organ
	place         map[string]int // of a key in organs
	became        map[string][]string
}

func sidesOf(before, after *snapshot.County) *sides {
	s := &sides{before: before, after: after, was: map[string]snapshot.Organ{}, is: map[string]snapshot.Organ{}, place: map[string]int{}, became: map[string][]string{}}
	for _, o := range before.Organs() {
		s.was[o.Key] = o
		s.organs = append(s.organs, o.Key)
	}
	for _, o := range after.Organs() {
		if s.is[o.Key] = o; !s.had(o.Key) {
			s.organs = append(s.organs, o.Key)
		}
	}
	for i, key := range s.organs {
		s.place[key] = i
	}
	for _, f := range after.Formers() {
		if !s.had(f.Key) {
			continue
		}
		for _, e := range f.Successors() {
			if _, organ := s.is[e.NodeKey()]; organ {
				s.became[f.Key] = append(s.became[f.Key], e.NodeKey())
			}
		}
		s.sort(s.became[f.Key])
	}
	return s
}

func (s *sides) had(key string) bool { _, ok := s.was[key]; return ok }

func (s *sides) has(key string) bool { _, ok := s.is[key]; return ok }

// sort puts keys of organs into their order.
func (s *sides) sort(keys []string) {
	slices.SortFunc(keys, func(a, b string) int { return cmp.Compare(s.place[a], s.place[b]) })
}

// heirs are the living organs that an organ is, or became.
func (s *sides) heirs(key string) []string {
	if s.has(key) {
		return []string{key}
	}
	return s.became[key]
}

// township is the key of an organ's township, before where it was there.
func (s *sides) township(key string) string {
	if o, ok := s.was[key]; ok {
		return o.Organ.Township
	}
	return s.is[key].Organ.Township
}

// name is what a key is called after, else before.
func (s *sides) name(key string) string {
	for _, c := range []*snapshot.County{s.after, s.before} {
		if n, ok := c.Node(key); ok {
			return n.NodeName()
		}
	}
	return key
}

// townships are the keys of the townships, those before in order, then the new ones.
func (s *sides) townships() []string {
	var out []string
	for _, c := range []*snapshot.County{s.before, s.after} {
		for _, t := range c.Townships() {
			if !slices.Contains(out, t.Key) {
				out = append(out, t.Key)
			}
		}
	}
	return out
}

// former is what a key left behind in the county after, if it was dissolved.
func (s *sides) former(key string) (*gov.Former, bool) {
	n, _ := s.after.Node(key)
	f, ok := n.(*gov.Former)
	return f, ok
}
