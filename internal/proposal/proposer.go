package proposal

import (
	"context"
	"runtime"
	"slices"
	"sync"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/reform"
	"tiaokuai/internal/snapshot"
)

// Proposer answers what could be done about a county's overlaps. The zero value is ready; one with a memo solves
// townships of identical organs once. It is safe for concurrent use.
type Proposer struct{ Solver reform.Solver }

// keptProblems is how many solved problems a proposer of [New] keeps: the kinds of township of several counties.
const keptProblems = 256

// New is a proposer that remembers the problems it solved last.
func New() *Proposer { return &Proposer{reform.Solver{Memo: reform.NewMemo(keptProblems)}} }

// Propose is every proposal for a scope, the greatest net gain first. It fails with NOT_FOUND or INVALID at scope, with
// the errors of weights and constraints, and with the context's error where that ends first.
func (p *Proposer) Propose(ctx context.Context, c *snapshot.County, scope Scope, o Options) ([]Proposal, error) {
	sites, err := p.sites(c, scope, o)
	if err != nil {
		return nil, err
	}
	parts := make([][]Proposal, len(sites))
	err = each(ctx, len(sites), func(ctx context.Context, i int) error {
		found, err := sites[i].propose(ctx)
		parts[i] = found
		return err
	})
	if err != nil {
		return nil, err
	}
	all := slices.Concat(parts...)
	rank(all)
	if len(o.Kinds) > 0 {
		all = slices.DeleteFunc(all, func(p Proposal) bool { return !slices.Contains(o.Kinds, p.Kind) })
	}
	return all, nil
}

// Find is the proposal with a key among those of a scope; STALE where it is no longer proposed.
func (p *Proposer) Find(ctx context.Context, c *snapshot.County, scope Scope, o Options, key string) (Proposal, error) {
	all, err := p.Propose(ctx, c, scope, o)
	if err != nil {
		return Proposal{}, err
	}
	i := slices.IndexFunc(all, func(p Proposal) bool { return p.Key == key })
	if i < 0 {
		return Proposal{}, gov.Errorf(gov.CodeStale, "数据变化后不再有这项建议", "this is no longer proposed: the data has changed").
			Advise("请重新读取建议清单", "read the proposals anew")
	}
	return all[i], nil
}

// each runs work on as many numbers below n at once as there are processors, and gives the error of the first in order.
func each(ctx context.Context, n int, work func(context.Context, int) error) error {
	errs, next := make([]error, n), make(chan int)
	var wait sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := range next {
				if errs[i] = ctx.Err(); errs[i] == nil {
					errs[i] = work(ctx, i)
				}
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return ctx.Err()
}
