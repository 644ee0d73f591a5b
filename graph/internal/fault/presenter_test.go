package fault

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tiaokuai/internal/gov"
)

// newPresenter logs into the buffer and counts references up from r1.
func newPresenter() (*Presenter, *bytes.Buffer) {
	var log bytes.Buffer
	n := 0
	return New(slog.New(slog.NewTextHandler(&log, nil)), func() string {
		n++
		return fmt.Sprintf("r%d", n)
	}), &log
}

var (
	errSecret = errors.New("dial tcp 10.0.0.9: refused")
	notFound  = gov.Errorf(gov.CodeNotFound, "没有机构 %s", "no organ %s", "x").Advise("看看列表", "see the list").At("organ", 2)
	stale     = gov.Errorf(gov.CodeStale, "版本过旧", "too old")
)

func validation(message string) *gqlerror.Error {
	e := &gqlerror.Error{Message: message, Locations: []gqlerror.Location{{Line: 1, Column: 3}}, Rule: "Some"}
	errcode.Set(e, errcode.ValidationFailed)
	return e
}

// ruled is a validation error that holds one of ours.
func ruled(err error) *gqlerror.Error {
	e := validation(err.Error())
	e.Err = err
	return e
}

func TestPresent(t *testing.T) {
	path := ast.Path{ast.PathName("county"), ast.PathIndex(1)}
	done, cancel := context.WithCancel(context.Background())
	cancel()
	for name, tc := range map[string]struct {
		ctx  context.Context
		err  error
		want *gqlerror.Error
		log  string // must be in the log; empty: nothing logged
	}{
		"ours, Chinese": {nil, notFound, &gqlerror.Error{Message: "没有机构 x", Extensions: map[string]any{
			"code": gov.CodeNotFound, "hint": "看看列表", "argument": []any{"organ", 2},
		}}, ""},
		"ours, wrapped, English": {
			WithLanguage(context.Background(), gov.LanguageEN), gqlerror.WrapPath(path, fmt.Errorf("get: %w", notFound)),
			&gqlerror.Error{Message: "no organ x", Path: path, Extensions: map[string]any{
				"code": gov.CodeNotFound, "hint": "see the list", "argument": []any{"organ", 2},
			}}, "",
		},
		"a hidden cause": {nil, stale.Because(errSecret), &gqlerror.Error{Message: "版本过旧", Extensions: map[string]any{"code": gov.CodeStale}}, errSecret.Error()},
		"several": {nil, gov.Problems{stale, notFound}, &gqlerror.Error{Message: "版本过旧", Extensions: map[string]any{
			"code": gov.CodeStale, "problems": []map[string]any{
				{"code": gov.CodeStale, "message": "版本过旧"},
				{"code": gov.CodeNotFound, "message": "没有机构 x", "hint": "看看列表", "argument": []any{"organ", 2}},
			},
		}}, ""},
		"validation": {nil, validation("Unknown"), &gqlerror.Error{
			Message: "查询有误：\nUnknown", Locations: []gqlerror.Location{{Line: 1, Column: 3}},
			Extensions: map[string]any{"code": gov.CodeInvalid},
		}, ""},
		"ours, by a rule of validation": {nil, ruled(stale), &gqlerror.Error{
			Message: "版本过旧", Locations: []gqlerror.Location{{Line: 1, Column: 3}}, Extensions: map[string]any{"code": gov.CodeStale},
		}, ""},
		"unknown": {nil, gqlerror.WrapPath(path, errSecret), &gqlerror.Error{Message: "服务器内部错误，编号 r1", Path: path, Extensions: map[string]any{
			"code": gov.CodeInternal, "hint": "请把编号告诉管理员", "reference": "r1",
		}}, errSecret.Error()},
		"our own INTERNAL": {nil, gov.Errorf(gov.CodeInternal, "内情", "inside"), &gqlerror.Error{
			Message:    "服务器内部错误，编号 r1",
			Extensions: map[string]any{"code": gov.CodeInternal, "hint": "请把编号告诉管理员", "reference": "r1"},
		}, "inside"},
		"late": {done, errSecret, &gqlerror.Error{Message: "请求超时或已取消", Extensions: map[string]any{
			"code": gov.CodeUnavailable, "hint": "请缩小查询范围后重试",
		}}, ""},
		"deadline": {nil, context.DeadlineExceeded, &gqlerror.Error{Message: "请求超时或已取消", Extensions: map[string]any{
			"code": gov.CodeUnavailable, "hint": "请缩小查询范围后重试",
		}}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			p, log := newPresenter()
			ctx := tc.ctx
			if ctx == nil {
				ctx = context.Background()
			}
			if diff := cmp.Diff(tc.want, p.Present(ctx, tc.err)); diff != "" {
				t.Error(diff)
			}
			if (log.Len() > 0) != (tc.log != "") || !strings.Contains(log.String(), tc.log) {
				t.Errorf("log: %s", log)
			}
		})
	}
}

func TestPresentClips(t *testing.T) {
	p, _ := newPresenter()
	got := p.Present(context.Background(), validation(strings.Repeat("县", 20_000)))
	if len(got.Message) > longestMessage+50 || !strings.HasSuffix(got.Message, "县…") {
		t.Errorf("%d bytes: %s", len(got.Message), got.Message)
	}
	many := make(gov.Problems, 100)
	for i := range many {
		many[i] = stale
	}
	if n := len(p.Present(context.Background(), many).Extensions["problems"].([]map[string]any)); n != mostProblems {
		t.Errorf("%d problems shown", n)
	}
}

func TestRecover(t *testing.T) {
	p, log := newPresenter()
	ctx := WithLanguage(context.Background(), gov.LanguageEN)
	got := p.Present(ctx, p.Recover(ctx, "index out of range"))
	if got.Message != "internal error, reference r1" || got.Extensions["code"] != gov.CodeInternal {
		t.Errorf("%v", got)
	}
	if n := strings.Count(log.String(), "level=ERROR"); n != 1 || !strings.Contains(log.String(), "index out of range") ||
		!strings.Contains(log.String(), "fault.TestRecover") {
		t.Errorf("%d entries: %s", n, log)
	}
}

func TestNegotiate(t *testing.T) {
	for header, want := range map[string]gov.Language{
		"":                          gov.LanguageZH,
		"zh-CN,zh;q=0.9,en;q=0.8":   gov.LanguageZH,
		"zh-Hant-TW":                gov.LanguageZH,
		"en":                        gov.LanguageEN,
		"en-GB,en;q=0.9,zh;q=0.1":   gov.LanguageEN,
		"zh;q=0.3, en;q=0.5":        gov.LanguageEN,
		"fr":                        gov.LanguageZH,
		"fr, en;q=0.5":              gov.LanguageEN,
		"*":                         gov.LanguageZH,
		"not a language;;q=":        gov.LanguageZH,
		strings.Repeat("en,", 1000): gov.LanguageZH,
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Header.Set("Accept-Language", header)
		w := httptest.NewRecorder()
		Negotiate(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			if got := LanguageFrom(r.Context()); got != want {
				t.Errorf("%.40q: %s", header, got)
			}
		})).ServeHTTP(w, r)
		if w.Header().Get("Vary") != "Accept-Language" {
			t.Error("no Vary")
		}
	}
}
