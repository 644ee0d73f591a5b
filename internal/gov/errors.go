package gov

import (
	"errors"
	"strings"
)

// Code says what kind of failure an error is; GraphQL and HTTP each map it in one switch.
type Code string

// The failures a caller can tell apart.
const (
	CodeInvalid         Code = "INVALID"
	CodeNotFound        Code = "NOT_FOUND"
	CodeConflict        Code = "CONFLICT"
	CodeStale           Code = "STALE"
	CodeForbidden       Code = "FORBIDDEN"
	CodeUnauthenticated Code = "UNAUTHENTICATED"
	CodeTooComplex      Code = "TOO_COMPLEX"
	CodeUnavailable     Code = "UNAVAILABLE"
	CodeInternal        Code = "INTERNAL"
)

// Error is the one error shown to people: what failed, where, and what to do about it. Cause is for the log only.
type Error struct {
	Code    Code
	Message Text
	Hint    Text  // what to do; may be empty
	Path    []any // the place: argument names, indexes (edits, 3, key), or file, sheet and cell
	Cause   error // never shown to a client
}

// Error is the English message with its path; the log reads it.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(string(e.Code))
	b.WriteString(": ")
	b.WriteString(e.Message.EN)
	if e.Cause != nil {
		b.WriteString(": ")
		b.WriteString(e.Cause.Error())
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Is makes errors.Is(err, &Error{Code: c}) compare codes alone.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Code == e.Code && t.Message == Text{}
}

// Errorf is an error of one code with its message in both languages, formatted from the same arguments.
func Errorf(code Code, zh, en string, args ...any) *Error {
	return &Error{Code: code, Message: Textf(zh, en, args...)}
}

// At returns a copy whose path is prefix followed by the path it had.
func (e *Error) At(prefix ...any) *Error {
	c := *e
	c.Path = append(append([]any{}, prefix...), e.Path...)
	return &c
}

// Advise returns a copy with a hint.
func (e *Error) Advise(zh, en string, args ...any) *Error {
	c := *e
	c.Hint = Textf(zh, en, args...)
	return &c
}

// Because returns a copy with a cause, which is logged and never shown.
func (e *Error) Because(cause error) *Error {
	c := *e
	c.Cause = cause
	return &c
}

// CodeOf is the code of the first *Error in err's tree, INTERNAL for any other error.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return CodeInternal
}

// Problems are several errors found at once; the first gives the code.
type Problems []*Error

// Error joins the problems, one a line.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, e := range p {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap lets errors.As and errors.Is look into each problem.
func (p Problems) Unwrap() []error {
	errs := make([]error, len(p))
	for i, e := range p {
		errs[i] = e
	}
	return errs
}

// Err is nil where there is no problem, so that a nil Problems never becomes a non-nil error.
func (p Problems) Err() error {
	if len(p) == 0 {
		return nil
	}
	return p
}

// At prefixes the path of every problem.
func (p Problems) At(prefix ...any) Problems {
	out := make(Problems, len(p))
	for i, e := range p {
		out[i] = e.At(prefix...)
	}
	return out
}
