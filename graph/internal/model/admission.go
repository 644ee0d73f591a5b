package model

import (
	"context"
	"encoding/json"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/admission"
	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// DutyAdmission is an application to bring a duty down, held against the county as it is.
type DutyAdmission struct {
	admission.Application
	Key     string
	Version int64
	Written time.Time // last
	c       *snapshot.County
}

// NewDutyAdmission pairs an application with the county that is read.
func NewDutyAdmission(c *snapshot.County, a DutyAdmission) DutyAdmission {
	a.c = c
	return a
}

// AdmissionConnection is a page of applications.
type AdmissionConnection struct {
	page.Connection[DutyAdmission]
}

// AdmissionEdge is an application with its cursor.
type AdmissionEdge = page.Edge[DutyAdmission]

// ID is the application's global id.
func (a DutyAdmission) ID() string {
	return gov.GlobalID{Type: "DutyAdmission", County: a.c.Key, Key: a.Key}.String()
}

// County is the county's code.
func (a DutyAdmission) County() string { return a.c.Key }

// StateName is what its state is called.
func (a DutyAdmission) StateName(ctx context.Context, language *gov.Language) string {
	name, _ := admission.StateName(a.State())
	return In(ctx, language, name)
}

// Department is the one that applies; nil where it is gone.
func (a DutyAdmission) Department() *snapshot.Department {
	return lookup[snapshot.Department](a.c, a.Application.Content.Department)
}

// Duty is the duty on record; nil while it is new.
func (a DutyAdmission) Duty() *snapshot.Duty {
	if a.New == nil {
		return lookup[snapshot.Duty](a.c, a.Application.Content.Duty)
	}
	for d := range a.c.EachDuty() {
		if d.Name == a.New.Name {
			return &d
		}
	}
	return nil
}

// DutyName is the duty's name, on record or new.
func (a DutyAdmission) DutyName() string {
	if a.New != nil {
		return a.New.Name
	}
	return change.NamesIn(a.c)(a.Application.Content.Duty)
}

// Townships are those that are to carry it.
func (a DutyAdmission) Townships() []snapshot.Township {
	return townshipsIn(a.c, a.Application.Content.Townships)
}

// Content is what is applied for.
func (a DutyAdmission) Content() (json.RawMessage, error) { return json.Marshal(a.Application.Content) }

// Steps are what happened to it.
func (a DutyAdmission) Steps() []AdmissionStep {
	return each(a.Application.Steps, func(s admission.Step) AdmissionStep { return AdmissionStep{s, a.c} })
}

// Waiting are the townships whose opinion is still open.
func (a DutyAdmission) Waiting() []snapshot.Township {
	return townshipsIn(a.c, a.Application.Waiting())
}

// Edits are what publication will do to the county as it is.
func (a DutyAdmission) Edits() ([]Edit, error) {
	edits, err := a.Application.Edits(a.c)
	if err != nil {
		return nil, err
	}
	after, _, err := change.Apply(a.c, edits, snapshot.Meta{World: DryRun, Revision: a.c.Revision() + 1})
	return each(edits, newEdit(change.NamesIn(a.c, after))), err
}

// Gaps are what is missing or will not match.
func (a DutyAdmission) Gaps() []AdmissionGap {
	return each(a.Application.Gaps(a.c), func(g admission.Gap) AdmissionGap { return AdmissionGap{g, a.c} })
}

// AdmissionStep is one step that was recorded.
type AdmissionStep struct {
	admission.Step
	c *snapshot.County
}

// Name is what the step is called.
func (s AdmissionStep) Name(ctx context.Context, language *gov.Language) string {
	name, _ := admission.StepName(s.Kind)
	return In(ctx, language, name)
}

// Township is whose opinion it is.
func (s AdmissionStep) Township() *snapshot.Township { return townshipIn(s.c, s.Step.Township) }

// AdmissionGap is something that is missing or will not match.
type AdmissionGap struct {
	admission.Gap
	c *snapshot.County
}

// Kind is the kind of gap.
func (g AdmissionGap) Kind() string { return string(g.Gap.Kind) }

// Township is where.
func (g AdmissionGap) Township() *snapshot.Township { return townshipIn(g.c, g.Gap.Township) }

// Text says what is missing.
func (g AdmissionGap) Text(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, g.Gap.Text)
}

// MarshalAdmissionOutcome writes the code, null if empty.
func MarshalAdmissionOutcome(o admission.Outcome) graphql.Marshaler { return marshalCode(o) }

// UnmarshalAdmissionOutcome reads the code.
func UnmarshalAdmissionOutcome(v any) (admission.Outcome, error) {
	return unmarshalCode[admission.Outcome](v)
}
