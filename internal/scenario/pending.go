package scenario

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Rebase carries a scenario from one base to another.
func Rebase(s Scenario, from, to *snapshot.County, choices []Choice, by By) (Rebased, error) {
	return Rebased{Scenario: s}, nil
}

// Carried is what was carried out of a scenario.
type Carried struct {
	Scenario Scenario
	Before   *snapshot.County // before its first commit
	Planned  *snapshot.County // with the whole plan
	Now      *snapshot.County
	Commits  []gov.Commit // that carried it out, in order
	Later    []gov.Commit // after the first of them, newest first, with their deltas
}

// Track is the follow-up of a plan.
func Track(c Carried) []Item { return nil }
