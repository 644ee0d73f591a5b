// Package scenario is what-if (模拟方案): edits on a base revision, with what a planner does to them. It is pure: values and
// snapshots in, values out. Package desk keeps scenarios as documents and applies them.
//
// A [Scenario] is a list of [Step]s, each the edits of one action, and a cursor: undo and redo move the cursor. Its
// result is the base with the steps up to the cursor applied, read through the same types as live data. It holds edits
// and never a snapshot. [Rebase] carries it to a newer revision and asks only about real conflicts; [Check] says what a
// plan leaves incomplete (duties without a lead, posts nobody has); [Compare] sets any number side by side with the
// baseline; the life cycle (cycle.go) is DRAFT → SUBMITTED → gates → APPROVED → APPLIED, or REJECTED, WITHDRAWN, with what
// each state allows; [Track] says from the data how far an applied plan was really carried out.
//
// It imports gov, snapshot, change, overlap and proposal.
package scenario
