package reform

import (
	"slices"

	"tiaokuai/internal/gov"
)

// component is a set of atoms that meet no others, with its own best partitions.
type component struct {
	*core
	atoms []int // in order; place i of the component is bit len−1−i of a subset, so that the first atom is the highest
}

// split are the components of a core in the order of their first atoms.
func (c *core) split() []component {
	var out []component
	left := bit(len(c.atoms)) - 1
	if len(c.atoms) == MaxOrgans {
		left = ^mask(0)
	}
	for left != 0 {
		reached, next := mask(0), bit(left.first())
		for next != 0 {
			a := next.first()
			reached |= bit(a)
			next = (next | left&^c.apart[a]) &^ reached
		}
		left &^= reached
		out = append(out, component{core: c, atoms: slices.Collect(reached.each())})
	}
	return out
}

// subset are the atoms of the core that a subset of the component stands for.
func (p *component) subset(s uint32) mask {
	var out mask
	for i, a := range p.atoms {
		if s>>(len(p.atoms)-1-i)&1 == 1 {
			out |= bit(a)
		}
	}
	return out
}

// answer is what is known of the partitions into one number of groups.
type answer struct {
	cost, bound gov.Micro // bound ≤ the optimum ≤ cost
	groups      []mask    // of atoms, in the order of their first atoms; nil: no partition is known
}

// impossible is more than any cost.
const impossible = gov.Micro(1) << 60

var none = answer{cost: impossible, bound: impossible}

// joined are the answers for two components as one: for every number of groups the cheapest sum, of equal ones that
// whose groups come first.
func joined(a, b []answer) []answer {
	out := slices.Repeat([]answer{none}, len(a)+len(b)-1)
	for i, x := range a {
		for j, y := range b {
			o := &out[i+j]
			if x.bound < impossible && y.bound < impossible {
				o.bound = min(o.bound, x.bound+y.bound)
			}
			if x.groups == nil || y.groups == nil || x.cost+y.cost > o.cost {
				continue
			}
			groups := slices.Concat(x.groups, y.groups)
			slices.SortFunc(groups, func(a, b mask) int { return a.first() - b.first() })
			if o.groups == nil || x.cost+y.cost < o.cost || comesFirst(groups, o.groups) {
				o.cost, o.groups = x.cost+y.cost, groups
			}
		}
	}
	return out
}

// comesFirst compares partitions by the first group that differs; it has the same first atom in both, and that comes
// first which has the first atom that the other lacks.
func comesFirst(a, b []mask) bool {
	for i := range a {
		if a[i] != b[i] {
			return a[i].has((a[i] ^ b[i]).first())
		}
	}
	return false
}
