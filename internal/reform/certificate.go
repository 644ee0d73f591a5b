package reform

import (
	"context"
	"math/bits"
	"slices"

	"tiaokuai/internal/gov"
)

// Certificate is what it takes to check that a point is as good as it says without solving the problem again: a price for
// each organ. [Verify] proves from the problem alone that
//
//   - the groups are a partition of the organs that every rule allows, and cost what the point says;
//   - with these prices, no partition into as many groups costs less than Bound: f(S) of every allowed group S is
//     compared with its organs' prices (weak duality, see bound.go);
//   - where Bound is below the point's own bound (the linear relaxation has an integrality gap), no partition costs
//     less than that: partitions are looked through, first organs first, and a branch is left only where its groups so
//     far and the prices of the rest already come to as much. Good prices leave few branches.
//
// It does not prove that of equal optima the one first in order was chosen, nor that the problem tells the truth about
// the township. The check enumerates every allowed group, so it is refused beyond [MostGroups].
type Certificate struct {
	Organs int         `json:"organs"`
	Prices []gov.Micro `json:"prices"` // of each organ, in the problem's order; any sign
	Bound  gov.Micro   `json:"bound"`
}

// MostGroups is the most allowed groups of a problem that can be certified.
const MostGroups = 2_000_000

// Steps of the prices, with all groups and then with those alone that could matter.
const (
	certifySteps = 50
	narrowSteps  = 250
)

// Certify finds prices that prove a point of the problem's frontier. It fails with TOO_COMPLEX beyond [MostGroups].
func Certify(ctx context.Context, p Problem, point Point) (Certificate, error) {
	prover, err := NewProver(ctx, p)
	if err != nil {
		return Certificate{}, err
	}
	return prover.Certify(ctx, point)
}

// Prover certifies the points of one problem. It holds every allowed group, 16 bytes each.
type Prover struct {
	problem Problem
	core    *core
	all     allowed
}

// NewProver lists a problem's allowed groups; TOO_COMPLEX beyond [MostGroups].
func NewProver(ctx context.Context, p Problem) (*Prover, error) {
	rules, err := p.Rules()
	if err != nil {
		return nil, err
	}
	c := compile(p, rules)
	all, err := c.allowed(ctx)
	return &Prover{p, c, all}, err
}

// Certify finds prices that prove a point.
func (v *Prover) Certify(ctx context.Context, point Point) (Certificate, error) {
	p, c := v.problem, v.core
	groups, err := c.atomsOf(p, point)
	if err != nil {
		return Certificate{}, err
	}
	x := relaxation{n: len(c.atoms), k: point.Organs, target: point.Objective}
	u, bound, err := v.all.prices(ctx, x, shares(x.n, groups, c.price), certifySteps, narrowSteps)
	if err != nil {
		return Certificate{}, err
	}
	cert := Certificate{Organs: point.Organs, Prices: make([]gov.Micro, len(p.Organs)), Bound: bound}
	for a, organs := range c.atoms {
		cert.Prices[organs.first()] = u[a]
	}
	return cert, nil
}

// atomsOf are a point's groups in atoms.
func (c *core) atomsOf(p Problem, point Point) ([]mask, error) {
	var groups []mask
	for i, keys := range point.Groups {
		var g mask
		for a, organs := range c.atoms {
			if slices.Contains(keys, p.Organs[organs.first()].Key) {
				g |= bit(a)
			}
		}
		if g == 0 || c.price(g) >= impossible {
			return nil, gov.Errorf(gov.CodeInvalid, "该组不符合约束", "the constraints do not allow the group").At("groups", i)
		}
		groups = append(groups, g)
	}
	if len(groups) != point.Organs {
		return nil, gov.Errorf(gov.CodeInvalid, "组数与机构数不符", "there are not as many groups as organs").At("groups")
	}
	return groups, nil
}

func (c *core) allowed(ctx context.Context) (allowed, error) {
	out := make(allowed, len(c.atoms))
	count := 0
	var extend func(first int, atoms, not mask) error
	extend = func(first int, atoms, not mask) error {
		organs := c.organs(atoms)
		if !c.fits(organs) {
			return nil
		}
		if count++; count > MostGroups {
			return tooManyGroups()
		}
		if count&0xfff == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		out[first] = append(out[first], grouped{atoms, c.terms(organs).Sum()})
		for a := bits.Len64(uint64(atoms)); a < len(c.atoms); a++ {
			if !not.has(a) {
				if err := extend(first, atoms|bit(a), not|c.apart[a]); err != nil {
					return err
				}
			}
		}
		return nil
	}
	for a := range c.atoms {
		if err := extend(a, bit(a), c.apart[a]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func tooManyGroups() error {
	return gov.Errorf(gov.CodeTooComplex, "允许的组合超过 %d 个，无法出具证明", "more than %d groups are allowed, too many to certify", MostGroups).
		Advise("请限制合并机构数或缩小范围", "limit how many organs become one, or narrow the scope")
}
