package fault

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tiaokuai/internal/gov"
)

const (
	longestMessage = 400 // bytes of a parser's or validator's message, which quotes the document
	mostProblems   = 20  // problems listed under one error
)

// Presenter shows errors to clients and logs what is not shown.
type Presenter struct {
	log       *slog.Logger
	reference func() string
}

// New makes a presenter. reference gives a fresh short id for each incident, printed in the log and shown to the client.
func New(log *slog.Logger, reference func() string) *Presenter {
	return &Presenter{log: log, reference: reference}
}

// Present is the graphql.ErrorPresenterFunc.
func (p *Presenter) Present(ctx context.Context, err error) *gqlerror.Error {
	shown := place(err)
	if byValidator(err) {
		shown.Message = invalidDocument(LanguageFrom(ctx), shown.Message)
		shown.Extensions = map[string]any{"code": gov.CodeInvalid}
		return shown
	}
	problems := p.problems(ctx, err)
	l := LanguageFrom(ctx)
	shown.Message = problems[0].Message.In(l)
	shown.Extensions = extensions(problems[0], l)
	if len(problems) > 1 {
		shown.Extensions["problems"] = list(problems, l)
	}
	return shown
}

// place is a copy of the path, locations and message of the outermost gqlerror in err's tree.
func place(err error) *gqlerror.Error {
	var at *gqlerror.Error
	if !errors.As(err, &at) {
		return &gqlerror.Error{Message: err.Error()}
	}
	return &gqlerror.Error{Message: at.Message, Path: at.Path, Locations: at.Locations}
}

// byValidator says whether gqlparser refused the document, the operation name or the variables in words of its own.
func byValidator(err error) bool {
	var at *gqlerror.Error
	var ours *gov.Error
	if !errors.As(err, &at) || errors.As(err, &ours) {
		return false
	}
	code := at.Extensions["code"]
	return code == errcode.ParseFailed || code == errcode.ValidationFailed
}

// problems are what err says in our own vocabulary, at least one; what it hides is logged.
func (p *Presenter) problems(ctx context.Context, err error) gov.Problems {
	var many gov.Problems
	var one *gov.Error
	var known *incident
	switch {
	case errors.As(err, &known):
		return gov.Problems{known.shown()}
	case errors.As(err, &many) && len(many) > 0:
	case errors.As(err, &one):
		many = gov.Problems{one}
	case ctx.Err() != nil, errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return gov.Problems{interrupted()}
	default:
		return gov.Problems{p.report(ctx, "unexpected error", err).shown()}
	}
	if many[0].Code == gov.CodeInternal {
		return gov.Problems{p.report(ctx, "internal error", err).shown()}
	}
	if errors.Unwrap(many[0]) != nil {
		p.log.WarnContext(ctx, "error with a hidden cause", "path", graphql.GetPath(ctx).String(), "error", err)
	}
	return many
}

func interrupted() *gov.Error {
	return gov.Errorf(gov.CodeUnavailable, "请求超时或已取消", "the request ran out of time or was cancelled").
		Advise("请缩小查询范围后重试", "ask for less, then try again")
}

func extensions(e *gov.Error, l gov.Language) map[string]any {
	x := map[string]any{"code": e.Code}
	if hint := e.Hint.In(l); hint != "" {
		x["hint"] = hint
	}
	if len(e.Path) > 0 {
		x["argument"] = e.Path
	}
	if id, ok := reference(e); ok {
		x["reference"] = id
	}
	return x
}

func list(problems gov.Problems, l gov.Language) []map[string]any {
	out := make([]map[string]any, 0, min(len(problems), mostProblems))
	for _, e := range problems[:cap(out)] {
		x := extensions(e, l)
		x["message"] = e.Message.In(l)
		out = append(out, x)
	}
	return out
}

func invalidDocument(l gov.Language, message string) string {
	message = clip(message)
	if l == gov.LanguageEN {
		return message
	}
	return "查询有误：\n" + message
}

// clip keeps a message short: it may quote the document, and one token may be as long as the document.
func clip(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	if len(s) <= longestMessage {
		return s
	}
	cut := longestMessage
	for !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut] + "…"
}
