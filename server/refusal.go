package main

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"golang.org/x/text/language"

	"tiaokuai/internal/gov"
)

// refusals answers what a path beside /graphql can't do, in the shape GraphQL errors have: {"errors":[{"message":…,
// "extensions":{"code":…,"hint":…,"argument":…}}]}, in the request's language. What is unexpected is logged in full and
// shown by a reference alone.
type refusals struct {
	log       *slog.Logger
	reference func() string
}

type shownError struct {
	Message    string         `json:"message"`
	Extensions map[string]any `json:"extensions"`
}

func (f refusals) write(w http.ResponseWriter, r *http.Request, err error) {
	problems := f.problems(r.Context(), err)
	f.show(w, r, statusOf(problems[0].Code), problems)
}

func (refusals) show(w http.ResponseWriter, r *http.Request, status int, problems gov.Problems) {
	l := languageOfRequest(r)
	var body struct {
		Errors []shownError `json:"errors"`
	}
	for _, p := range problems {
		body.Errors = append(body.Errors, shown(p, l))
	}
	h := w.Header()
	h.Set("Content-Type", "application/json; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Add("Vary", "Accept-Language")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // an error means the client is gone
}

// problems are what is shown, at least one.
func (f refusals) problems(ctx context.Context, err error) gov.Problems {
	var many gov.Problems
	var one *gov.Error
	switch {
	case errors.As(err, &many) && len(many) > 0:
	case errors.As(err, &one):
		many = gov.Problems{one}
	case ctx.Err() != nil, errors.Is(err, context.DeadlineExceeded):
		return gov.Problems{gov.Errorf(gov.CodeUnavailable, "请求超时或已取消", "the request ran out of time or was cancelled")}
	}
	if many == nil || many[0].Code == gov.CodeInternal {
		reference := f.reference()
		f.log.ErrorContext(ctx, "unexpected error", "reference", reference, "error", err)
		return gov.Problems{gov.Errorf(gov.CodeInternal, "服务器内部错误，编号 %s", "internal error, reference %s", reference).
			Advise("请把编号告诉管理员", "tell the administrator the reference")}
	}
	if errors.Unwrap(many[0]) != nil {
		f.log.WarnContext(ctx, "error with a hidden cause", "error", err)
	}
	return many
}

func shown(e *gov.Error, l gov.Language) shownError {
	x := map[string]any{"code": e.Code}
	if hint := e.Hint.In(l); hint != "" {
		x["hint"] = hint
	}
	if len(e.Path) > 0 {
		x["argument"] = e.Path
	}
	return shownError{e.Message.In(l), x}
}

func statusOf(c gov.Code) int {
	switch c {
	case gov.CodeNotFound:
		return http.StatusNotFound
	case gov.CodeConflict, gov.CodeStale:
		return http.StatusConflict
	case gov.CodeForbidden:
		return http.StatusForbidden
	case gov.CodeUnauthenticated:
		return http.StatusUnauthorized
	case gov.CodeUnavailable:
		return http.StatusServiceUnavailable
	case gov.CodeInternal:
		return http.StatusInternalServerError
	}
	return http.StatusBadRequest
}

var languages = language.NewMatcher([]language.Tag{language.Chinese, language.English})

// languageOfRequest is Chinese unless English is preferred.
func languageOfRequest(r *http.Request) gov.Language {
	accept := r.Header.Get("Accept-Language")
	if accept == "" || len(accept) > 1000 {
		return gov.LanguageZH
	}
	if _, i := language.MatchStrings(languages, accept); i == 1 {
		return gov.LanguageEN
	}
	return gov.LanguageZH
}
