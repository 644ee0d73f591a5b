package reform

import (
	"cmp"
	"context"
	"slices"

	"tiaokuai/internal/gov"
)

// Verify checks a point by its certificate; nil means that all that [Certificate] says is proven. It may take long where
// prices are bad; the context ends it.
func Verify(ctx context.Context, p Problem, point Point, cert Certificate) error {
	if err := p.Check(); err != nil {
		return err
	}
	rules, err := p.Rules()
	if err != nil {
		return err
	}
	v := &verifier{plain: plain{p, rules}, prices: cert.Prices, byFirst: make([][]bundle, len(p.Organs))}
	if err := v.checkPoint(point); err != nil {
		return err
	}
	if cert.Organs != point.Organs || len(cert.Prices) != len(p.Organs) {
		return refuted("证明不是这一点的", "the certificate is of another point")
	}
	for i := range p.Organs {
		if err := v.enumerate(ctx, []int{i}); err != nil {
			return err
		}
	}
	v.rank()
	all := ^mask(0) >> (64 - len(p.Organs))
	bound := v.floor(all, point.Organs)
	for _, u := range cert.Prices {
		bound += u
	}
	if bound != cert.Bound {
		return refuted("证明的下界不成立", "the certificate's bound does not hold")
	}
	if bound >= point.Bound() {
		return nil
	}
	for _, u := range cert.Prices {
		v.spent += u
	}
	return v.lookThrough(ctx, all, point.Organs, point.Bound()-v.spent)
}

func refuted(zh, en string, args ...any) error {
	return gov.Errorf(gov.CodeInvalid, zh, en, args...).At("certificate")
}

// verifier holds every allowed group with its cost less its organs' prices.
type verifier struct {
	plain
	prices  []gov.Micro
	byFirst [][]bundle // by first organ, the least first
	leaders []int      // organs that may be first of a group, the least of their least first
	spent   gov.Micro
	looked  int
}

type bundle struct {
	organs mask
	rest   gov.Micro // f − prices
}

func (v *verifier) checkPoint(point Point) error {
	var seen []int
	var sum Terms
	for _, keys := range point.Groups {
		var group []int
		for _, key := range keys {
			i := slices.IndexFunc(v.Organs, func(o Organ) bool { return o.Key == key })
			if i < 0 {
				return refuted("没有机构 %s", "there is no organ %s", key)
			}
			group = append(group, i)
		}
		if !v.allows(group) || v.parts(group) {
			return refuted("有一组不符合约束", "the constraints do not allow a group")
		}
		seen, sum = append(seen, group...), sum.plus(v.cost(group))
	}
	slices.Sort(seen)
	for i := range v.Organs {
		if len(seen) != len(v.Organs) || seen[i] != i {
			return refuted("各组不是对全部机构的划分", "the groups are no partition of the organs")
		}
	}
	if len(point.Groups) != point.Organs || slices.ContainsFunc(v.rules, func(r Rule) bool {
		return r.Kind == RuleMinOrgans && point.Organs < r.Limit || r.Kind == RuleMaxOrgans && point.Organs > r.Limit
	}) {
		return refuted("机构数不符", "the number of organs is not what is said or allowed")
	}
	if sum != point.Terms || sum.Sum() != point.Objective || point.Gap < 0 {
		return refuted("成本与重新计算的不一致：%s", "the cost is not what it is anew: %s", sum.Sum())
	}
	return nil
}

// enumerate takes in every allowed group that begins with some organs. A group that is not allowed is part of none that is.
func (v *verifier) enumerate(ctx context.Context, organs []int) error {
	if !v.allows(organs) {
		return nil
	}
	if v.looked++; v.looked > MostGroups {
		return tooManyGroups()
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if !v.parts(organs) {
		b := bundle{rest: v.cost(organs).Sum()}
		for _, i := range organs {
			b.organs |= bit(i)
			b.rest -= v.prices[i]
		}
		v.byFirst[organs[0]] = append(v.byFirst[organs[0]], b)
	}
	for next := organs[len(organs)-1] + 1; next < len(v.Organs); next++ {
		if err := v.enumerate(ctx, append(slices.Clip(organs), next)); err != nil {
			return err
		}
	}
	return nil
}

func (v *verifier) rank() {
	for i, bundles := range v.byFirst {
		slices.SortFunc(bundles, func(a, b bundle) int { return cmp.Or(cmp.Compare(a.rest, b.rest), cmp.Compare(a.organs, b.organs)) })
		if len(bundles) > 0 {
			v.leaders = append(v.leaders, i)
		}
	}
	slices.SortStableFunc(v.leaders, func(a, b int) int { return cmp.Compare(v.byFirst[a][0].rest, v.byFirst[b][0].rest) })
}

// floor is the least that k groups with different first organs, the first of those left among them, can come to.
func (v *verifier) floor(left mask, k int) gov.Micro {
	first := left.first()
	if k < 1 || len(v.byFirst[first]) == 0 {
		return impossible
	}
	sum := v.byFirst[first][0].rest
	for _, i := range v.leaders {
		if k == 1 {
			break
		}
		if i != first && left.has(i) {
			sum, k = sum+v.byFirst[i][0].rest, k-1
		}
	}
	if k > 1 {
		return impossible
	}
	return sum
}

// lookThrough refutes the point if some partition of what is left into k groups comes to less than a sum.
func (v *verifier) lookThrough(ctx context.Context, left mask, k int, below gov.Micro) error {
	if left == 0 {
		if k == 0 && below > 0 {
			return refuted("有成本更低的划分", "another partition costs less")
		}
		return nil
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if k < 1 {
		return nil
	}
	least := v.floor(left, k)
	if least >= below {
		return nil
	}
	first := v.byFirst[left.first()]
	others := least - first[0].rest
	for _, b := range first {
		if b.rest+others >= below {
			return nil
		}
		if b.organs&^left == 0 {
			if err := v.lookThrough(ctx, left&^b.organs, k-1, below-b.rest); err != nil {
				return err
			}
		}
	}
	return nil
}
