// Package desk is where planners work: it keeps scenarios and admissions as documents of an atlas, computes what
// scenarios lead to, and applies what was approved as one commit.
//
// A [Desk] reads through an [atlas.View], so that a request sees one moment, and writes with the version a change is based
// on, so that no one's work is overwritten unseen (CONFLICT). Results are computed when read and kept in a bounded cache;
// they share every block with their base that they do not touch, so a thousand open scenarios cost little more than their
// edits. A county read in a scenario has the world s<id>.
//
// It imports gov, snapshot, change, overlap, casework, reform, proposal, scenario, admission and atlas.
package desk
