package reform

import "context"

// Effort of the approach to a component that is too large for the exact programme. More effort narrows gaps. What all
// numbers of groups that are asked for may take together is shared out among them: fewer asked for are answered better.
const (
	approachSteps = 25            // of the prices, for each number of groups
	approachNodes = 300           // looked at for each r_i
	approachLooks = 400_000       // nodes looked at in all by 24 atoms; a node takes as long as the square of these
	listedLooks   = 1_000_000_000 // groups looked at in all, where they can be listed
)

// approach gives, for each number of groups that is asked for, a good partition and a proven bound on every other; where
// the groups can be listed, it looks for the optimum between the two.
func (p *component) approach(ctx context.Context, asked span) ([]answer, error) {
	n := len(p.atoms)
	out, start, err := p.good(ctx, asked)
	if err != nil || start == nil {
		return out, err
	}
	q := p.pricing()
	u := shares(n, q.local(start), q.cost)
	all, listed := q.listGroups(ctx)
	steps, least := q.effort(asked.most-asked.least+1), q.least
	if listed {
		steps, least = all.effort(asked.most-asked.least+1), all.groups.least
	}
	for k := asked.most; k >= asked.least && !p.tooFew(k); k-- {
		if (k == n || k == 1) && out[k].groups != nil { // there is no other
			out[k].bound = out[k].cost
			continue
		}
		x := relaxation{n: n, k: k, least: least, target: out[k].cost}
		if out[k].groups == nil {
			x.target = 2 * p.total(start)
		}
		best, bound, err := x.prices(ctx, u, steps)
		if err != nil {
			return nil, err
		}
		u = best
		out[k].bound = min(max(bound, p.leastShared()), out[k].cost)
		if listed && out[k].bound < out[k].cost {
			better, least, done := all.close(ctx, u, k, out[k].cost)
			if better != nil {
				out[k].cost, out[k].groups = least, q.globals(better)
			}
			if done {
				out[k].bound = out[k].cost
			}
		}
	}
	return out, ctx.Err()
}
