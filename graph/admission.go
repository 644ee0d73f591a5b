package graph

import (
	"context"

	"tiaokuai/graph/internal/model"
	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/admission"
	"tiaokuai/internal/desk"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Admissions are the county's applications to bring duties down.
func (r countyResolver) Admissions(ctx context.Context, c *snapshot.County, states []admission.State, first *int, after *string) (model.AdmissionConnection, error) {
	v, err := r.view(ctx)
	if err != nil {
		return model.AdmissionConnection{}, err
	}
	found, err := r.desk.Admissions(ctx, v, c.Key)
	if err != nil {
		return model.AdmissionConnection{}, err
	}
	var rows []model.DutyAdmission
	for _, a := range found {
		if len(states) == 0 || admits(states, a.State()) {
			rows = append(rows, admissionOf(c, a))
		}
	}
	shown, err := page.Paginate(rows, admissionOrder, page.Args{First: first, After: after})
	return model.AdmissionConnection{Connection: shown}, err
}

// admissionOrder puts what was written last first.
var admissionOrder = page.Order[model.DutyAdmission]{Name: "WRITTEN", Key: func(a model.DutyAdmission) page.Tuple {
	return page.Tuple{page.Int(-a.Written.UnixNano()), page.Text(a.Key)}
}}

func admissionOf(c *snapshot.County, a desk.Admission) model.DutyAdmission {
	return model.NewDutyAdmission(c, model.DutyAdmission{Application: a.Application, Key: a.ID, Version: a.Version, Written: a.Time})
}

// admissionIn is the application of an id.
func (r *Root) admissionIn(ctx context.Context, id gov.GlobalID) (model.DutyAdmission, error) {
	v, err := r.view(ctx)
	if err != nil {
		return model.DutyAdmission{}, err
	}
	c, err := v.County(ctx, id.County)
	if err != nil {
		return model.DutyAdmission{}, err
	}
	a, err := r.desk.Admission(ctx, v, id.County, id.Key)
	return admissionOf(c, a), err
}

// FileAdmission drafts an application.
func (r mutationResolver) FileAdmission(ctx context.Context, input model.FileAdmissionInput) (*model.AdmissionPayload, error) {
	content, err := input.Content.Content(r.schema)
	if err != nil {
		return nil, each(err)
	}
	filed, err := r.desk.File(ctx, desk.Write{County: input.County, ID: dereference(input.Key), Actor: actor(ctx, input.Actor)}, content)
	return r.admissionPayload(ctx, filed, nil, err)
}

// AmendAdmission changes what is applied for.
func (r mutationResolver) AmendAdmission(ctx context.Context, input model.AmendAdmissionInput) (*model.AdmissionPayload, error) {
	w, err := writeAdmission(ctx, input.Admission, input.Version, input.Actor)
	if err != nil {
		return nil, each(err)
	}
	content, err := input.Content.Content(r.schema)
	if err != nil {
		return nil, each(err)
	}
	amended, err := r.desk.AmendAdmission(ctx, w, content)
	return r.admissionPayload(ctx, amended, nil, err)
}

// RecordAdmissionStep records one step of the procedure.
func (r mutationResolver) RecordAdmissionStep(ctx context.Context, input model.RecordAdmissionStepInput) (*model.AdmissionPayload, error) {
	w, err := writeAdmission(ctx, input.Admission, input.Version, input.Actor)
	if err != nil {
		return nil, each(err)
	}
	outcome := dereference(input.Outcome)
	if outcome == "" && input.Kind == admission.StepApplication {
		outcome = admission.OutcomePassed // an application is made, and nothing else
	}
	recorded, commit, err := r.desk.RecordStep(ctx, w, admission.Step{
		Kind: input.Kind, Outcome: outcome, Township: dereference(input.Township),
		Date: gov.Date(dereference(input.Date)), Document: dereference(input.Document), Note: dereference(input.Note),
	})
	return r.admissionPayload(ctx, recorded, commit, err)
}

func writeAdmission(ctx context.Context, id string, version int, by *string) (desk.Write, error) {
	global, err := parseID("admission", id)
	if err == nil && global.Type != "DutyAdmission" {
		err = gov.Errorf(gov.CodeInvalid, "这不是准入申请的 id", "this is not the id of an application").At("admission")
	}
	return desk.Write{County: global.County, ID: global.Key, Version: int64(version), Actor: actor(ctx, by)}, err
}

// admissionPayload answers with an application as it was written.
func (r mutationResolver) admissionPayload(ctx context.Context, a desk.Admission, commit *gov.Commit, err error) (*model.AdmissionPayload, error) {
	if err != nil {
		return nil, each(err)
	}
	v, err := r.advance(ctx)
	if err != nil {
		return nil, err
	}
	c, err := v.County(ctx, a.County)
	if err != nil {
		return nil, err
	}
	shown := admissionOf(c, a)
	payload := &model.AdmissionPayload{Admission: &shown}
	if commit != nil {
		one := logged(ctx, v, *commit)
		payload.Commit = &one
	}
	return payload, nil
}
