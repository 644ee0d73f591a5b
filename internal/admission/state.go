package admission

import "slices"

// procedure are the steps that every application goes through, in order.
var procedure = []StepKind{StepApplication, StepJointMeeting, StepTownshipOpinion, StepLegalityReview, StepApproval, StepPublication}

// State is where the application stands.
func (a Application) State() State {
	if len(a.Steps) == 0 {
		return StateDraft
	}
	last := a.Steps[len(a.Steps)-1]
	switch {
	case last.Kind == StepWithdrawal:
		return StateWithdrawn
	case last.Kind == StepPublication && last.Outcome == OutcomePassed, last.Kind == StepEvaluation:
		return StatePublished
	case last.Outcome == OutcomeRefused:
		return StateRefused
	case last.Outcome == OutcomeReturned:
		return StateReturned
	case last.Kind == StepApproval:
		return StateApproved
	}
	return StateReviewing
}

// Next are the kinds of step that may be recorded now; none where the procedure is over. An open application may be
// withdrawn besides ([Application.Withdraw]).
func (a Application) Next() []StepKind {
	switch a.State() {
	case StateDraft, StateReturned:
		return []StepKind{StepApplication}
	case StateReviewing, StateApproved:
		if len(a.Waiting()) > 0 {
			return []StepKind{StepTownshipOpinion}
		}
		last := a.Steps[len(a.Steps)-1].Kind
		return procedure[slices.Index(procedure, last)+1:][:1]
	case StatePublished:
		if a.Evaluate != "" {
			return []StepKind{StepEvaluation}
		}
	}
	return nil
}

// Waiting are the keys of the townships whose opinion is still open; none before the joint meeting has passed.
func (a Application) Waiting() []string {
	var out []string
	round := a.round()
	if !slices.ContainsFunc(round, func(s Step) bool { return s.Kind == StepJointMeeting && s.Outcome == OutcomePassed }) {
		return nil
	}
	for _, key := range a.Townships {
		if !slices.ContainsFunc(round, func(s Step) bool { return s.Kind == StepTownshipOpinion && s.Township == key }) {
			out = append(out, key)
		}
	}
	return out
}

// Open says that the application is neither published nor refused nor withdrawn.
func (a Application) Open() bool {
	switch a.State() {
	case StatePublished, StateRefused, StateWithdrawn:
		return false
	}
	return true
}

// round are the steps since the department last applied, that one among them.
func (a Application) round() []Step {
	for i := len(a.Steps) - 1; i >= 0; i-- {
		if a.Steps[i].Kind == StepApplication {
			return a.Steps[i:]
		}
	}
	return nil
}

// step is the last step of a kind in this round.
func (a Application) step(kind StepKind) (Step, bool) {
	round := a.round()
	for i := len(round) - 1; i >= 0; i-- {
		if round[i].Kind == kind {
			return round[i], true
		}
	}
	return Step{}, false
}
