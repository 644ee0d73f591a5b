package model

import (
	"context"
	"encoding/json"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
)

// RebasePayload is what a rebase came to.
type RebasePayload struct {
	Scenario Scenario
	rebased  scenario.Rebased
}

// NewRebasePayload pairs a rebase with the scenario as it is now.
func NewRebasePayload(s Scenario, r scenario.Rebased) *RebasePayload { return &RebasePayload{s, r} }

// Conflicts are what only a person can decide.
func (p RebasePayload) Conflicts() []RebaseConflict {
	return each(p.rebased.Conflicts, func(c scenario.Conflict) RebaseConflict { return RebaseConflict{c} })
}

// Dropped are the edits left out.
func (p RebasePayload) Dropped() []DroppedEdit {
	return each(p.rebased.Dropped, func(d scenario.Dropped) DroppedEdit { return DroppedEdit{d} })
}

// RebaseConflict is one place where a plan and what was committed since want different things.
type RebaseConflict struct{ scenario.Conflict }

// Sentence says what the edit does.
func (c RebaseConflict) Sentence(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, c.Conflict.Sentence)
}

// Subject is the key of what both want to change.
func (c RebaseConflict) Subject() string { return c.Entity }

// Base is how it was.
func (c RebaseConflict) Base() json.RawMessage { return orNull(c.Conflict.Base) }

// Theirs is how the newer revision has it.
func (c RebaseConflict) Theirs() json.RawMessage { return orNull(c.Conflict.Theirs) }

// Mine is how the scenario would have it.
func (c RebaseConflict) Mine() json.RawMessage { return orNull(c.Conflict.Mine) }

// Refusal is why the edit no longer applies.
func (c RebaseConflict) Refusal(ctx context.Context, language *gov.Language) string {
	return strings.Join(each(c.Conflict.Refusal, func(e *gov.Error) string { return In(ctx, language, e.Message) }), "; ")
}

// DroppedEdit is an edit that was left out.
type DroppedEdit struct{ scenario.Dropped }

// Sentence says what the edit would have done.
func (d DroppedEdit) Sentence(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, d.Dropped.Sentence)
}

// Reason is why it was left out.
func (d DroppedEdit) Reason(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, d.Dropped.Reason)
}

func orNull(raw json.RawMessage) json.RawMessage {
	if len(raw) == 0 {
		return json.RawMessage("null")
	}
	return raw
}
