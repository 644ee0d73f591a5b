package scenario

import (
	"encoding/json"

	"tiaokuai/internal/gov"
)

// Conflict is one place where a plan and what others committed since want different things.
type Conflict struct {
	Step, Edit int      // indexes of the step and of the edit in it
	Sentence   gov.Text // what the edit does
	// Entity is the key of the node or edge, and Attribute the JSON name of the attribute; empty is all of it. The values
	// are JSON; null where it was, is or would be gone.
	Entity             string
	Attribute          string
	Base, Theirs, Mine json.RawMessage
	// Refusal is why the edit no longer applies; the values are empty then, and MINE can't be kept.
	Refusal gov.Problems
}

// Side is which side of a conflict is kept.
type Side string

// The sides.
const (
	Mine   Side = "MINE"   // the plan's edit goes over what was committed since
	Theirs Side = "THEIRS" // the edit is dropped
)

// Choice answers all conflicts of one edit.
type Choice struct {
	Step, Edit int
	Keep       Side
}

// Dropped is an edit that is not in a rebased scenario, and why.
type Dropped struct {
	Step, Edit int
	Sentence   gov.Text
	Reason     gov.Text
}

// Rebased is what a rebase came to. With Conflicts, Scenario is the one that was given, unchanged.
type Rebased struct {
	Scenario  Scenario
	Conflicts []Conflict
	Dropped   []Dropped
}
