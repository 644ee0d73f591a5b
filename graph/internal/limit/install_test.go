package limit

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/vektah/gqlparser/v2/ast"

	"tiaokuai/graph/internal/fault"
	"tiaokuai/graph/internal/transport"
)

// TestInstalled puts transport, limits and error presenter together as the product does.
func TestInstalled(t *testing.T) {
	presenter := fault.New(slog.New(slog.NewTextHandler(io.Discard, nil)), func() string { return "r1" })
	srv := handler.New(&graphql.ExecutableSchemaMock{
		SchemaFunc: func() *ast.Schema { return schema },
		ExecFunc: func(context.Context) graphql.ResponseHandler {
			return graphql.OneShot(&graphql.Response{Data: []byte(`{"id":"x"}`)})
		},
	})
	srv.AddTransport(transport.HTTP{})
	srv.SetErrorPresenter(presenter.Present)
	srv.SetRecoverFunc(presenter.Recover)
	New(Standard()).Install(srv)
	api := fault.Negotiate(srv)
	for _, tc := range []struct{ language, body, want string }{
		{"en", `{"query":"{ id }"}`, `{"data":{"id":"x"}}`},
		{"zh", `{"query":"{ organs(first: 501) { totalCount } }"}`, `{"errors":[{"message":"first 不能超过 500","locations":[{"line":1,"column":10}],"extensions":{"argument":["first"],"code":"INVALID"}}]}`},
		{"en", `{"query":"query($a: At) { organs(at: $a) { totalCount } }","variables":{"a":{"deep":{}}}}`, `{"errors":[{"message":"At takes exactly one field, and not null","extensions":{"argument":["a","deep"],"code":"INVALID"}}]}`},
		{"zh", `{"query":"{` + strings.Repeat(" id", 1001) + `}"}`, `{"errors":[{"message":"查询过大：字段与片段引用数超过 1000","extensions":{"code":"TOO_COMPLEX","hint":"请拆成几个较小的查询"}}]}`},
		{"en", `{"query":"` + fragments(18, "a: self { %s } b: self { %s }") + `"}`, `{"errors":[{"message":"the request is too complex: number of fields in the shape of the answer over 50000","extensions":{"code":"TOO_COMPLEX","hint":"split it into smaller requests"}}]}`},
		{"zh", `{"query":"{ di }"}`, `{"errors":[{"message":"查询有误：\nCannot query field \"di\" on type \"Query\".","locations":[{"line":1,"column":3}],"extensions":{"code":"INVALID"}}]}`},
	} {
		r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(tc.body))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Accept-Language", tc.language)
		w := httptest.NewRecorder()
		api.ServeHTTP(w, r)
		if w.Code != http.StatusOK || w.Body.String() != tc.want {
			t.Errorf("%.80s: %d %s", tc.body, w.Code, w.Body)
		}
	}
}
