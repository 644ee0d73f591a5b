// Package proposal turns what a county's coordination costs into what could be done about it: the ladder of DESIGN
// section 6, from a coordination mechanism to a merger.
//
// A [Rung] is one kind of proposal in one file: it looks at a scope and drafts lists of edits with their reasons.
// [Proposer.Propose] simulates every draft on the snapshot, so that before, after, resolved and introduced overlaps are
// those of the county after the edits and never an estimate; checks it against rules and presets ([Check]); sets beside
// it the cheaper rungs that touch the same overlaps and the runner-up, with why each lost ([Alternative]); and ranks by
// net gain: structure cost saved less the rung's documented price. Frontier points ([Proposer.FrontierOf]) are proposals
// too: the optimal mergers for a number of organs (package reform) with portfolios assigned anew, also where nothing is
// merged, and a certificate for who asks for it.
//
// A scope is a township, a size class (drafts that are alike in its townships are one proposal), or the whole county:
// each township by itself, and what is found once for the county. A township is simulated on a lens: the county without
// the other townships' organs and leaders, on which nothing that is found in it depends. What a change at the county
// means to other townships is therefore not part of a township's gain; the notes say where it concerns them.
//
// Justified findings (casework) stay counted and are proposed nothing for; nor is a merger all of whose cures they are.
// A finding that rests on something's absence (nobody in charge, no lead, on no list) is proposed nothing for where it
// can't be assessed for want of data; one that rests on what is on record is, and the notes say how little is. Everything
// is deterministic: the same snapshot, scope and options give the same proposals in the same order. Texts say
// 拟提请编委研究, never that something is decided.
//
// A merger's price is that of its rung for each organ fewer and the integration term of the objective, so that the ladder
// and the optimiser weigh the same. Presets are data (presets.json); what only memory says, or a page of trust C or D, is
// not among them.
//
// It imports gov, snapshot, change, overlap and reform. To add a rung: its file, one line in registry.go, a case in
// rung_test.go. To add a preset: an entry in presets.json; a new demand is a field of [PresetRule], held in checks.go.
package proposal
