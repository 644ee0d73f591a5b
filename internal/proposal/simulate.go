package proposal

import (
	"cmp"
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// picture is what is found in a site: its townships' findings, and the county's own.
type picture struct {
	county    *snapshot.County
	townships []snapshot.Township
	found     [][]overlap.Overlap // the county's own first, then by township
	tallies   []*tally            // of the townships
}

// look takes the picture of a county; what is as it was in an earlier one is taken over from there.
func (s *site) look(c *snapshot.County, was picture) picture {
	p := picture{county: c, found: [][]overlap.Overlap{overlap.OfCounty(c)}}
	for i, t := range s.townships {
		now, _ := snapshot.Lookup[snapshot.Township](c, t.Key)
		found := overlap.OfTownship(now)
		p.townships, p.found = append(p.townships, now), append(p.found, found)
		if i < len(was.tallies) && same(found, was.found[i+1]) {
			p.tallies = append(p.tallies, was.tallies[i])
		} else {
			p.tallies = append(p.tallies, tallyOf(now, found))
		}
	}
	return p
}

// same says whether findings are the very same, kept with a part that both pictures share.
func same(a, b []overlap.Overlap) bool { return len(a) > 0 && len(a) == len(b) && &a[0] == &b[0] }

// of are the findings of a township, of the county itself for an empty key.
func (p picture) of(township string) []overlap.Overlap {
	if township == "" {
		return p.found[0]
	}
	i := slices.IndexFunc(p.townships, func(t snapshot.Township) bool { return t.Key == township })
	return p.found[i+1]
}

// simulate is what the county is like after edits.
func (s *site) simulate(edits []change.Edit) (picture, error) {
	meta := s.county.Meta()
	meta.Revision++
	d := change.NewDraft(s.county, meta.Revision)
	var problems gov.Problems
	for i, e := range edits {
		problems = append(problems, e.Apply(d).At("edits", i, change.KindOf(e))...)
	}
	if err := problems.Err(); err != nil {
		return picture{}, err
	}
	delta := d.Delta()
	if inert(delta) {
		return s.before(), nil
	}
	after, err := s.county.Apply(delta, meta)
	if err != nil {
		return picture{}, err
	}
	return s.look(after, s.before()), nil
}

// inert says whether a delta touches measures and shared offices alone, which no detector reads and no summary counts.
func inert(d gov.Delta) bool {
	return !slices.ContainsFunc(d.Nodes, func(n gov.NodeChange) bool {
		return n.Before != nil || n.After.NodeKind() != gov.NodeMeasure
	}) && !slices.ContainsFunc(d.Edges, func(e gov.EdgeChange) bool { return e.Edge().EdgeKind() != gov.EdgeSharedOffice })
}

// compare fills in what the edits change: costs, and the findings that are gone, new, or cost another amount. Of the
// county's own findings those that change are part of it; where the scope is the county all are.
func (s *site) compare(p *Proposal, after picture) {
	before := s.before()
	was, is := before.own(after), after.own(before)
	if s.ofCounty() {
		was, is = before.found[0], after.found[0]
	}
	p.Before, p.After = before.summary(was), after.summary(is)
	p.Gain = p.Before.Cost - p.After.Cost
	was, is = slices.Clip(was), slices.Clip(is)
	for i := range s.townships {
		if old, now := before.found[i+1], after.found[i+1]; !same(old, now) {
			was, is = append(was, old...), append(is, now...)
		}
	}
	then := make(map[string]*overlap.Overlap, len(was))
	for i := range was {
		then[was[i].Fingerprint] = &was[i]
	}
	for _, o := range is {
		old := then[o.Fingerprint]
		delete(then, o.Fingerprint)
		switch {
		case old == nil:
			p.Introduces = append(p.Introduces, o)
		case o.Cost > old.Cost:
			p.Raises = append(p.Raises, o)
		case o.Cost < old.Cost:
			p.Lowers = append(p.Lowers, *old)
		}
	}
	for _, o := range was {
		if then[o.Fingerprint] != nil {
			p.Resolves = append(p.Resolves, o)
		}
	}
	for _, list := range [][]overlap.Overlap{p.Resolves, p.Introduces, p.Lowers, p.Raises} {
		slices.SortStableFunc(list, func(a, b overlap.Overlap) int { return cmp.Compare(b.Cost, a.Cost) })
	}
}

// own are the county's own findings that another picture has not, or has at another cost.
func (p picture) own(other picture) []overlap.Overlap {
	there := map[string]gov.Micro{}
	for _, o := range other.found[0] {
		there[o.Fingerprint] = o.Cost
	}
	var out []overlap.Overlap
	for _, o := range p.found[0] {
		if cost, ok := there[o.Fingerprint]; !ok || cost != o.Cost {
			out = append(out, o)
		}
	}
	return out
}
