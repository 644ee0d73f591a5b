// Package proposal turns what a county's coordination costs into what could be done about it: the ladder of DESIGN
// section 6, from a coordination mechanism to a merger.
//
// A [Rung] is one kind of proposal in one file: it looks at a scope and drafts lists of edits with their reasons.
// [Propose] simulates every draft on the snapshot, so that before, after, resolved and introduced overlaps are those of
// the county after the edits and never an estimate; checks it against rules and presets ([Check]); sets beside it the
// cheaper rungs that touch the same overlaps and the runner-up, with why each lost ([Alternative]); and ranks by net
// gain: structure cost saved less the rung's documented price. Frontier points are proposals too: the optimal mergers for
// a number of organs (package reform) with portfolios assigned anew.
//
// Justified findings (casework) stay counted and are proposed nothing for. A finding that can't be assessed for want of
// data is proposed nothing for either. Everything is deterministic: the same snapshot, scope and options give the same
// proposals in the same order. Texts say 拟提请编委研究, never that something is decided.
//
// It imports gov, snapshot, change, overlap and reform. To add a rung: its file, one line in registry.go.
package proposal
