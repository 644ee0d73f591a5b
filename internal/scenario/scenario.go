package scenario

import (
	"time"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
)

// Document is the kind of the documents that hold scenarios; their id is the scenario's.
const Document = "scenario"

// Scenario is one plan on a county. Values are not changed once made; operations give new ones.
type Scenario struct {
	Title  string         `json:"title"`
	Note   string         `json:"note,omitempty"`
	Scope  proposal.Scope `json:"scope,omitzero"`
	Base   int64          `json:"base"`            // the revision it stands on
	Began  int64          `json:"began,omitempty"` // the revision that the first of its phases was carried out on; 0: none was
	Steps  []Step         `json:"steps,omitempty"`
	Cursor int            `json:"cursor"`           // steps in force; those after it can be redone
	Origin Origin         `json:"origin,omitzero"`  // where it came from
	State  State          `json:"state"`            //
	Trail  []Entry        `json:"trail,omitempty"`  // what happened to it, oldest first
	Gates  []Gate         `json:"gates,omitempty"`  // as they were when it was submitted
	Commit string         `json:"commit,omitempty"` // id of the last commit that carried steps of it out
}

// Step is one action's edits. Effective is the day they are planned for (phased reforms); empty: with the whole. A step
// that was carried out has the commit it became part of, and is no longer among the edits in force. With a step that is
// Anew the plan begins anew: it says all that is wanted, and the steps before it are set aside until it is undone.
type Step struct {
	Title     string       `json:"title,omitempty"`
	Edits     change.Edits `json:"edits"`
	Anew      bool         `json:"anew,omitempty"`
	Effective gov.Date     `json:"effective,omitempty"`
	Reason    string       `json:"reason,omitempty"`
	Actor     string       `json:"actor,omitempty"`
	Time      time.Time    `json:"time,omitzero"`
	Commit    string       `json:"commit,omitempty"`
}

// Origin says what a scenario was made from.
type Origin struct {
	Proposals []string `json:"proposals,omitempty"` // keys
	Organs    int      `json:"organs,omitempty"`    // of a frontier point
	CopyOf    string   `json:"copyOf,omitempty"`    // id of a scenario
}

// State is where a scenario stands.
type State string

// The states.
const (
	Draft     State = "DRAFT"     // 草拟
	Submitted State = "SUBMITTED" // 已提交
	Approved  State = "APPROVED"  // 已同意
	Applied   State = "APPLIED"   // 已按批复登记
	Rejected  State = "REJECTED"  // 未通过
	Withdrawn State = "WITHDRAWN" // 已撤回
)

// Gate is one review that a submitted scenario has to pass. A township's opinion is asked once per township touched.
type Gate struct {
	Kind     gov.GateKind `json:"kind"`
	Township string       `json:"township,omitempty"` // key
	Passed   *bool        `json:"passed,omitempty"`   // nil: still open
	Actor    string       `json:"actor,omitempty"`
	Note     string       `json:"note,omitempty"`
	Time     time.Time    `json:"time,omitzero"`
}

// Entry is one line of what happened to a scenario.
type Entry struct {
	Action Action    `json:"action"`
	Actor  string    `json:"actor"`
	Note   string    `json:"note,omitempty"`
	Time   time.Time `json:"time"`
	// Request is a digest of what asked for it, so that the same request sent again is known.
	Request string `json:"request,omitempty"`
}

// By is who does something to a scenario, when, and why.
type By struct {
	Actor   string
	Time    time.Time
	Note    string
	Request string // see [Entry]
}
