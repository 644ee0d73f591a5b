// Package scenario is what-if (模拟方案): edits on a base revision, with what a planner does to them. It is pure: values and
// snapshots in, values out. Package desk keeps scenarios as documents and applies them.
//
// A [Scenario] is a list of [Step]s, each the edits of one action, and a cursor: undo and redo move the cursor. A step can
// begin the plan anew (organs grouped otherwise: a merger can't be taken apart by edits, only left out). Its result is the
// base with the steps that stand applied, read through the same types as live data. It holds edits
// and never a snapshot. [Rebase] carries it to a newer revision and asks only about real conflicts; [Check] says what a
// plan leaves incomplete (duties without a lead, posts nobody has); [Compare] sets any number side by side with the
// baseline; the life cycle (cycle.go) is DRAFT → SUBMITTED → gates → APPROVED → APPLIED, or REJECTED, WITHDRAWN, with what
// each state allows; [Track] says from the data how far an applied plan was really carried out.
//
// Applying in phases: a step may name the day it is planned for. An application "until" a day takes the steps due by then
// as one commit and leaves the others, which stand on that commit from then on; the scenario stays APPROVED until none
// is left. Without a day the whole plan is one commit.
//
// The tables of a dossier are [Ledger] (编制职数去向表), [DutyMoves] (职责划转前后对照表) and [OrganMap] (新旧机构对照表).
//
// It imports gov, snapshot, change, overlap and proposal.
package scenario
