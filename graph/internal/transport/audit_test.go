package transport

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// audit is one server audit of the graphql-http package (version 1.23), by its id and title.
type audit struct {
	id, title   string
	method      string // POST unless said otherwise
	contentType string // application/json unless said otherwise; "-" for none
	accept      string
	body        string // of a POST, or the query string of a GET
	status      [2]int // the range allowed
	media       string // what the content type must hold
	noErrors    bool   // the answer must not have errors
	noData      bool   // the answer must not have data
}

const (
	typename    = `{"query":"{ __typename }"}`
	typeOf      = `{"query":"query Type($name: String!) { __type(name: $name) { name } }","variables":{"name":"sometype"}}`
	coerce      = `{"query":"query CoerceFailure($id: ID!){ __typename }","variables":{"id":null}}`
	parseError  = `{"query":"{"}`
	unknown     = `{"query":"{ 8f31403dfe404bccbb0e835f2629c6a7 }"}`
	misspelt    = `{"qeury":"{ __typename }"}`
	named       = `{"operationName":"Query","query":"query Query { __typename }"}`
	notJSON     = `{ "not a JSON`
	extended    = `{"query":"{ __typename }","extensions":{"some":"value"}}`
	typeOfByGET = "query=query+Type($name:+String!)+{+__type(name:+$name)+{+name+}+}&variables={\"name\":\"sometype\"}"
)

var (
	ok         = [2]int{200, 200}
	badRequest = [2]int{400, 400}
	refused    = [2]int{400, 499}
	failed     = [2]int{400, 599}
)

var audits = append([]audit{
	{id: "22EB", title: "SHOULD accept application/graphql-response+json and match the content-type", accept: mediaGraphQL, body: typename, status: ok, media: mediaGraphQL},
	{id: "4655", title: "MUST accept application/json and match the content-type", accept: mediaJSON, body: typename, status: ok, media: mediaJSON},
	{id: "47DE", title: "SHOULD accept */* and use application/json for the content-type", accept: "*/*", body: typename, status: ok, media: mediaJSON},
	{id: "80D8", title: "SHOULD assume application/json content-type when accept is missing", body: typename, status: ok, media: mediaJSON},
	{id: "82A3", title: "MUST use utf-8 encoding when responding", body: typename, status: ok, media: "utf-8"},
	{id: "BF61", title: "MUST accept utf-8 encoded request", contentType: "application/json; charset=utf-8", body: `{"query":"{ __type(name: \"Run🏃Swim🏊\") { name } }"}`, status: ok},
	{id: "78D5", title: "MUST assume utf-8 in request if encoding is unspecified", body: typename, status: ok},
	{id: "2C94", title: "MUST accept POST requests", body: typename, status: ok},
	{id: "5A70", title: "MAY accept application/x-www-form-urlencoded formatted GET requests", method: "GET", body: "query={+__typename+}", status: ok},
	{id: "9C48", title: "MAY NOT allow executing mutations on GET requests", method: "GET", accept: mediaGraphQL, body: "query=mutation+{+__typename+}", status: refused},
	{id: "9ABE", title: "SHOULD respond with 4xx status code if content-type is not supplied on POST requests", contentType: "-", body: typename, status: refused},
	{id: "03D4", title: "MUST accept application/json POST requests", body: typename, status: ok},
	{id: "A5BF", title: "MAY use 400 status code when request body is missing on POST", status: badRequest},
	{id: "423L", title: "MAY use 400 status code on missing {query} parameter", accept: mediaGraphQL, body: `{"notquery":"{ __typename }"}`, status: badRequest},
	{id: "34A2", title: "SHOULD allow string {query} parameter when accepting application/graphql-response+json", accept: mediaGraphQL, body: typename, status: ok},
	{id: "13EE", title: "MUST allow string {query} parameter when accepting application/json", accept: mediaJSON, body: typename, status: ok, noErrors: true},
	{id: "8161", title: "SHOULD allow string {operationName} parameter when accepting application/graphql-response+json", accept: mediaGraphQL, body: named, status: ok},
	{id: "B8B3", title: "MUST allow string {operationName} parameter when accepting application/json", accept: mediaJSON, body: named, status: ok, noErrors: true},
	{id: "2EA1", title: "SHOULD allow map {variables} parameter when accepting application/graphql-response+json", accept: mediaGraphQL, body: typeOf, status: ok},
	{id: "28B9", title: "MUST allow map {variables} parameter when accepting application/json", accept: mediaJSON, body: typeOf, status: ok, noErrors: true},
	{id: "D6D5", title: "MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json", method: "GET", accept: mediaGraphQL, body: typeOfByGET, status: ok, noErrors: true},
	{id: "6A70", title: "MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json", method: "GET", accept: mediaJSON, body: typeOfByGET, status: ok, noErrors: true},
	{id: "428F", title: "SHOULD allow map {extensions} parameter when accepting application/graphql-response+json", accept: mediaGraphQL, body: extended, status: ok},
	{id: "1B7A", title: "MUST allow map {extensions} parameter when accepting application/json", accept: mediaJSON, body: extended, status: ok, noErrors: true},
	{id: "B6DC", title: "MAY use 2xx, 4xx, or 5xx status codes on JSON parsing failure when accepting application/json", accept: mediaJSON, body: notJSON, status: [2]int{200, 599}},
	{id: "BCF8", title: "SHOULD use 400 status code on JSON parsing failure when accepting application/json", accept: mediaJSON, body: notJSON, status: badRequest},
	{id: "B7N8", title: "SHOULD use 400 status code on JSON parsing failure when accepting application/graphql-response+json", accept: mediaGraphQL, body: notJSON, status: badRequest},
	{id: "8764", title: "MAY use 4xx or 5xx status codes if parameters are invalid", body: misspelt, status: failed},
	{id: "3E3A", title: "MAY use 400 status code if parameters are invalid", body: misspelt, status: badRequest},
	{id: "572B", title: "SHOULD use 200 status code on document parsing failure when accepting application/json", accept: mediaJSON, body: parseError, status: ok},
	{id: "FDE2", title: "SHOULD use 200 status code on document validation failure when accepting application/json", accept: mediaJSON, body: unknown, status: ok},
	{id: "7B9B", title: "SHOULD use a status code of 200 on variable coercion failure when accepting application/json", accept: mediaJSON, body: coerce, status: ok},
	{id: "865D", title: "SHOULD use 4xx or 5xx status codes on document parsing failure when accepting application/graphql-response+json", accept: mediaGraphQL, body: parseError, status: failed},
	{id: "556A", title: "SHOULD use 400 status code on document parsing failure when accepting application/graphql-response+json", accept: mediaGraphQL, body: parseError, status: badRequest},
	{id: "D586", title: "SHOULD not contain the data entry on document parsing failure when accepting application/graphql-response+json", accept: mediaGraphQL, body: parseError, status: failed, noData: true},
	{id: "51FE", title: "SHOULD use 4xx or 5xx status codes on document validation failure when accepting application/graphql-response+json", accept: mediaGraphQL, body: unknown, status: failed},
	{id: "74FF", title: "SHOULD use 400 status code on document validation failure when accepting application/graphql-response+json", accept: mediaGraphQL, body: unknown, status: badRequest},
	{id: "5E5B", title: "SHOULD not contain the data entry on document validation failure when accepting application/graphql-response+json", accept: mediaGraphQL, body: unknown, status: failed, noData: true},
	{id: "86EE", title: "SHOULD use a status code of 400 on variable coercion failure when accepting application/graphql-response+json", accept: mediaGraphQL, body: coerce, status: badRequest},
}, parameterAudits()...)

// parameterAudits are the audits that repeat for each wrong type or each parameter.
func parameterAudits() []audit {
	var all []audit
	notString, notMap := []string{`{"obj":"ect"}`, `0`, `false`, `["array"]`}, []string{`"string"`, `0`, `false`, `["array"]`}
	wrong := func(prefix, name, rest string, values []string) {
		for i, value := range values {
			all = append(all, audit{
				id: prefix + string(rune('0'+i)), title: "MAY use 400 status code on " + value + " {" + name + "} parameter",
				body: `{"` + name + `":` + value + rest + `}`, status: badRequest,
			})
		}
	}
	wrong("LKJ", "query", "", notString)
	wrong("6C0", "operationName", `,"query":"{ __typename }"`, notString)
	wrong("476", "variables", `,"query":"{ __typename }"`, notMap)
	wrong("58B", "extensions", `,"query":"{ __typename }"`, notMap)
	for i, name := range []string{"variables", "operationName", "extensions"} {
		body := `{"query":"{ __typename }","` + name + `":null}`
		all = append(all,
			audit{id: "94B" + string(rune('0'+i)), title: "SHOULD allow null {" + name + "} parameter when accepting application/graphql-response+json", accept: mediaGraphQL, body: body, status: ok, noErrors: true},
			audit{id: "022" + string(rune('0'+i)), title: "MUST allow null {" + name + "} parameter when accepting application/json", accept: mediaJSON, body: body, status: ok, noErrors: true})
	}
	return all
}

// auditCount is how many audits graphql-http 1.23 has.
const auditCount = 61

func TestAudits(t *testing.T) {
	if len(audits) != auditCount {
		t.Errorf("%d audits", len(audits))
	}
	srv := newServer()
	for _, a := range audits {
		t.Run(a.id, func(t *testing.T) {
			w := httptest.NewRecorder()
			srv.ServeHTTP(w, a.request())
			a.check(t, w)
		})
	}
}

func (a audit) request() *http.Request {
	var r *http.Request
	if a.method == http.MethodGet {
		values, _ := url.ParseQuery(a.body)
		r = httptest.NewRequest(http.MethodGet, "/graphql?"+values.Encode(), nil)
	} else {
		r = httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(a.body))
		if a.contentType == "" {
			a.contentType = "application/json"
		}
		r.Header.Set("Content-Type", strings.TrimPrefix(a.contentType, "-"))
	}
	if a.accept != "" {
		r.Header.Set("Accept", a.accept)
	}
	return r
}

func (a audit) check(t *testing.T, w *httptest.ResponseRecorder) {
	t.Helper()
	var answer map[string]json.RawMessage
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
		t.Fatalf("%s: %v: %s", a.title, err, w.Body)
	}
	_, hasErrors := answer["errors"]
	_, hasData := answer["data"]
	switch {
	case w.Code < a.status[0] || w.Code > a.status[1]:
		t.Errorf("%s: status %d", a.title, w.Code)
	case !strings.Contains(w.Header().Get("Content-Type"), a.media):
		t.Errorf("%s: content type %s", a.title, w.Header().Get("Content-Type"))
	case a.noErrors && hasErrors, a.noData && hasData:
		t.Errorf("%s: %s", a.title, w.Body)
	}
}
