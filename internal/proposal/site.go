package proposal

import (
	"slices"
	"sync"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/reform"
	"tiaokuai/internal/snapshot"
)

// site is one scope that is reformed as a whole: a township, a size class, or what is found once for the county.
type site struct {
	scope     Scope
	whole     *snapshot.County // as it was asked about
	county    *snapshot.County // the whole, or a lens on the scope's townships
	townships []snapshot.Township
	options   Options
	weights   reform.Weights
	solver    reform.Solver
	rules     []Preset                // that hold here
	each      bool                    // one of the townships of the whole county
	before    func() picture          // of the county, once it is asked for
	quality   func() *overlap.Quality // of the whole

	merged *[]draft // the mergers, once they are drafted
}

// sites are the parts of a scope that are reformed by themselves.
func (p *Proposer) sites(c *snapshot.County, scope Scope, o Options) ([]*site, error) {
	w := reform.WeightsOf(c)
	if o.Weights != nil {
		w = *o.Weights
	}
	if err := w.Check().Err(); err != nil {
		return nil, err
	}
	if err := checkOptions(o); err != nil {
		return nil, err
	}
	groups, err := scopesOf(c, scope)
	if err != nil {
		return nil, err
	}
	lenses := newLenses(c)
	var out []*site
	for _, g := range groups {
		s := &site{scope: g.scope, whole: c, options: o, weights: w, solver: p.Solver}
		if s.county, err = lenses.on(g.townships); err != nil {
			return nil, err
		}
		for _, key := range g.townships {
			t, _ := snapshot.Lookup[snapshot.Township](s.county, key)
			s.townships = append(s.townships, t)
		}
		s.rules, s.each = rulesFor(s), scope == Scope{}
		s.before = sync.OnceValue(func() picture { return s.look(s.county, picture{}) })
		s.quality = sync.OnceValue(func() *overlap.Quality { return overlap.QualityOf(c) })
		out = append(out, s)
	}
	return out, nil
}

// part is one site's scope with the keys of its townships.
type part struct {
	scope     Scope
	townships []string
}

// scopesOf parts a scope: the whole county into each township by itself and what is found once for the county.
func scopesOf(c *snapshot.County, scope Scope) ([]part, error) {
	switch {
	case scope.Township != "" && scope.Class != "":
		return nil, gov.Errorf(gov.CodeInvalid, "测算范围是一个乡镇、一个规模类别或全县", "the scope is one township, one size class or the whole county").At("scope").
			Advise("请只指明乡镇，或只指明规模类别", "name a township, or a size class")
	case scope.Township != "":
		if _, ok := snapshot.Lookup[snapshot.Township](c, scope.Township); !ok {
			return nil, gov.Errorf(gov.CodeNotFound, "没有乡镇 %s", "there is no township %s", scope.Township).At("scope", "township")
		}
		return []part{{scope, []string{scope.Township}}}, nil
	case scope.Class != "":
		return classScope(c, scope)
	}
	var out []part
	var all []string
	for _, t := range c.Townships() {
		out, all = append(out, part{Scope{Township: t.Key}, []string{t.Key}}), append(all, t.Key)
	}
	return append(out, part{townships: all}), nil
}

func classScope(c *snapshot.County, scope Scope) ([]part, error) {
	if !slices.Contains([]gov.Size{gov.SizeLarge, gov.SizeMedium, gov.SizeSmall}, scope.Class) {
		return nil, gov.Errorf(gov.CodeInvalid, "没有 %q 这个规模类别", "there is no size class %q", string(scope.Class)).At("scope", "class")
	}
	var keys []string
	for _, t := range c.Townships() {
		if t.Size == scope.Class {
			keys = append(keys, t.Key)
		}
	}
	if len(keys) == 0 {
		return nil, gov.Errorf(gov.CodeNotFound, "没有这一规模类别的乡镇", "no township is of this size class").At("scope", "class")
	}
	return []part{{scope, keys}}, nil
}

// ofCounty says whether the site is what is found once for the county.
func (s *site) ofCounty() bool { return s.scope == Scope{} }

// found are the findings of some kinds in a township ("" for the county's own) that something may be proposed for: not
// justified, and assessable.
func (s *site) found(township string, kinds ...gov.OverlapKind) []overlap.Overlap {
	var out []overlap.Overlap
	for _, o := range s.before().of(township) {
		if slices.Contains(kinds, o.Kind) && s.open(o) {
			out = append(out, o)
		}
	}
	return out
}

func (s *site) open(o overlap.Overlap) bool {
	return !s.options.Justified[o.Fingerprint] && (!restsOnAbsence(o) || len(s.quality().Gaps(o.Kind, o.Township)) == 0)
}

// restsOnAbsence says whether a finding may be no more than a gap in the record. The others rest on what is on record:
// more data can add to them, never take them away, so they are proposed for whatever the coverage, which the notes say.
func restsOnAbsence(o overlap.Overlap) bool {
	switch o.Kind {
	case gov.OverlapUnledOrgan, gov.OverlapUnownedDuty, gov.OverlapOffList:
		return true
	case gov.OverlapDepartmentDutyConflict:
		return o.Class == overlap.ClassGap
	}
	return false
}
