package proposal

import (
	"context"
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/reform"
	"tiaokuai/internal/snapshot"
)

// mergerPrice is the default price of one organ fewer.
const mergerPrice = gov.One / 2

var mergeOrgans = Rung{
	Kind: KindMergeOrgans, Price: mergerPrice,
	Name: gov.Textf("合并设置", "Merge organs"),
	Definition: gov.Textf("约束允许、对口或职责有相同之处的机构两两合并，以及最优方案（机构数—协调成本曲线上测算值最低的一点）所含的合并。原名称保留为牌子，编制、人员、职数相加，分管领导有两名以上的由精确测算选定一名。列出净收益为正的，以及最优方案所含的。",
		"Any two organs that the constraints let merge and that share a counterpart or duty, and the groups of the optimum (the frontier's point of the least objective). Old names stay as plates, posts and staff add up; where several leaders were in charge the exact assignment chooses one. Listed are those with a positive net gain and those of the optimum."),
	Unit:        gov.Textf("减少的机构", "organs fewer"),
	PriceReason: gov.Textf("每减少一个机构须报批、调整编制职数和人员，按半个对口关系计；两个机构职能不同之处另按整合成本（α）计。", "Each organ fewer takes an approval and moves posts and people: half an interface; what two organs differ in is priced beside it by the integration term (α)."),
	whole:       func(ctx context.Context, s *site) ([]draft, error) { return s.mergers(ctx) },
}

// group is organs of one township that become one.
type group struct {
	township snapshot.Township
	organs   []snapshot.Organ
	name     string
	key      string // of the merged organ; one of theirs where it keeps the name
}

// problem is the site's problem of which organs to merge.
func (s *site) problem() reform.Problem {
	c := s.constraints()
	if s.scope.Class != "" {
		return reform.OfClass(s.county, s.scope.Class, s.weights, c)
	}
	return reform.OfTownship(s.townships[0], s.weights, c)
}

// mergers are the drafts of the pairs and of the optimum's groups.
func (s *site) mergers(ctx context.Context) ([]draft, error) {
	if s.merged == nil {
		all, err := s.draftMergers(ctx)
		if err != nil {
			return nil, err
		}
		s.merged = &all
	}
	return *s.merged, nil
}

func (s *site) draftMergers(ctx context.Context) ([]draft, error) {
	if s.ofCounty() {
		return nil, nil
	}
	p := s.problem()
	if len(p.Organs) == 0 {
		return nil, nil
	}
	points, err := s.solver.Frontier(ctx, p)
	if err != nil {
		return nil, err
	}
	rules, err := p.Rules()
	if err != nil {
		return nil, err
	}
	now, err := p.Evaluate(apart(p, nil))
	if err != nil {
		return nil, err
	}
	var out []draft
	best := optimum(points)
	for _, g := range best.Groups {
		if len(g) > 1 {
			if out, err = s.addMerger(ctx, out, p, g, true); err != nil {
				return nil, err
			}
		}
	}
	return s.addPairs(ctx, out, p, now, rules)
}

// addPairs adds every pair that saves something by the objective, and the best of those that do not as a rival: it is
// simulated to tell why it lost.
func (s *site) addPairs(ctx context.Context, out []draft, p reform.Problem, now reform.Point, rules []reform.Rule) ([]draft, error) {
	var rival []string
	var least gov.Micro
	for i := range p.Organs {
		for j := i + 1; j < len(p.Organs); j++ {
			if !allowed(p, rules, i, j) || !alike(p, i, j) {
				continue
			}
			pair := []string{p.Organs[i].Key, p.Organs[j].Key}
			after, err := p.Evaluate(apart(p, [][]string{pair}))
			if err != nil {
				return nil, err
			}
			if after.Objective >= now.Objective {
				s.shadows = append(s.shadows, s.shadow(p, fewer(p, i, j), now.Terms, after.Terms))
				if rival == nil || after.Objective < least {
					rival, least = pair, after.Objective
				}
				continue
			}
			if out, err = s.addMerger(ctx, out, p, pair, false); err != nil {
				return nil, err
			}
		}
	}
	if rival == nil {
		return out, nil
	}
	n := len(out)
	out, err := s.addMerger(ctx, out, p, rival, false)
	if len(out) > n {
		out[n].rival = true
	}
	return out, err
}

// optimum is the point of the least objective, of equal ones that with more organs: nothing is merged for nothing.
func optimum(points []reform.Point) reform.Point {
	var best reform.Point
	for _, p := range points {
		if p.Groups != nil && (best.Groups == nil || p.Objective <= best.Objective) {
			best = p
		}
	}
	return best
}

// addMerger adds the merger of one group, unless it is there.
func (s *site) addMerger(ctx context.Context, drafts []draft, p reform.Problem, keys []string, listed bool) ([]draft, error) {
	d, err := s.merger(ctx, p, [][]string{keys}, false)
	if err != nil {
		return nil, err
	}
	if len(d.edits) == 0 || slices.ContainsFunc(drafts, func(e draft) bool { return e.alike == d.alike }) {
		return drafts, nil
	}
	costs, err := s.integration(p, keys)
	if err != nil {
		return nil, err
	}
	plain := p
	plain.Weights = reform.Weights{Interfaces: gov.One, Duties: gov.One, Span: gov.One, Integration: gov.One}
	was, err := plain.Evaluate(apart(p, nil))
	if err != nil {
		return nil, err
	}
	is, err := plain.Evaluate(apart(p, [][]string{keys}))
	if err != nil {
		return nil, err
	}
	d.extra, d.listed, d.savings = costs, listed, savingsOf(was.Terms, is.Terms)
	return append(drafts, d), nil
}

// integration is what bringing a group together costs by the objective.
func (s *site) integration(p reform.Problem, keys []string) (gov.Micro, error) {
	point, err := p.Evaluate(apart(p, [][]string{keys}))
	return point.Terms.Integration, err
}

// apart is the partition into some groups and every other organ by itself.
func apart(p reform.Problem, groups [][]string) [][]string {
	in := map[string]bool{}
	out := slices.Clone(groups)
	for _, g := range groups {
		for _, key := range g {
			in[key] = true
		}
	}
	for _, o := range p.Organs {
		if !in[o.Key] {
			out = append(out, []string{o.Key})
		}
	}
	return out
}

// fewer is how many organs fewer the merger of a pair leaves: one in each township that has both.
func fewer(p reform.Problem, i, j int) int {
	n := 0
	for _, place := range p.Places {
		both := 0
		for _, f := range place.Organs {
			if f.Organ == i || f.Organ == j {
				both++
			}
		}
		n += both / 2 * len(place.Townships)
	}
	return n
}

// alike says whether two organs have a counterpart or duty in common somewhere.
func alike(p reform.Problem, i, j int) bool {
	for _, place := range p.Places {
		var a, b overlap.Features
		for _, f := range place.Organs {
			if f.Organ == i {
				a = f.Features
			} else if f.Organ == j {
				b = f.Features
			}
		}
		if _, common := a.Jaccard(b); common > 0 {
			return true
		}
	}
	return false
}

// merger is the draft of some groups of a problem's organs, in every township of the site that has two of a group, with
// portfolios assigned anew or the merged organs' leaders alone.
func (s *site) merger(ctx context.Context, p reform.Problem, groups [][]string, anew bool) (draft, error) {
	d := draft{alike: "merge"}
	var titles []gov.Text
	for _, keys := range groups {
		var names []string
		for _, key := range keys {
			names = append(names, nameIn(p, key))
		}
		suggested := ""
		for _, t := range s.townships {
			g, ok := groupIn(p, keys, t)
			if !ok {
				continue
			}
			var from gov.Text
			g.name, from = suggestName(namesOfOrgans(g.organs), linesOf(t))
			s.mergeEdits(&d, &g)
			if suggested == "" {
				suggested = g.name
				d.note("名称“%[1]s”为系统建议（%[2]s），属推断，以批复为准。", "The name %[1]s is a suggestion (%[2]s) and inferred; the approval decides.", g.name, from)
			}
			d.groups = append(d.groups, g)
		}
		d.alike += "|" + list(names).ZH
		titles = append(titles, say("合并设置%[1]s为%[2]s", "Merge %[3]s into %[2]s", list(names), suggested, list(names).EN))
	}
	lead := s.leadMerged
	if anew {
		lead = s.leadAnew
	}
	if err := lead(ctx, &d); err != nil {
		return d, err
	}
	s.tellMerger(&d, titles)
	return d, nil
}

func nameIn(p reform.Problem, key string) string {
	i := slices.IndexFunc(p.Organs, func(o reform.Organ) bool { return o.Key == key })
	return p.Organs[i].Name
}

// groupIn are the organs of a township that a group of a problem's organs stands for, if there are two.
func groupIn(p reform.Problem, keys []string, t snapshot.Township) (group, bool) {
	g := group{township: t}
	for o := range t.EachOrgan() {
		if slices.ContainsFunc(p.Organs, func(q reform.Organ) bool {
			return slices.Contains(keys, q.Key) && (q.Key == o.Key || slices.Contains(q.Members, o.Key))
		}) {
			g.organs = append(g.organs, o)
		}
	}
	return g, len(g.organs) > 1
}

func namesOfOrgans(os []snapshot.Organ) []string {
	var out []string
	for _, o := range os {
		out = append(out, o.Name)
	}
	return out
}

// linesOf are the lines of work that leaders of a township are in charge of.
func linesOf(t snapshot.Township) []string {
	var out []string
	for _, l := range t.Leaders() {
		for _, line := range l.Lines {
			out = append(out, line.Name)
		}
	}
	return out
}

// mergeEdits merges a group: into the organ that has the name already, else into a new one.
func (s *site) mergeEdits(d *draft, g *group) {
	keys := keysOf(g.organs)
	d.subjects, d.units = joined(d.subjects, keys), d.units+len(keys)-1
	merge := &change.MergeOrgans{Organs: keys}
	for _, o := range g.township.Organs() {
		if o.Name != g.name {
			continue
		}
		if !slices.Contains(keys, o.Key) { // somebody else's: keep the first name
			g.name = g.organs[0].Name
			merge.Into = keys[0]
			break
		}
		merge.Into = o.Key
	}
	if merge.Into == "" {
		merge.New = &gov.Organ{Name: g.name, Rank: sameRank(g.organs)}
		g.key = s.fresh(g.township, g.name)
		merge.New.Key = g.key
		if merge.New.Kind = sameKind(g.organs); merge.New.Kind == "" {
			merge.New.Kind = gov.OrganOffice
			d.note("合并的机构性质不同，新机构按党政机构设置，编制分别核算。", "The organs are of two kinds; the new one is set up as an office, and posts of each kind are accounted for apart.")
		}
	} else {
		g.key = merge.Into
	}
	d.edits = append(d.edits, merge)
}

// fresh is the key of a new organ.
func (s *site) fresh(t snapshot.Township, name string) string {
	return gov.Mint(gov.NodeOrgan, t.Key, name, func(key string) bool {
		_, taken := s.whole.Node(key)
		return taken
	})
}

func keysOf(os []snapshot.Organ) []string {
	var out []string
	for _, o := range os {
		out = append(out, o.Key)
	}
	return out
}

func sameKind(os []snapshot.Organ) gov.OrganKind {
	for _, o := range os {
		if o.Kind != os[0].Kind {
			return ""
		}
	}
	return os[0].Kind
}

func sameRank(os []snapshot.Organ) string {
	for _, o := range os {
		if o.Rank != os[0].Rank {
			return ""
		}
	}
	return os[0].Rank
}

// tellMerger says what is merged and why, what becomes of posts, ranks and names, and who is in charge.
func (s *site) tellMerger(d *draft, titles []gov.Text) {
	for i, t := range titles {
		if i > 0 {
			d.title.ZH, d.title.EN = d.title.ZH+"；", d.title.EN+"; "
		}
		d.title.ZH, d.title.EN = d.title.ZH+t.ZH, d.title.EN+t.EN
	}
	d.rationale = say("按照“一类事项原则上由一个部门统筹”的原则，拟提请编委研究%[1]s。", "One organ for one kind of work: proposed for the commission's study: %[1]s.", d.title)
	for _, g := range d.groups {
		s.tellGroup(d, g)
	}
}

func (s *site) tellGroup(d *draft, g group) {
	shared := s.sharedBy(g)
	if s.scope.Class == "" && len(shared) > 0 {
		d.rationale = together(d.rationale, say("%[1]s均业务对口%[2]s。", "%[1]s all answer to %[2]s.", list(namesOfOrgans(g.organs)), list(shared)))
	}
	posts, leading := 0, 0
	for _, o := range g.organs {
		for _, n := range o.Posts {
			posts += n.Count
		}
		leading += o.LeadingPosts
		if o.RankEligibility != "" && o.Key != g.key {
			d.note("%[1]s“%[2]s”的资格随机构撤并而失去，合并后的机构须重新评估。", "%[1]s loses its eligibility for the rank %[2]s; the merged organ has to be assessed anew.", o.Name, o.RankEligibility)
		}
	}
	place := g.township.Name
	if posts > 0 {
		d.note("%[1]s：合并各方编制共%[2]d名、领导职数%[3]d名，由%[4]s承接，超职数的须明确去向。", "%[1]s: the organs' %[2]d posts and %[3]d leading posts go to %[4]s; what exceeds its leading posts has to be placed.", place, posts, leading, g.name)
	} else {
		d.note("%[1]s：编制、职数未登记，去向须补充。", "%[1]s: posts are not on record; where they go has to be supplied.", place)
	}
}

// sharedBy are the departments that all organs of a group answer to by BUSINESS.
func (s *site) sharedBy(g group) []string {
	var out []string
	for _, e := range g.organs[0].Counterparts() {
		all := e.Nature == gov.NatureBusiness
		for _, o := range g.organs[1:] {
			all = all && slices.ContainsFunc(o.Counterparts(), func(f snapshot.Counterpart) bool { return f.To == e.To && f.Nature == gov.NatureBusiness })
		}
		if all {
			out = append(out, e.Department().Name)
		}
	}
	return out
}

// allowed says whether the rules let two organs become one.
func allowed(p reform.Problem, rules []reform.Rule, i, j int) bool {
	a, b := p.Organs[i], p.Organs[j]
	has := func(r reform.Rule, o reform.Organ) bool { return slices.Contains(r.Organs, o.Key) }
	for _, r := range rules {
		switch r.Kind {
		case reform.RuleKindsApart:
			if a.Kind != b.Kind {
				return false
			}
		case reform.RuleBranchesApart:
			if a.Branch != "" && b.Branch != "" && a.Branch != b.Branch {
				return false
			}
		case reform.RuleMandatory, reform.RuleIntegrating, reform.RuleAlone:
			if has(r, a) || has(r, b) {
				return false
			}
		case reform.RuleCannotLink:
			if has(r, a) && has(r, b) {
				return false
			}
		case reform.RuleMustLink:
			if n := len(r.Organs); (has(r, a) || has(r, b)) && (!has(r, a) || !has(r, b) || n > 2) {
				return false
			}
		case reform.RuleMinOrgans:
			if len(p.Organs)-1 < r.Limit {
				return false
			}
		case reform.RuleLargestGroup:
			if r.Limit < 2 {
				return false
			}
		case reform.RuleMostDepartments, reform.RuleMostDuties, reform.RuleMostPosts:
			if !within(p, r, i, j) {
				return false
			}
		}
	}
	return true
}

// within says whether what a pair makes keeps to a limit in every place.
func within(p reform.Problem, r reform.Rule, i, j int) bool {
	for _, place := range p.Places {
		departments, duties, posts, here := map[int]bool{}, map[int]bool{}, 0, 0
		for _, f := range place.Organs {
			if f.Organ != i && f.Organ != j {
				continue
			}
			here++
			posts += f.Posts
			for _, at := range f.Points {
				departments[place.Points[at].Department] = true
			}
			for _, duty := range f.Duties {
				duties[duty] = true
			}
		}
		size := map[reform.RuleKind]int{reform.RuleMostDepartments: len(departments), reform.RuleMostDuties: len(duties), reform.RuleMostPosts: posts}[r.Kind]
		if here > 1 && size > r.Limit {
			return false
		}
	}
	return true
}
