package reform

import (
	"context"
	"slices"

	"tiaokuai/internal/gov"
)

// good are good partitions into the numbers of groups that are asked for: greedy mergers, then moves of single atoms while
// they help. The one into most groups begins the prices; there is none where an atom can't be a group.
func (p *component) good(ctx context.Context, asked span) (out []answer, start []mask, err error) {
	out = slices.Repeat([]answer{none}, len(p.atoms)+1)
	for _, a := range p.atoms {
		if p.core.apart[a].has(a) || !p.fits(p.core.atoms[a]) {
			return out, nil, nil
		}
		start = append(start, bit(a))
	}
	for groups := start; groups != nil && len(groups) >= asked.least; groups = p.merged(groups) {
		groups = slices.Clone(groups)
		if err := p.improve(ctx, groups); err != nil {
			return nil, nil, err
		}
		if len(groups) > asked.most {
			continue
		}
		out[len(groups)] = answer{cost: p.total(groups), groups: inOrder(groups)}
		if len(groups) == asked.most {
			start = groups
		}
	}
	return out, start, nil
}

// leastShared is what every partition pays at least: each interface and duty once, less what roundings can come to.
func (p *component) leastShared() gov.Micro {
	var organs mask
	for _, a := range p.atoms {
		organs |= p.core.atoms[a]
	}
	t := p.shared(organs)
	return max(0, t.Interfaces+t.Duties-MaxOrgans)
}

// tooFew says whether so many groups of the largest size can't hold all organs.
func (p *component) tooFew(k int) bool {
	organs := 0
	for _, a := range p.atoms {
		organs += p.core.atoms[a].count()
	}
	return p.limits.group > 0 && k*p.limits.group < organs
}

func inOrder(groups []mask) []mask {
	groups = slices.Clone(groups)
	slices.SortFunc(groups, func(a, b mask) int { return a.first() - b.first() })
	return groups
}

// price is f of some atoms, impossible where a rule forbids them.
func (c *core) price(atoms mask) gov.Micro {
	for a := range atoms.each() {
		if c.apart[a]&atoms != 0 {
			return impossible
		}
	}
	organs := c.organs(atoms)
	if !c.fits(organs) {
		return impossible
	}
	return c.terms(organs).Sum()
}

func (c *core) total(groups []mask) gov.Micro {
	var sum gov.Micro
	for _, g := range groups {
		sum += c.price(g)
	}
	return sum
}

// merged joins the two groups that cost least to join; nil if none may be.
func (p *component) merged(groups []mask) []mask {
	least, at, with := impossible, 0, 0
	for i, g := range groups {
		for j, h := range groups[:i] {
			if f := p.price(g | h); f < impossible && f-p.price(g)-p.price(h) < least {
				least, at, with = f-p.price(g)-p.price(h), i, j
			}
		}
	}
	if least == impossible {
		return nil
	}
	out := slices.Clone(groups)
	out[with] |= out[at]
	return slices.Delete(out, at, at+1)
}

// improve moves atoms to other groups as long as that costs less; no group becomes empty.
func (p *component) improve(ctx context.Context, groups []mask) error {
	for moved := true; moved; {
		moved = false
		for _, a := range p.atoms {
			if err := ctx.Err(); err != nil {
				return err
			}
			moved = p.moveAtom(a, groups) || moved
		}
	}
	return nil
}

func (p *component) moveAtom(a int, groups []mask) bool {
	from := slices.IndexFunc(groups, func(g mask) bool { return g.has(a) })
	if groups[from] == bit(a) {
		return false
	}
	saved := p.price(groups[from]) - p.price(groups[from]&^bit(a))
	for to, g := range groups {
		if to == from {
			continue
		}
		if f := p.price(g | bit(a)); f < impossible && f-p.price(g) < saved {
			groups[from] &^= bit(a)
			groups[to] |= bit(a)
			return true
		}
	}
	return false
}
