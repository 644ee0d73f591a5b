package limit

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tiaokuai/internal/gov"
)

var schema = gqlparser.MustLoadSchema(&ast.Source{Input: `
	type Query implements Node {
		id: ID!  self: Query!  node(id: ID!): Node  nodes(ids: [ID!]!): [Node]!
		organs(first: Int, after: String, last: Int, filter: Filter, at: At): OrganConnection!
		few(first: Int = 5): OrganConnection!
		number(n: Int, f: Float, j: JSON, s: String, k: Kind, ns: [Int!]): Int
		frontier: [Organ!]!
	}
	type Mutation { apply(edits: [Edit!]!): Boolean }
	interface Node { id: ID! }
	type Organ implements Node { id: ID!  name: String!  kind: Kind!  others(first: Int): [Organ!]!  peers: [Organ!]!
		organs(first: Int): OrganConnection! }
	type Duty implements Node { id: ID!  name: String  title: String!  kind: String! }
	type OrganConnection { edges: [OrganEdge!]!  nodes: [Organ!]!  totalCount: Int!  facets: [Facet!]! }
	type OrganEdge { node: Organ! cursor: String! }
	type Facet { count: Int! }
	scalar JSON
	enum Kind { OFFICE STATION }
	input Filter { kind: Kind, limit: Int, any: [Filter!] }
	input At @oneOf { revision: Int  time: String  deep: At }
	input Edit @oneOf { rename: Rename  drop: String  all: [Edit!] }
	input Rename { name: String!  posts: Int }`})

// newExecutor is a gqlgen executor with a guard that holds requests to some limits.
func newExecutor(limits Limits) (*executor.Executor, *Guard) {
	g := New(limits)
	exec := executor.New(&graphql.ExecutableSchemaMock{SchemaFunc: func() *ast.Schema { return schema }})
	exec.SetParserTokenLimit(limits.Tokens)
	exec.SetDisableSuggestion(true)
	exec.SetDefaultRulesFn(g.Rules)
	exec.SetQueryCache(g.documents)
	exec.Use(g)
	return exec, g
}

// ask sends a document with variables in JSON through all that comes before execution.
func ask(exec *executor.Executor, query, variables string) gqlerror.List {
	params := &graphql.RawParams{Query: query}
	d := json.NewDecoder(strings.NewReader(variables))
	d.UseNumber()
	if err := d.Decode(&params.Variables); err != nil {
		panic(err)
	}
	_, errs := exec.CreateOperationContext(graphql.StartOperationTrace(context.Background()), params)
	return errs
}

// asked is the first error in short: its code in our vocabulary, or VALIDATION, and the message.
func asked(errs gqlerror.List) string {
	var e *gov.Error
	switch {
	case len(errs) == 0:
		return "ok"
	case errors.As(errs[0], &e):
		return e.Error()
	}
	return "VALIDATION: " + errs[0].Message
}

func TestGraphiQLPasses(t *testing.T) {
	query, err := os.ReadFile("testdata/introspection.graphql")
	if err != nil {
		t.Fatal(err)
	}
	exec, _ := newExecutor(Standard())
	if got := asked(ask(exec, string(query), "null")); got != "ok" {
		t.Error(got)
	}
}

func TestDocuments(t *testing.T) {
	for name, tc := range map[string]struct{ query, want string }{
		"plain":             {"{ organs(first: 500) { nodes { id name } } }", "ok"},
		"syntax":            {"{", "VALIDATION: Expected Name, found <EOF>"},
		"no suggestion":     {"{ orgns { id } }", `VALIDATION: Cannot query field "orgns" on type "Query".`},
		"argument":          {"{ organs(frst: 1) { totalCount } }", `VALIDATION: Unknown argument "frst" on field "Query.organs".`},
		"type":              {"{ ...F } fragment F on Organs { id }", `VALIDATION: Unknown type "Organs".`},
		"enum":              {"{ number(k: OFICE) }", `VALIDATION: Value "OFICE" does not exist in "Kind" enum.`},
		"leaf":              {"{ organs }", `VALIDATION: Field "organs" of type "OrganConnection!" must have a selection of subfields.`},
		"32 bits":           {"{ number(n: 2147483647) }", "ok"},
		"33 bits":           {"{ number(n: 2147483648) }", "VALIDATION: Int cannot represent 2147483648."},
		"33 bits in a list": {"{ number(ns: [1, -2147483649]) }", "VALIDATION: Int cannot represent -2147483649."},
		"33 bits in a filter": {
			"{ organs(filter: {any: [{limit: 9999999999}]}) { totalCount } }", "VALIDATION: Int cannot represent 9999999999.",
		},
		"wide JSON":          {"{ number(j: {a: 99999999999999999999}) }", "VALIDATION: number cannot represent 99999999999999999999."},
		"wide Float":         {"{ number(f: 1e999) }", "VALIDATION: Float cannot represent 1e999."},
		"oneOf":              {"{ organs(at: {revision: 1}) { totalCount } }", "ok"},
		"oneOf, two":         {`{ organs(at: {revision: 1, time: "x"}) { totalCount } }`, `VALIDATION: OneOf Input Object "At" must specify exactly one key.`},
		"oneOf, nullable":    {"query($r: Int) { organs(at: {revision: $r}) { totalCount } }", `VALIDATION: Variable "$r" must be non-nullable to be used for OneOf Input Object "At".`},
		"defer":              {"{ ...F @defer } fragment F on Query { id }", `VALIDATION: Directive "@defer" is not supported.`},
		"cycle":              {"{ ...F } fragment F on Query { self { ...F } }", `VALIDATION: Cannot spread fragment "F" within itself.`},
		"page":               {"{ organs(first: 501) { totalCount } }", "INVALID: first must not be over 500"},
		"page, last":         {"{ organs(last: 501) { totalCount } }", "INVALID: last must not be over 500"},
		"page, both":         {"{ organs(first: 1, last: 501) { totalCount } }", "INVALID: last must not be over 500"},
		"page, list":         {"{ organs { nodes { others(first: 1000) { id } } } }", "INVALID: first must not be over 500"},
		"page, null":         {"{ organs(first: null) { totalCount } }", "ok"},
		"nested pages":       {"{ organs(first: 500) { nodes { organs(first: 500) { nodes { id } } } } }", "TOO_COMPLEX: the answer could hold more than 250000 values"},
		"nested lists":       {"{ organs(first: 500) { nodes { others(first: 500) { id } } } }", "TOO_COMPLEX: the answer could hold more than 250000 values"},
		"tokens":             {"{" + strings.Repeat(" id", 5000) + "}", "TOO_COMPLEX: the request is too complex: number of tokens over 5000"},
		"bytes":              {"{ id }" + strings.Repeat(" ", 64<<10), "TOO_COMPLEX: the request is too complex: bytes of the document over 65536"},
		"depth":              {strings.Repeat("{ self", 20) + "{id}" + strings.Repeat("}", 20), "TOO_COMPLEX: the request is too complex: selection depth over 20"},
		"depth by fragments": {fragments(25, "self { %s }"), "TOO_COMPLEX: the request is too complex: selection depth over 20"},
		"inline depth":       {strings.Repeat("{ ... ", 20) + "{id}" + strings.Repeat("}", 20), "TOO_COMPLEX: the request is too complex: selection depth over 20"},
		"parser's depth":     {strings.Repeat("{ a", 2000), "TOO_COMPLEX: the request is too complex: depth over 20"},
		"literals":           {"{ number(j: " + strings.Repeat("[", 17) + strings.Repeat("]", 17) + ") }", "TOO_COMPLEX: the request is too complex: depth of list and object literals over 16"},
		"default literals":   {"query($j: JSON = " + strings.Repeat("[", 17) + strings.Repeat("]", 17) + ") { number(j: $j) }", "TOO_COMPLEX: the request is too complex: depth of list and object literals over 16"},
		"aliases":            {"{" + repeat(201, "a%d: id ") + "}", "TOO_COMPLEX: the request is too complex: number of aliases over 200"},
		"selections":         {"{" + strings.Repeat(" id", 1001) + "}", "TOO_COMPLEX: the request is too complex: number of selections over 1000"},
		"spreads":            {"{" + strings.Repeat(" ...F", 301) + "} fragment F on Query { id }", "TOO_COMPLEX: the request is too complex: number of fragment spreads over 300"},
		"fragments":          {"{ id }" + repeat(101, " fragment F%d on Query { id }"), "TOO_COMPLEX: the request is too complex: number of fragments over 100"},
		"equal fragments":    {"{ id }" + strings.Repeat(" fragment F on Query { id id id id id id id id id id id }", 99), "TOO_COMPLEX: the request is too complex: number of selections over 1000"},
		"directives":         {"{ id" + strings.Repeat(" @x", 201) + "}", "TOO_COMPLEX: the request is too complex: number of directives over 200"},
		"operations":         {repeat(11, " query Q%d { id }"), "TOO_COMPLEX: the request is too complex: number of operations over 10"},
		"variables":          {"query(" + repeat(101, "$v%d: Int ") + ") { id }", "TOO_COMPLEX: the request is too complex: number of variables over 100"},
		"reach":              {fragments(99, "... on Query { %s id id id id id id }"), "TOO_COMPLEX: the request is too complex: selection depth over 20"},
		"shape":              {fragments(18, "a: self { %s } b: self { %s }"), "TOO_COMPLEX: the request is too complex: number of fields in the shape of the answer over 50000"},
	} {
		t.Run(name, func(t *testing.T) {
			exec, _ := newExecutor(Standard())
			if got := asked(ask(exec, tc.query, "null")); got != tc.want {
				t.Errorf("got  %s\nwant %s", got, tc.want)
			}
		})
	}
}

func TestVariables(t *testing.T) {
	const (
		organs = "query($f: Filter, $a: At, $n: Int) { organs(first: $n, filter: $f, at: $a) { totalCount nodes { id } } }"
		number = "query($n: Int, $f: Float, $j: JSON, $s: String, $k: Kind, $ns: [Int!]) { number(n: $n, f: $f, j: $j, s: $s, k: $k, ns: $ns) }"
		apply  = "mutation($e: [Edit!]!) { apply(edits: $e) }"
		nodes  = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }"
	)
	for name, tc := range map[string]struct{ query, variables, want string }{
		"none":             {number, `{}`, "ok"},
		"all":              {number, `{"n":-2147483648,"f":1.5,"j":{"a":[1e400]},"s":"x","k":"OFFICE","ns":[1,2]}`, "ok"},
		"33 bits":          {number, `{"n":2147483648}`, "INVALID: not a valid Int"},
		"33 bits, list":    {number, `{"ns":[1,4294967296]}`, "INVALID: not a valid Int"},
		"33 bits, one":     {number, `{"ns":4294967296}`, "INVALID: not a valid Int"},
		"33 bits, filter":  {organs, `{"f":{"any":[{"limit":4294967296}]}}`, "INVALID: not a valid Int"},
		"string for Int":   {number, `{"ns":["1"]}`, "INVALID: not a valid Int"},
		"string for Float": {number, `{"f":"1.5"}`, "INVALID: not a valid Float"},
		"number for text":  {number, `{"s":5}`, "INVALID: not a valid String"},
		"enum's case":      {number, `{"k":"office"}`, "INVALID: not a valid Kind"},
		"oneOf":            {organs, `{"a":{"revision":1}}`, "ok"},
		"oneOf, none":      {organs, `{"a":{}}`, "INVALID: At takes exactly one field, and not null"},
		"oneOf, two":       {organs, `{"a":{"revision":1,"time":"x"}}`, "INVALID: At takes exactly one field, and not null"},
		"oneOf, null":      {organs, `{"a":{"revision":null}}`, "INVALID: At takes exactly one field, and not null"},
		"oneOf, and null":  {organs, `{"a":{"revision":1,"time":null}}`, "INVALID: At takes exactly one field, and not null"},
		"oneOf, deep":      {organs, `{"a":{"deep":{"deep":{}}}}`, "INVALID: At takes exactly one field, and not null"},
		"oneOf, list":      {apply, `{"e":[{"drop":"x"},{"all":[{"rename":{"name":"y"},"drop":"z"}]}]}`, "INVALID: Edit takes exactly one field, and not null"},
		"oneOf, one":       {apply, `{"e":{"all":{"rename":{"name":"y","posts":3}}}}`, "ok"},
		"number for true":  {"query($b: Boolean!) { id @include(if: $b) }", `{"b":1}`, "INVALID: not a valid Boolean"},
		"object for ID":    {nodes, `{"ids":[{}]}`, "INVALID: not a valid ID"},
		"number for ID":    {nodes, `{"ids":[7]}`, "ok"},
		"text for object":  {organs, `{"f":"x"}`, "INVALID: not a valid Filter"},
		"null":             {apply, `{"e":[null]}`, "INVALID: must not be null"},
		"missing":          {apply, `{}`, "INVALID: must be given"},
		"missing field":    {apply, `{"e":[{"rename":{"posts":1}}]}`, "INVALID: must be given"},
		"default":          {"query($n: Int! = 5) { organs(first: $n) { totalCount } }", `{}`, "ok"},
		"unknown field":    {organs, `{"f":{"king":1}}`, "INVALID: Filter has no such field"},
		"unknown type":     {"query($n: Nat!) { number(n: $n) }", `{}`, `VALIDATION: Unknown type "Nat".`},
		"page":             {organs, `{"n":501}`, "INVALID: first must not be over 500"},
		"many ids":         {nodes, `{"ids":[` + strings.Repeat(`"x",`, 40_000) + `"x"]}`, "ok"},
		"too many ids":     {"query($ids: [ID!]!) { " + repeat(8, "a%d: nodes(ids: $ids) { id }") + " }", `{"ids":[` + strings.Repeat(`"x",`, 40_000) + `"x"]}`, "TOO_COMPLEX: the answer could hold more than 250000 values"},
		"values":           {number, `{"j":[` + strings.Repeat("0,", 50_000) + "0]}", "TOO_COMPLEX: the request is too complex: number of values in variables over 50000"},
		"levels":           {number, `{"j":` + strings.Repeat("[", 33) + strings.Repeat("]", 33) + "}", "TOO_COMPLEX: the request is too complex: depth of variables over 32"},
		"32 levels":        {number, `{"j":` + strings.Repeat("[", 32) + strings.Repeat("]", 32) + "}", "ok"},
	} {
		t.Run(name, func(t *testing.T) {
			exec, _ := newExecutor(Standard())
			for range 2 { // the second time from the query cache
				if got := asked(ask(exec, tc.query, tc.variables)); got != tc.want {
					t.Errorf("got  %s\nwant %s", got, tc.want)
				}
			}
		})
	}
}

func TestErrorsAreFew(t *testing.T) {
	exec, g := newExecutor(Standard())
	if n := len(ask(exec, "{"+repeat(150, " x%d")+"}", "null")); n != MaxErrors {
		t.Errorf("%d validation errors", n)
	}
	got := g.InterceptResponse(context.Background(), func(context.Context) *graphql.Response {
		return &graphql.Response{Errors: make(gqlerror.List, 100)}
	})
	if len(got.Errors) != MaxErrors || got.Extensions["errorsOmitted"] != 80 {
		t.Errorf("%d errors, %v", len(got.Errors), got.Extensions)
	}
}

// TestAllWrongValuesAreToldAtOnce, each with its place.
func TestAllWrongValuesAreToldAtOnce(t *testing.T) {
	exec, _ := newExecutor(Standard())
	errs := ask(exec, "mutation($e: [Edit!]!, $n: Int) { apply(edits: $e) }",
		`{"n":1.5,"e":[{"drop":"x"},{"all":[{}]},{"rename":{"posts":"3","king":1}},null,{"dropp":"x"}]}`)
	var many gov.Problems
	if !errors.As(errs, &many) {
		t.Fatal(errs)
	}
	var got []string
	for _, p := range many {
		path, _ := json.Marshal(p.Path)
		got = append(got, string(path)+" "+p.Message.EN)
	}
	want := []string{
		`["e",1,"all",0] Edit takes exactly one field, and not null`,
		`["e",2,"rename","king"] Rename has no such field`,
		`["e",2,"rename","name"] must be given`,
		`["e",2,"rename","posts"] not a valid Int`,
		`["e",3] must not be null`,
		`["e",4,"dropp"] Edit has no such field`,
		`["n"] not a valid Int`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

// TestWrongValuesAreBounded: a request made of nothing else is not told of each.
func TestWrongValuesAreBounded(t *testing.T) {
	exec, _ := newExecutor(Standard())
	errs := ask(exec, "mutation($e: [Edit!]!) { apply(edits: $e) }", `{"e":[`+strings.Repeat("{},", 40_000)+`{}]}`)
	var many gov.Problems
	if !errors.As(errs, &many) || len(many) != mostProblems {
		t.Errorf("%d problems", len(many))
	}
}
