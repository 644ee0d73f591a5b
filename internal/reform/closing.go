package reform

import (
	"cmp"
	"context"
	"slices"

	"tiaokuai/internal/gov"
)

// Effort of closing a gap: allowed groups of a component that are listed, those that could be part of something better, and
// branches that are followed.
const (
	listedGroups    = 500_000
	closingGroups   = 200_000
	closingBranches = 400_000
)

// closing looks through the partitions of a component that could still cost less than the best known, once prices have
// shown that few could.
type closing struct {
	*pricing
	groups allowed
	count  int
	rest   [][]reduced // of one number of groups: by first place, the least first
	most   int         // places in the largest group
	left   int
}

// reduced is a group with its cost less its prices.
type reduced struct {
	group mask
	rest  gov.Micro
}

// listGroups lists all allowed groups; false if there are too many.
func (q *pricing) listGroups(ctx context.Context) (*closing, bool) {
	c := &closing{pricing: q, groups: make(allowed, len(q.atoms))}
	var extend func(first int, group, open mask) bool
	extend = func(first int, group, open mask) bool {
		cost := q.cost(group)
		if cost >= impossible {
			return true
		}
		if c.count++; c.count > listedGroups || c.count&0xff == 0 && ctx.Err() != nil {
			return false
		}
		c.most = max(c.most, group.count())
		c.groups[first] = append(c.groups[first], grouped{group, cost})
		for j := range open.each() {
			if !extend(first, group|bit(j), q.after(j, open)) {
				return false
			}
		}
		return true
	}
	for i := range q.atoms {
		if !extend(i, bit(i), q.after(i, ^mask(0))) {
			return nil, false
		}
	}
	return c, true
}

// effort is how many steps of the prices each of so many numbers of groups gets.
func (c *closing) effort(numbers int) int {
	return max(approachSteps/5, min(approachSteps, listedLooks/(numbers*c.count)))
}

// reduce keeps the groups that could be part of a partition into k groups that costs less than a sum, prices taken off;
// false if these are too many.
func (c *closing) reduce(u []gov.Micro, k int, below gov.Micro) bool {
	c.rest = make([][]reduced, len(c.atoms))
	left := closingGroups
	c.groups.within(u, k, below-1, func(i int, r reduced) bool {
		c.rest[i] = append(c.rest[i], r)
		left--
		return left > 0
	})
	for _, rest := range c.rest {
		slices.SortFunc(rest, func(a, b reduced) int { return cmp.Or(cmp.Compare(a.rest, b.rest), cmp.Compare(b.group, a.group)) })
	}
	return left > 0
}

// close finds the best partition into k groups, or nothing better than one of this cost; false if it gave up.
func (c *closing) close(ctx context.Context, u []gov.Micro, k int, cost gov.Micro) (better []mask, least gov.Micro, done bool) {
	c.left = closingBranches
	cost -= sum(u)
	if !c.reduce(u, k, cost) {
		return nil, 0, false
	}
	var chosen []mask
	least = cost
	var follow func(left mask, k int, sum gov.Micro) bool
	follow = func(left mask, k int, sum gov.Micro) bool {
		if left == 0 {
			if k == 0 && sum < least {
				least, better = sum, slices.Clone(chosen)
			}
			return true
		}
		if c.left--; c.left < 0 || c.left&0xff == 0 && ctx.Err() != nil {
			return false
		}
		others, ok := c.cheapest(left&(left-1), k-1)
		if !ok || k*c.most < left.count() {
			return true
		}
		for _, r := range c.rest[left.first()] {
			if sum+r.rest+others >= least {
				return true
			}
			if r.group&^left != 0 {
				continue
			}
			chosen = append(chosen, r.group)
			goOn := follow(left&^r.group, k-1, sum+r.rest)
			chosen = chosen[:len(chosen)-1]
			if !goOn {
				return false
			}
		}
		return true
	}
	done = follow(bit(len(c.atoms)-1)<<1-1, k, 0)
	return better, least + sum(u), done
}

// cheapest is the least that k groups with different first places among some can come to.
func (c *closing) cheapest(places mask, k int) (gov.Micro, bool) {
	if k < 0 {
		return 0, false
	}
	var rests []gov.Micro
	for i := range places.each() {
		if len(c.rest[i]) > 0 { // else nothing better begins with it
			rests = append(rests, c.rest[i][0].rest)
		}
	}
	if len(rests) < k {
		return 0, false
	}
	slices.Sort(rests)
	var sum gov.Micro
	for _, r := range rests[:k] {
		sum += r
	}
	return sum, true
}
