package scenario

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// OrganMap is what became of every organ: one line for organs that stayed by themselves, one for those that met or
// parted, in the order of the townships, new organs last.
func OrganMap(before, after *snapshot.County) []OrganLine {
	s := sidesOf(before, after)
	var out []OrganLine
	for _, keys := range s.families() {
		line := OrganLine{Township: s.township(keys[0])}
		for _, key := range keys {
			if s.had(key) {
				line.Before = append(line.Before, key)
			}
			if s.has(key) {
				line.After = append(line.After, key)
			}
		}
		line.Reasons = s.reasons(line)
		out = append(out, line)
	}
	order := s.townships()
	slices.SortStableFunc(out, func(a, b OrganLine) int { return slices.Index(order, a.Township) - slices.Index(order, b.Township) })
	return out
}

// families are the organs that hang together by what became of them, each in order.
func (s *sides) families() [][]string {
	head := map[string]string{} // disjoint sets
	var find func(string) string
	find = func(key string) string {
		if next, ok := head[key]; ok && next != key {
			head[key] = find(next)
			return head[key]
		}
		return key
	}
	for _, key := range s.organs {
		for _, heir := range s.became[key] {
			head[find(heir)] = find(key)
		}
	}
	members := map[string][]string{}
	var order []string
	for _, key := range s.organs {
		first := find(key)
		if members[first] == nil {
			order = append(order, first)
		}
		members[first] = append(members[first], key)
	}
	out := make([][]string, len(order))
	for i, first := range order {
		out[i] = members[first]
	}
	return out
}

var dissolvedAs = map[gov.SuccessionReason]MapReason{
	gov.SuccessionMerged: MapMerged, gov.SuccessionSplit: MapSplit, gov.SuccessionRenamed: MapRenamed,
	gov.SuccessionReplaced: MapReplaced, gov.SuccessionAbolished: MapAbolished, gov.SuccessionTransferred: MapTransferred,
}

var mapOrder = []MapReason{
	MapKept, MapRenamed, MapMerged, MapSplit, MapTransferred, MapReplaced, MapAbolished, MapRemoved, MapNew, MapPlate,
	MapSharedOffice, MapManagement, MapRank,
}

// reasons are why a line is as it is, in their order.
func (s *sides) reasons(line OrganLine) []MapReason {
	holds := map[MapReason]bool{MapNew: len(line.Before) == 0}
	for _, key := range line.Before {
		now, stays := s.is[key]
		f, former := s.former(key)
		switch {
		case stays:
			s.compare(s.was[key], now, holds)
		case former:
			holds[dissolvedAs[f.Reason]] = true
		default:
			holds[MapRemoved] = true
		}
	}
	if holds[MapMerged] || holds[MapReplaced] || holds[MapSplit] || holds[MapTransferred] || holds[MapNew] {
		holds[MapPlate] = holds[MapPlate] || s.fresherPlates(line)
	}
	var out []MapReason
	for _, r := range mapOrder {
		if holds[r] {
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return []MapReason{MapKept}
	}
	return out
}

// compare says how an organ that stays differs.
func (s *sides) compare(was, now snapshot.Organ, holds map[MapReason]bool) {
	note := func(r MapReason, differs bool) { holds[r] = holds[r] || differs }
	note(MapRenamed, was.Name != now.Name)
	note(MapPlate, !slices.Equal(was.Plates, now.Plates))
	note(MapManagement, was.Management != now.Management || !slices.Equal(was.Holdings(), now.Holdings()))
	note(MapRank, was.Rank != now.Rank)
	note(MapSharedOffice, !slices.Equal(partners(was), partners(now)))
}

func partners(o snapshot.Organ) []string {
	var out []string
	for _, p := range o.SharesOfficeWith() {
		out = append(out, p.Key)
	}
	slices.Sort(out)
	return out
}

// fresherPlates says that an organ of the line has a plate that none had before.
func (s *sides) fresherPlates(line OrganLine) bool {
	var had []gov.Plate
	for _, key := range line.Before {
		had = append(had, s.was[key].Plates...)
	}
	return slices.ContainsFunc(line.After, func(key string) bool {
		return slices.ContainsFunc(s.is[key].Plates, func(p gov.Plate) bool { return !slices.Contains(had, p) })
	})
}
