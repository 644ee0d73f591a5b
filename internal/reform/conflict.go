package reform

import (
	"context"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"tiaokuai/internal/gov"
)

// Conflict is the cause of the error about constraints that no partition satisfies: rules that contradict each other,
// while any all but one of them do not.
type Conflict struct {
	Rules []Rule
	// Smallest: no fewer rules contradict each other. Else the set is minimal, but a smaller one may be elsewhere.
	Smallest bool
}

// Error names the kinds of the rules; the gov.Error that it causes says it to people.
func (c *Conflict) Error() string {
	return fmt.Sprintf("reform: %d rules contradict each other", len(c.Rules))
}

// Searching a smallest conflict looks at up to so many sets of rules, after a minimal one was found.
const conflictLooks = 20_000

// conflict finds why nothing is allowed.
func (p Problem) conflict(ctx context.Context, rules []Rule) error {
	if feasible, known := compile(p, rules).feasible(); feasible || !known {
		return gov.Errorf(gov.CodeTooComplex, "机构过多，未能判定约束是否可以同时满足", "there are too many organs to tell whether the constraints can be met together").
			Advise("请缩小范围或放宽机构数上限", "narrow the scope or allow more organs")
	}
	contradict := func(rs []Rule) bool {
		feasible, known := compile(p, rs).feasible()
		return known && !feasible
	}
	least, smallest := p.minimal(ctx, rules, contradict)
	if err := ctx.Err(); err != nil {
		return err
	}
	var zh, en []string
	for _, r := range least {
		text := r.Text(p)
		zh, en = append(zh, text.ZH), append(en, text.EN)
	}
	return gov.Errorf(gov.CodeInvalid, "约束条件不能同时满足：%[1]s", "the constraints contradict each other: %[2]s", strings.Join(zh, "；"), strings.Join(en, "; ")).
		Advise("请放宽其中任意一条", "relax any one of them").At("constraints").Because(&Conflict{Rules: least, Smallest: smallest})
}

// minimal drops rule after rule while the rest still contradict (deletion filter), then looks for fewer by number.
func (p Problem) minimal(ctx context.Context, rules []Rule, contradict func([]Rule) bool) (least []Rule, smallest bool) {
	least = slices.Clone(rules)
	for i := 0; i < len(least) && ctx.Err() == nil; {
		if rest := slices.Delete(slices.Clone(least), i, i+1); contradict(rest) {
			least = rest
		} else {
			i++
		}
	}
	looks := 0
	for size := 1; size < len(least); size++ {
		found, whole := choose(rules, size, func(rs []Rule) bool {
			looks++
			return contradict(rs)
		}, func() bool { return looks < conflictLooks && ctx.Err() == nil })
		if found != nil {
			return found, true
		}
		if !whole {
			return least, false
		}
	}
	return least, true
}

// choose is the first choice of so many rules that passes; whole says whether all were looked at or one was found.
func choose(rules []Rule, size int, passes func([]Rule) bool, goOn func() bool) (found []Rule, whole bool) {
	var extend func(chosen []Rule, from int) bool
	extend = func(chosen []Rule, from int) bool {
		if len(chosen) == size {
			if passes(chosen) {
				found = slices.Clone(chosen)
			}
			return found == nil && goOn()
		}
		for i := from; i <= len(rules)-size+len(chosen); i++ {
			if !extend(append(chosen, rules[i]), i+1) {
				return false
			}
		}
		return true
	}
	whole = extend(make([]Rule, 0, size), 0)
	return found, whole || found != nil
}

// feasible says whether some partition is allowed. What is forbidden to a group is forbidden to a larger one, so any
// number of groups from the fewest possible to one for each atom can be had.
func (c *core) feasible() (feasible, known bool) {
	for a, set := range c.atoms {
		if c.apart[a].has(a) || !c.fits(set) {
			return false, true
		}
	}
	l := c.limits
	if l.least > len(c.atoms) || l.most > 0 && l.least > l.most {
		return false, true
	}
	if l.most == 0 || l.most >= len(c.atoms) {
		return true, true
	}
	parts := c.split()
	if len(parts) > l.most {
		return false, true
	}
	fewest := 0
	for _, part := range parts {
		n, exact := part.fewest()
		fewest, known = fewest+n, exact
		if !exact {
			return false, false
		}
	}
	return fewest <= l.most, known
}

// feasibleAtoms is the most atoms of a component whose fewest groups are counted.
const feasibleAtoms = 18

// fewest is the least number of groups that a component can be parted into.
func (p *component) fewest() (n int, exact bool) {
	if len(p.atoms) > feasibleAtoms {
		return 0, false
	}
	all := uint32(1)<<len(p.atoms) - 1
	allowed := make([]bool, all+1)
	least := make([]uint8, all+1)
	for s := uint32(1); s <= all; s++ {
		atoms, rest := p.subset(s), s&(s-1)
		low := p.atoms[len(p.atoms)-1-bits.TrailingZeros32(s)]
		allowed[s] = (rest == 0 || allowed[rest]) && p.core.apart[low]&atoms == 0 && p.fits(p.organs(atoms))
	}
	for r := uint32(1); r <= all; r++ {
		top := uint32(1) << (bits.Len32(r) - 1)
		least[r] = 255
		if allowed[r] {
			least[r] = 1
			continue
		}
		for s := r; s&top != 0 && least[r] > 2; s = (s - 1) & r {
			if allowed[s] {
				least[r] = min(least[r], 1+least[r^s])
			}
		}
	}
	return int(least[all]), true
}
