// Package reform proposes reforms of a township's organs. This part of it is the exact merger optimiser of DESIGN
// section 6: which organs to merge, for every number of organs that could be left, at the least cost of coordination.
//
// # The question
//
// A [Problem] is a set of organs with what their cost is read from, [Weights] and [Constraints]; [OfTownship] and
// [OfClass] take it from a snapshot. Eligible are OFFICE and INSTITUTION; DISPATCHED and STATUTORY organs stay as they
// are. A size class treats the same-named organs of its townships as one organ, the costs of all of them summed. The
// organs are partitioned into groups, each group one organ after the reform, so that Σ f(S) over the groups is least:
//
//	f(S)           = Interfaces(S) + Duties(S) + Span(S) + Integration(S)
//	Interfaces(S)  = w1 · Σ_departments (weight of its points faced by S)       overlap.PointWeights, BUSINESS only
//	Duties(S)      = w2 · (duties led by S)                                     universal ones left out
//	Span(S)        = w3 · max(0, departments faced by S − the county's limit)   0 where one of S is integrating
//	Integration(S) = (|S| − 1) · (α · mean over the pairs in S of (1 − Jaccard of their features) + β)
//
// summed over the townships. All amounts are [gov.Micro]; each product is rounded half up once per group (α: per pair too),
// so results are exact and the same in every process. The first three terms of a partition plus [Problem.Base] are the
// MANY_TO_ONE, SHARED_DUTY and ONE_TO_MANY costs of the townships after its mergers, to the last digit where w1 × excess
// needs no rounding (as with the default weights), else within half a millionth per group and per finding.
//
// # The answer
//
// [Solver.Frontier] gives one [Point] for every number of organs that the constraints allow: the optimum, proven. Equal
// optima are told apart by order: groups are compared in the order of their first organs, and the first two that differ
// decide; that one comes first which has the first organ that the other lacks. Constraints that nothing satisfies are a
// [Conflict], which names a smallest set of rules that contradict each other.
//
// How: organs that must stay together are one atom; atoms that no rule lets meet fall into independent components, whose
// frontiers are added up (min-plus); within one, best[R][k] = min over groups S ⊆ R with the first atom of R of f(S) +
// best[R∖S][k−1], over all subsets R. Where that takes many steps, groups that prices show to be part of no optimum are left
// out first (sift.go), which changes no answer. It takes at most [ExactAtoms] atoms and a bounded number of steps. A larger
// component is answered by a good partition and a proven lower bound (Lagrangean, see bound.go), between which the
// optimum is looked for as far as a fixed effort goes; what is left between them is the point's Gap, never silent. There,
// of equal partitions it gives the one it finds first, not the first in order, and it answers only the numbers of organs
// that the constraints ask for, which share a fixed effort: fewer are answered better.
//
// # The proof
//
// [Certify], or a [Prover] for several points of one problem, finds a price for each organ that proves a point, [Verify]
// checks it from the problem alone by other means than the solver's; see [Certificate] for what that proves.
//
// # Portfolios
//
// [AssignLeaders] is the second question: who of the leaders is to be in charge of which organ, or merged group, at the
// least SPLIT_LEADERSHIP and LEADER_SPAN cost as package overlap computes them (portfolio.go, the question;
// portfolio_solve.go, the table over sets of organs; portfolio_search.go, the search with its bound; portfolio_cost.go,
// the costs). It is exact up to sixteen organs in question; beyond, and where a fixed effort ends first, it reports a
// proven Gap.
//
// It imports gov, snapshot and overlap; its tests also change. To add a term of the objective: weights.go, problem.go
// (what it is read from), core.go (the solver's reading) and plain.go (the verifier's own reading). To add a rule:
// rules.go, and the fixtures of its conflict.
package reform
