package reform

import (
	"context"
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// PortfolioRules say who may be in charge of what.
type PortfolioRules struct {
	Barred []string `json:"barred,omitempty"` // keys of leaders who get no organ; those they have are left with them
	// Fixed are organs, or a merged group by one of its organs, with the leader who is to be in charge.
	Fixed map[string]string `json:"fixed,omitempty"`
	// MostOrgans is how many organs one leader gets at most, those left with them included; 0: the county's limit, or as
	// many as are needed to share them out. Without it the cheapest portfolio is one leader in charge of everything.
	MostOrgans    int  `json:"mostOrgans,omitempty"`
	LeaveStations bool `json:"leaveStations,omitempty"` // stations stay with whom they are
	// Leave are organs, or merged groups by one of their organs, that stay with whom they are.
	Leave []string `json:"leave,omitempty"`
}

// Portfolio is who is to be in charge (LEAD) of what in a township.
type Portfolio struct {
	Charges []PortfolioCharge // the groups in question, in the order of their first organs
	// Cost is what SPLIT_LEADERSHIP and LEADER_SPAN cost with it, all organs of the township counted, at the county's
	// weights; the same as package overlap finds after the change.
	Cost gov.Micro
	// Gap is how much less another portfolio might cost at most: 0 is a proven optimum.
	Gap     gov.Micro
	Changed int // groups whose leader is not the one they have
}

// PortfolioCharge is one leader in charge of one organ, or of several that become one.
type PortfolioCharge struct {
	Organs  []string
	Leader  string
	Changed bool // who is in charge of the organs now is not this leader alone
}

// AssignLeaders is the portfolio of a township that costs least in SPLIT_LEADERSHIP and LEADER_SPAN; of equal ones that
// with the fewest changed charges, then the first in order: the first leaders get what they can of the first organs.
// Groups are organs that become one; the others stand by themselves.
//
// In question are the groups that somebody is in charge of; where the township declares its portfolios complete, all but
// statutory organs and stations with a LIAISON alone. What is left stays as it is, and so do the leaders who preside
// (OVERALL) and those barred. It fails with INVALID where nobody may be in charge or the rules contradict each other.
//
// How: leaders take sets of organs one after the other, so best[l][R] = min over S ⊆ R of g(l, S) + best[l+1][R∖S] with
// g the weight of the points that l then stands at and the span. That is exact but for findings by domain, which are
// not a sum over leaders: with the table as a proven bound the sets are searched for the least cost with these, as far as
// a fixed effort goes.
func AssignLeaders(ctx context.Context, t snapshot.Township, groups [][]string, rules PortfolioRules) (Portfolio, error) {
	q, err := newDesk(t, groups, rules)
	if err != nil {
		return Portfolio{}, err
	}
	return q.solve(ctx)
}

// desk is a township's organs as a question of who is in charge of them.
type desk struct {
	township snapshot.Township
	leaders  []snapshot.Leader
	units    []unit  // all organs, merged ones as one
	open     []int   // places of the units in question
	free     []int   // places of the leaders who may get them
	allowed  [][]int // by open unit: places in free; nil for all
	most     int
	place    Place // points and their weights
	weights  [2]gov.Micro
	limit    int
}

// unit is an organ, or several that become one.
type unit struct {
	organs  []snapshot.Organ
	points  []int
	domains []string // of the duties it leads, sorted
	now     []int    // places of the leaders in charge, sorted
}

// maxUnits is how many units the exact programme takes.
const maxUnits = 16

func newDesk(t snapshot.Township, groups [][]string, rules PortfolioRules) (*desk, error) {
	q := &desk{
		township: t, leaders: t.Leaders(), limit: t.County().Settings.LeaderOrgans(),
		weights: [2]gov.Micro{weightOf(t.County(), gov.OverlapSplitLeadership), weightOf(t.County(), gov.OverlapLeaderSpan)},
	}
	if err := q.unite(groups); err != nil {
		return nil, err
	}
	for i, l := range q.leaders {
		presides := slices.ContainsFunc(l.Charges(), func(e snapshot.Charge) bool { return e.Role == gov.ChargeOverall })
		if !presides && !slices.Contains(rules.Barred, l.Key) {
			q.free = append(q.free, i)
		}
	}
	return q, q.ask(rules)
}

// unite lays out points and units.
func (q *desk) unite(groups [][]string) error {
	t := q.township
	points := pointsOf(t, &q.place)
	at := map[string]int{}
	for i, g := range groups {
		for _, key := range g {
			if _, twice := at[key]; twice {
				return gov.Errorf(gov.CodeInvalid, "机构 %s 出现两次", "organ %s is given twice", key).At("groups", i)
			}
			at[key] = -1 - i
		}
	}
	first, met := map[int]int{}, 0
	for o := range t.EachOrgan() {
		g, merged := at[o.Key]
		if merged {
			met++
		}
		i, ok := first[g]
		if !merged || !ok {
			i = len(q.units)
			q.units = append(q.units, unit{})
			if merged {
				first[g] = i
			}
		}
		q.units[i].add(o, points)
	}
	if met != len(at) {
		return gov.Errorf(gov.CodeNotFound, "有机构不在本乡镇", "an organ is not of the township").At("groups")
	}
	return nil
}

func (u *unit) add(o snapshot.Organ, points map[int]stretch) {
	u.organs = append(u.organs, o)
	for e := range o.EachCounterpart() {
		if e.Nature == gov.NatureBusiness {
			u.points = append(u.points, faced(e, points[e.Department().Index()])...)
		}
	}
	for a := range o.EachAssignment() {
		if d := a.Duty(); a.Role == gov.AssignmentLead && !d.Universal && d.Domain != "" {
			u.domains = append(u.domains, d.Domain)
		}
	}
	for e := range o.EachCharge() {
		if e.Role == gov.ChargeLead {
			u.now = append(u.now, e.Leader().Index())
		}
	}
	slices.Sort(u.points)
	slices.Sort(u.domains)
	slices.Sort(u.now)
	u.points, u.domains, u.now = slices.Compact(u.points), slices.Compact(u.domains), slices.Compact(u.now)
}

// ask says which units are in question, and who may get each.
func (q *desk) ask(rules PortfolioRules) error {
	kept := make([]int, len(q.leaders))
	for i := range q.units {
		u := &q.units[i]
		fixed, err := q.fixed(u, rules)
		if err != nil {
			return err
		}
		if fixed < 0 && q.left(u, rules) {
			for _, l := range u.now {
				kept[l]++
			}
			continue
		}
		q.open = append(q.open, i)
		if fixed >= 0 {
			q.allowed = append(q.allowed, []int{fixed})
		} else {
			q.allowed = append(q.allowed, nil)
		}
	}
	if len(q.open) > 0 && len(q.free) == 0 {
		return gov.Errorf(gov.CodeInvalid, "没有可以分管的班子成员", "no leader may be in charge").At("leaders").
			Advise("主持全面的和被排除的不参与", "those who preside and those barred are left out")
	}
	q.most = rules.MostOrgans
	if q.most == 0 && len(q.free) > 0 {
		left := len(q.open)
		for _, l := range q.free {
			left += kept[l]
		}
		q.most = max(q.limit, (left+len(q.free)-1)/len(q.free))
		for _, l := range q.free {
			q.most = max(q.most, kept[l]+1)
		}
	}
	return nil
}

// fixed is the place among the free of the leader who is to have a unit, −1 for none in particular.
func (q *desk) fixed(u *unit, rules PortfolioRules) (int, error) {
	out := -1
	for _, o := range u.organs {
		leader, ok := rules.Fixed[o.Key]
		if !ok {
			continue
		}
		at := slices.IndexFunc(q.free, func(l int) bool { return q.leaders[l].Key == leader })
		if at < 0 {
			return -1, gov.Errorf(gov.CodeNotFound, "没有可以分管的班子成员 %s", "there is no leader %s who may be in charge", leader).At("fixed", o.Key)
		}
		if out >= 0 && out != at {
			return -1, gov.Errorf(gov.CodeInvalid, "合并的机构指定了两名分管领导", "two leaders are given for one merged organ").At("fixed", o.Key)
		}
		out = at
	}
	return out, nil
}

// left says whether a unit stays with whom it is.
func (q *desk) left(u *unit, rules PortfolioRules) bool {
	station, liaised := true, false
	for _, o := range u.organs {
		if o.Kind == gov.OrganStatutory || slices.Contains(rules.Leave, o.Key) {
			return true
		}
		station = station && o.Kind.Station()
		liaised = liaised || slices.ContainsFunc(o.Charges(), func(e snapshot.Charge) bool { return e.Role == gov.ChargeLiaison })
	}
	if station && (rules.LeaveStations || liaised && len(u.now) == 0) {
		return true
	}
	if len(u.now) > 0 {
		return !slices.ContainsFunc(u.now, func(l int) bool { return slices.Contains(q.free, l) })
	}
	return !q.township.PortfoliosComplete
}
