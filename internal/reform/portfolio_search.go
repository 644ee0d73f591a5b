package reform

import (
	"cmp"
	"context"
	"math/bits"
	"slices"

	"tiaokuai/internal/gov"
)

// beyond is what a portfolio costs beyond the sum of g: what leaders stand at and lead with what is not in question, less
// the points that somebody stands at.
func (s *seating) beyond() int64 {
	var weight, span gov.Micro
	present := make([]bool, len(s.place.Points))
	for _, own := range s.before {
		slices.Sort(own.points)
		for _, p := range slices.Compact(slices.Clone(own.points)) {
			weight += s.place.Points[p].Weight
			present[p] = true
		}
		span += gov.Micro(max(0, own.organs-s.limit)) * gov.One
	}
	for _, at := range s.open {
		for _, p := range s.units[at].points {
			present[p] = true
		}
	}
	for p, here := range present {
		if here {
			weight -= s.place.Points[p].Weight
		}
	}
	out := int64(s.weights[1].Times(span))
	if weight < 0 {
		return (out - int64(s.weights[0].Times(-weight))) << changedBits
	}
	return (out + int64(s.weights[0].Times(weight))) << changedBits
}

// visit gives the leader at a place every set of what is left, as long as the bound allows.
func (s *seating) visit(ctx context.Context, l int, left uint32, paid, bound int64, domains *domainState) error {
	if bound >= s.least {
		return nil
	}
	if l == len(s.free)-1 {
		bound = paid + s.cost[l][left] + s.fixed - s.slack<<changedBits + s.domainUnit()*s.domains.atLeast(domains, l, left, 0)
		if bound < s.least {
			s.settle(append(slices.Clone(s.now), left))
		}
		return nil
	}
	if s.left <= 0 && s.least < noPortfolio {
		s.floor = min(s.floor, bound)
		return nil
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	// Leaders who keep nothing are alike but for what they have now: the same is left in the same state by many orders.
	key := visited{l, left, *domains}
	if before, ok := s.seen[key]; ok && before <= paid {
		return nil
	}
	s.seen[key] = paid
	for _, c := range s.choices(l, left, paid, domains) {
		next := s.domains.take(domains, l, c.set)
		s.now = append(s.now, c.set)
		err := s.visit(ctx, l+1, left&^c.set, paid+s.cost[l][c.set], c.bound, &next)
		s.now = s.now[:len(s.now)-1]
		if err != nil {
			return err
		}
	}
	return nil
}

// domainUnit is what one more leader in charge of a domain costs.
func (s *seating) domainUnit() int64 { return int64(s.weights[0].Times(gov.One)) << changedBits }

// visited is a place in the search that depends on nothing else than what was paid to get there.
type visited struct {
	leader  int
	left    uint32
	domains domainState
}

type choice struct {
	set   uint32
	bound int64
}

// choices are the sets that a leader can take of what is left, the least bound first, then the first units.
func (s *seating) choices(l int, left uint32, paid int64, domains *domainState) []choice {
	var out []choice
	unit := s.domainUnit()
	paid += s.fixed - s.slack<<changedBits
	try := func(set uint32) {
		s.left--
		c, rest := s.cost[l][set], left&^set
		if bound := paid + c + s.best[l+1][rest]; c < noPortfolio && bound < s.least {
			if bound += unit * s.domains.atLeast(domains, l, set, rest); bound < s.least {
				out = append(out, choice{set, max(0, bound)})
			}
		}
	}
	if sets := s.takes[l]; len(sets) < 1<<bits.OnesCount32(left) {
		for _, set := range sets {
			if set&^left == 0 {
				try(set)
			}
		}
	} else {
		for set := left; ; set = (set - 1) & left {
			try(set)
			if set == 0 {
				break
			}
		}
	}
	slices.SortStableFunc(out, func(a, b choice) int { return cmp.Compare(a.bound, b.bound) })
	return out
}

// begin finds a first portfolio: the best one if no domain were folded, in which case they are a sum over leaders too.
func (s *seating) begin(ctx context.Context) error {
	cost, best := s.cost, s.best
	defer func() { s.cost, s.best = cost, best }()
	unit := s.domainUnit()
	s.cost = make([][]int64, len(cost))
	for l := range cost {
		s.cost[l] = slices.Clone(cost[l])
		for set, c := range cost[l] {
			if c < noPortfolio {
				s.cost[l][set] += unit * int64(bits.OnesCount16(s.domains.domainsOf[set]&^s.domains.holds[l]))
			}
		}
	}
	if err := s.tabulate(ctx); err != nil {
		return err
	}
	var sets []uint32
	left := uint32(1)<<len(s.open) - 1
	for l := range s.cost {
		for set := left; ; set = (set - 1) & left {
			rest := int64(0)
			if l+1 < len(s.cost) {
				rest = s.best[l+1][left&^set]
			} else if left != set {
				rest = noPortfolio
			}
			if s.cost[l][set]+rest == s.best[l][left] {
				sets, left = append(sets, set), left&^set
				break
			}
		}
	}
	s.settle(sets)
	return nil
}

// settle keeps a portfolio that costs less than the best so far.
func (s *seating) settle(sets []uint32) {
	who := s.who(sets)
	changed := 0
	for u, l := range who {
		if s.changes(u, l) {
			changed++
		}
	}
	if cost := int64(s.costOf(who))<<changedBits + int64(changed); cost < s.least {
		s.least, s.sets = cost, sets
	}
}

// who is the place in free of each open unit's leader.
func (s *seating) who(sets []uint32) []int {
	out := make([]int, len(s.open))
	for l, set := range sets {
		for u := range s.open {
			if set&s.bit(u) != 0 {
				out[u] = l
			}
		}
	}
	return out
}

// greedy leaves units with whom they are where that may be, shares the others out one by one, and then moves single ones
// and swaps pairs as long as that costs less. All it can prove is what the units that are not in question cost.
func (s *seating) greedy(ctx context.Context) (Portfolio, error) {
	who, load := s.asTheyAre()
	for u := range s.open {
		if who[u] < 0 && !s.move(who, load, u) {
			return Portfolio{}, tooFewLeaders()
		}
	}
	for least := noPortfolio; int64(s.costOf(who)) < least; {
		if err := ctx.Err(); err != nil {
			return Portfolio{}, err
		}
		least = int64(s.costOf(who))
		for u := range s.open {
			s.move(who, load, u)
		}
		s.swap(who)
	}
	nobody := slices.Repeat([]int{-1}, len(s.open))
	p := s.portfolio(who, 0)
	p.Gap = p.Cost - min(p.Cost, s.costOf(nobody)-s.domainsOf(s.led(nobody)))
	return p, nil
}

// asTheyAre gives each unit the one leader it has, if that may stay.
func (s *seating) asTheyAre() (who, load []int) {
	who, load = slices.Repeat([]int{-1}, len(s.open)), make([]int, len(s.free))
	for u, at := range s.open {
		for l := range s.free {
			if now := s.units[at].now; len(now) == 1 && now[0] == s.free[l] && load[l] < s.room[l] && s.mayTake(l, s.allowed[u]) {
				who[u], load[l] = l, load[l]+1
			}
		}
	}
	return who, load
}

// swap exchanges the leaders of pairs where that costs less.
func (s *seating) swap(who []int) {
	cost := s.costOf(who)
	for u := range who {
		for v := range u {
			if who[u] == who[v] || !s.mayTake(who[u], s.allowed[v]) || !s.mayTake(who[v], s.allowed[u]) {
				continue
			}
			who[u], who[v] = who[v], who[u]
			if now := s.costOf(who); now < cost {
				cost = now
			} else {
				who[u], who[v] = who[v], who[u]
			}
		}
	}
}

// move gives a unit to the leader with whom all costs least, of equal ones the one who has it.
func (s *seating) move(who, load []int, u int) bool {
	if who[u] >= 0 {
		load[who[u]]--
	}
	best, least := -1, noPortfolio
	for l := range s.free {
		if !s.mayTake(l, s.allowed[u]) || load[l] >= s.room[l] {
			continue
		}
		who[u] = l
		cost := int64(s.costOf(who)) << 1
		if s.changes(u, l) {
			cost++
		}
		if cost < least {
			best, least = l, cost
		}
	}
	who[u] = best
	if best >= 0 {
		load[best]++
	}
	return best >= 0
}
