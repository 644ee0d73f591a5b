package scenario

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Check is what a plan leaves incomplete between two snapshots, errors first.
func Check(before, after *snapshot.County) []Issue { return nil }

// Ledger is where posts and people went.
func Ledger(before, after *snapshot.County) Balance { return Balance{} }

// DutyMoves are the duties whose bearers changed.
func DutyMoves(before, after *snapshot.County) []DutyMove { return nil }

// OrganMap is what became of each organ.
func OrganMap(before, after *snapshot.County) []OrganLine { return nil }

// Rebase carries a scenario from one base to another.
func Rebase(s Scenario, from, to *snapshot.County, choices []Choice, by By) (Rebased, error) {
	return Rebased{Scenario: s}, nil
}

// Compare sets counties beside a baseline.
func Compare(baseline *snapshot.County, many []Named) Comparison { return Comparison{} }

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
