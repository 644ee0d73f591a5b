package admission

import (
	"slices"

	"tiaokuai/internal/gov"
)

// DeadlineKind is what a published admission comes up for.
type DeadlineKind string

// The deadlines.
const (
	DeadlineEvaluation DeadlineKind = "EVALUATION" // 评估
	DeadlineExpiry     DeadlineKind = "EXPIRY"     // 到期
)

// Deadline is a day on which a published admission ends or is to be evaluated.
type Deadline struct {
	Kind DeadlineKind
	Date gov.Date
	Text gov.Text
}

// Due are the deadlines of a published application that have come by a day, in their order; none for any other. An
// evaluation that was recorded is no longer due; for a look ahead ask for a later day.
func (a Application) Due(on gov.Date) []Deadline {
	if a.State() != StatePublished {
		return nil
	}
	var out []Deadline
	evaluated := slices.ContainsFunc(a.round(), func(s Step) bool { return s.Kind == StepEvaluation })
	if a.Evaluate != "" && a.Evaluate <= on && !evaluated {
		out = append(out, Deadline{DeadlineEvaluation, a.Evaluate, gov.Textf(
			"“%[1]s”应于 %[2]s 前完成实施评估，拟提请联席会议研究", "“%[1]s” is to be evaluated by %[2]s; to be put before the joint meeting", a.Title, a.Evaluate)})
	}
	if a.Expires != "" && a.Expires <= on {
		out = append(out, Deadline{DeadlineExpiry, a.Expires, gov.Textf(
			"“%[1]s”准入期限至 %[2]s，继续实施的须重新申请准入", "the admission of “%[1]s” runs to %[2]s; to go on it has to be applied for anew", a.Title, a.Expires)})
	}
	return out
}
