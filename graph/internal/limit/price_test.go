package limit

import (
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
)

// priceOf is the price of a valid document and the steps it took to find.
func priceOf(t *testing.T, query string, limits Limits, variables map[string]any) (float64, int) {
	t.Helper()
	doc, err := parser.ParseQuery(&ast.Source{Input: query})
	if err != nil {
		t.Fatal(err)
	}
	if errs := validator.ValidateWithRules(schema, doc, nil); errs != nil {
		t.Fatal(errs)
	}
	p := &pricer{limits: limits, census: takeCensus(schema), variables: variables, known: map[*ast.FragmentDefinition]price{}}
	return p.set(doc.Operations[0].SelectionSet).fixed, p.visits
}

func TestPrice(t *testing.T) {
	limits := Standard()
	limits.Weights = map[string]float64{"Query.frontier": 1000}
	for query, want := range map[string]float64{
		"{ id }":                                1,
		"{ a: id b: id }":                       2,
		"{ self { id } }":                       2,
		"{ organs(first: 3) { totalCount } }":   2,
		"{ organs(first: 3) { nodes { id } } }": 1 + 1 + 3,
		"{ organs(first: 3) { nodes { id name } totalCount edges { cursor node { id } } } }":                           1 + 1 + 3*2 + 1 + 1 + 3*3,
		"{ organs(last: 3) { nodes { id } } }":                                                                         5,
		"{ organs(first: 0) { nodes { id } } }":                                                                        3,
		"{ organs { nodes { id } } }":                                                                                  2 + 50,
		"{ few { nodes { id } } }":                                                                                     2 + 5,
		"{ few(first: null) { nodes { id } } }":                                                                        2 + 50,
		"query($n: Int) { few(first: $n) { nodes { id } } }":                                                           2 + 7,
		"query($m: Int = 4) { few(first: $m) { nodes { id } } }":                                                       2 + 4,
		"{ organs(first: 3) { facets { count } } }":                                                                    2 + 10,
		"{ organs(first: 3) { nodes { others(first: 4) { id } } } }":                                                   2 + 3*(1+4),
		"{ organs(first: 3) { nodes { peers { id } } } }":                                                              2 + 3*(1+10),
		"{ organs(first: 3) { nodes { organs(first: 4) { nodes { id } } } } }":                                         2 + 3*(2+4),
		"{ nodes(ids: [1,2,3,4,5,6,7,8,9,10,11,12]) { id } }":                                                          1 + 12,
		"{ frontier { id } }":                                                                                          1 + 1000 + 10,
		"{ a: organs(first: 2) { ...C } b: organs(first: 3) { ...C } } fragment C on OrganConnection { nodes { id } }": 4 + 2 + 3,
		"{ self { ... { id ... on Node { id } } } }":                                                                   3,
		"{ __type(name: \"Organ\") { name ofType { name } } }":                                                         1 + 1 + 1.5,
	} {
		if got, _ := priceOf(t, query, limits, map[string]any{"n": int64(7)}); got != want {
			t.Errorf("%s: %v, want %v", query, got, want)
		}
	}
}

func TestPriceIsLinear(t *testing.T) {
	query := fragments(60, "a: organs(first: 500) { nodes { id organs { nodes { id } } } } b: self { %s } c: self { %s }")
	got, visits := priceOf(t, query, Standard(), nil)
	if got < 1e18 || visits > len(query) {
		t.Errorf("price %g in %d steps for %d bytes", got, visits, len(query))
	}
}

func TestPriceOfIntrospectionIsInProportion(t *testing.T) {
	fan := "{ __schema { types { fields { type { fields { type { name } } } } } } }"
	if got, _ := priceOf(t, fan, Standard(), nil); got < 100 || got > 10_000 {
		t.Error(got)
	}
}
