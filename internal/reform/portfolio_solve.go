package reform

import (
	"context"
	"math/bits"
	"slices"

	"tiaokuai/internal/gov"
)

// Effort: sets that are looked at in the search once the table is there, and pairs of sets to make the table.
const (
	quickUnits     = 13 // up to so many units another table for a first portfolio costs less than it saves
	portfolioNodes = 1_000_000
	portfolioSteps = 150_000_000
)

// noPortfolio is the cost of what is not possible. A cost in the table is shifted by changedBits to make room for the
// number of changed charges, which decides between equal costs.
const (
	noPortfolio = int64(1) << 60
	changedBits = 6
)

// solve finds the portfolio.
func (q *desk) solve(ctx context.Context) (Portfolio, error) {
	if len(q.open) == 0 {
		return q.portfolio(nil, 0), nil
	}
	s := &seating{desk: q}
	if !s.prepare() {
		return s.greedy(ctx)
	}
	if err := s.tabulate(ctx); err != nil {
		return Portfolio{}, err
	}
	all := uint32(1)<<len(q.open) - 1
	if s.best[0][all] >= noPortfolio {
		return Portfolio{}, tooFewLeaders()
	}
	s.left, s.least, s.floor, s.seen = portfolioNodes, noPortfolio, noPortfolio, map[visited]int64{}
	if s.domains.count > 0 && len(s.open) <= quickUnits {
		if err := s.begin(ctx); err != nil {
			return Portfolio{}, err
		}
	}
	if err := s.visit(ctx, 0, all, 0, max(0, s.best[0][all]+s.fixed-s.slack<<changedBits), &s.domains.start); err != nil {
		return Portfolio{}, err
	}
	return q.portfolio(s.who(s.sets), gov.Micro(s.least>>changedBits-min(s.least, s.floor)>>changedBits)), nil
}

func tooFewLeaders() error {
	return gov.Errorf(gov.CodeInvalid, "按每人分管机构的上限，班子成员不够分管这些机构", "with so many organs each, the leaders can't be in charge of all").At("mostOrgans").
		Advise("请放宽上限，或允许更多班子成员分管", "raise the limit, or let more leaders be in charge")
}

// seating is the search for who takes what. A set of open units is a bit mask; the first unit is the highest bit, so that
// larger masks have the first units.
type seating struct {
	*desk
	cost  [][]int64  // g: by place in free and set
	takes [][]uint32 // the sets that a leader may take, the first units first, by place in free
	best  [][]int64  // by place in free: of the leaders from there on
	room  []int      // how many units each can still get
	slack int64      // what roundings can come to
	fixed int64      // what the cost is beyond the sum of g

	domains domainSearch
	left    int
	seen    map[visited]int64
	least   int64
	floor   int64 // what was not looked at is no less
	now     []uint32
	sets    []uint32 // of the best found
	before  []base
}

// base is what a leader has that is not in question.
type base struct {
	organs int
	points []int
}

// bit is the mask of one open unit.
func (s *seating) bit(unit int) uint32 { return 1 << (len(s.open) - 1 - unit) }

// prepare says whether the exact programme can be afforded, and prices every set for every leader.
func (s *seating) prepare() bool {
	n := len(s.open)
	s.bases()
	if n > maxUnits || len(s.free) > 2 && s.steps(n)*(len(s.free)-2) > portfolioSteps {
		return false
	}
	if s.weights[0]%gov.One != 0 { // spans are whole units
		s.slack = int64(len(s.place.Points) + len(s.leaders) + 1)
	}
	s.fixed = s.beyond()
	s.searchDomains()
	for l := range s.free {
		s.cost = append(s.cost, s.prices(l))
		var takes []uint32
		for set, c := range slices.Backward(s.cost[l]) {
			if c < noPortfolio {
				takes = append(takes, uint32(set))
			}
		}
		s.takes = append(s.takes, takes)
	}
	return true
}

// steps is the number of pairs of a set and a set in it that one leader can take.
func (s *seating) steps(n int) int {
	most, steps, choose := slices.Max(s.room), 0, 1
	for k := 0; k <= min(n, most); k++ {
		steps += choose << (n - k)
		choose = choose * (n - k) / (k + 1)
	}
	return steps
}

func (s *seating) bases() {
	s.before = make([]base, len(s.leaders))
	for i, u := range s.units {
		if slices.Contains(s.open, i) {
			continue
		}
		for _, l := range u.now {
			s.before[l].organs++
			s.before[l].points = append(s.before[l].points, u.points...)
		}
	}
	for _, l := range s.free {
		s.room = append(s.room, max(0, s.most-s.before[l].organs))
	}
}

// prices are g of every set that a leader may take: what the points cost that they then stand at beyond those of what
// they keep, their span, and how many charges change.
func (s *seating) prices(l int) []int64 {
	n := len(s.open)
	out := make([]int64, 1<<n)
	words := (len(s.place.Points) + 63) / 64
	stood := make([]uint64, words)
	own := s.before[s.free[l]]
	for _, p := range own.points {
		stood[p/64] |= 1 << (p % 64)
	}
	facing := make([][]uint64, n)
	for u, at := range s.open {
		facing[u] = make([]uint64, words)
		for _, p := range s.units[at].points {
			facing[u][p/64] |= 1 << (p % 64)
		}
	}
	seen := make([]uint64, words)
	for set := range uint32(1) << n {
		size := bits.OnesCount32(set)
		if size > s.room[l] || !s.mayTakeAll(l, set) {
			out[set] = noPortfolio
			continue
		}
		clear(seen)
		changed := int64(0)
		for u := range s.open {
			if set&s.bit(u) == 0 {
				continue
			}
			for w := range seen {
				seen[w] |= facing[u][w] &^ stood[w]
			}
			if s.changes(u, l) {
				changed++
			}
		}
		var weight gov.Micro
		for w, b := range seen {
			for ; b != 0; b &= b - 1 {
				weight += s.place.Points[64*w+bits.TrailingZeros64(b)].Weight
			}
		}
		span := gov.Micro(max(0, own.organs+size-s.limit)-max(0, own.organs-s.limit)) * gov.One
		out[set] = int64(s.weights[0].Times(weight)+s.weights[1].Times(span))<<changedBits + changed
	}
	return out
}

// mayTakeAll says whether a leader may have every unit of a set.
func (s *seating) mayTakeAll(l int, set uint32) bool {
	for u, who := range s.allowed {
		if set&s.bit(u) != 0 && !s.mayTake(l, who) {
			return false
		}
	}
	return true
}

// mayTake says whether a leader is among those allowed; nil are all.
func (*seating) mayTake(l int, allowed []int) bool {
	return allowed == nil || slices.Contains(allowed, l)
}

// changes says whether a unit's leaders now are not this one alone.
func (s *seating) changes(u, l int) bool {
	now := s.units[s.open[u]].now
	return len(now) != 1 || now[0] != s.free[l]
}

// tabulate fills best from the last leader to the first.
func (s *seating) tabulate(ctx context.Context) error {
	n, last := len(s.open), len(s.free)-1
	all := uint32(1)<<n - 1
	s.best = make([][]int64, last+1)
	s.best[last] = s.cost[last]
	for l := last - 1; l >= 0; l-- {
		if err := ctx.Err(); err != nil {
			return err
		}
		best, next, cost := slices.Repeat([]int64{noPortfolio}, 1<<n), s.best[l+1], s.cost[l]
		for set, c := range cost {
			if c >= noPortfolio {
				continue
			}
			taken := uint32(set)
			rest := all &^ taken
			if l == 0 { // the first leader and those after take everything
				best[all] = min(best[all], c+next[rest])
				continue
			}
			for sub := rest; ; sub = (sub - 1) & rest { // what the leaders after take
				if sum := c + next[sub]; sum < best[taken|sub] {
					best[taken|sub] = sum
				}
				if sub == 0 {
					break
				}
			}
		}
		s.best[l] = best
	}
	return nil
}
