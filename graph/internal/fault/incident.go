package fault

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"

	"tiaokuai/internal/gov"
)

// incident is an unexpected error that is in the log already, under its reference.
type incident struct{ reference string }

func (i *incident) Error() string { return "incident " + i.reference }

// shown is all that a client learns of an incident.
func (i *incident) shown() *gov.Error {
	return gov.Errorf(gov.CodeInternal, "服务器内部错误，编号 %s", "internal error, reference %s", i.reference).
		Advise("请把编号告诉管理员", "tell the administrator the reference").Because(i)
}

// reference is the id of the incident behind an error.
func reference(e *gov.Error) (string, bool) {
	var i *incident
	if errors.As(e.Cause, &i) {
		return i.reference, true
	}
	return "", false
}

// report logs an error in full under a new reference.
func (p *Presenter) report(ctx context.Context, what string, err error) *incident {
	i := &incident{reference: p.reference()}
	p.log.ErrorContext(ctx, what, "reference", i.reference, "path", graphql.GetPath(ctx).String(), "error", err)
	return i
}

// Recover is the graphql.RecoverFunc: it logs the panic with its stack and gives the error that is shown for it.
func (p *Presenter) Recover(ctx context.Context, panicked any) error {
	i := &incident{reference: p.reference()}
	p.log.ErrorContext(ctx, "panic", "reference", i.reference, "path", graphql.GetPath(ctx).String(),
		"error", fmt.Sprint(panicked), "stack", string(debug.Stack()))
	return i
}
