package limit

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"
	"pgregory.net/rapid"
)

// inside are the fields, with the type they lead to, and the fragments that may stand in each type.
var inside = map[string]struct {
	fields map[string]string
	narrow []string
}{
	"Query": {map[string]string{"id": "", "self": "Query", "node": "Node"}, []string{"Query", "Node"}},
	"Node":  {map[string]string{"id": ""}, []string{"Organ", "Duty", "Node"}},
	"Organ": {map[string]string{"id": "", "name": "", "kind": "", "peers": "Organ"}, []string{"Organ", "Node"}},
	"Duty":  {map[string]string{"id": "", "name": "", "title": "", "kind": ""}, []string{"Duty", "Node"}},
}

// drawSet writes a selection set of a type; only fragments after the given one are spread, so there is no cycle.
func drawSet(t *rapid.T, typeName string, fragment, depth int) string {
	var b strings.Builder
	b.WriteString("{ id ")
	for range rapid.IntRange(1, 4).Draw(t, "selections") {
		switch rapid.IntRange(0, 3).Draw(t, "selection") {
		case 0:
			if next := fragment + rapid.IntRange(1, 3).Draw(t, "next"); next < len(drawn) && allowed(typeName, drawn[next]) {
				fmt.Fprintf(&b, "...F%d ", next)
			}
		case 1:
			if depth > 0 {
				on := rapid.SampledFrom(inside[typeName].narrow).Draw(t, "on")
				fmt.Fprintf(&b, "... on %s %s ", on, drawSet(t, on, fragment, depth-1))
			}
		default:
			b.WriteString(drawField(t, typeName, fragment, depth))
		}
	}
	return b.String() + "} "
}

// drawn are the types of the fragments of a drawn document.
var drawn = []string{"Query", "Node", "Organ", "Duty", "Organ", "Node", "Query"}

func allowed(in, on string) bool {
	for _, name := range inside[in].narrow {
		if name == on {
			return true
		}
	}
	return false
}

func drawField(t *rapid.T, typeName string, fragment, depth int) string {
	names := []string{}
	for _, name := range []string{"id", "self", "node", "name", "kind", "title", "peers"} {
		if target, ok := inside[typeName].fields[name]; ok && (target == "" || depth > 0) {
			names = append(names, name)
		}
	}
	name := rapid.SampledFrom(names).Draw(t, "field")
	text := name
	if rapid.IntRange(0, 2).Draw(t, "aliased") == 0 {
		text = rapid.SampledFrom([]string{"name", "x"}).Draw(t, "alias") + ": " + name
	}
	if name == "node" {
		text += rapid.SampledFrom([]string{`(id: 1) `, `(id: "1") `}).Draw(t, "argument")
	}
	if target := inside[typeName].fields[name]; target != "" {
		return text + drawSet(t, target, fragment, depth-1)
	}
	return text + " "
}

// conflicts says whether one rule finds anything in a document.
func conflicts(t *rapid.T, document string, rule core.Rule) bool {
	doc, err := parser.ParseQuery(&ast.Source{Input: document})
	if err != nil {
		t.Fatal(document, err)
	}
	return len(validator.ValidateWithRules(schema, doc, rules.NewRules(rule))) > 0
}

func TestMergeAgreesWithGqlparser(t *testing.T) {
	found := map[bool]int{}
	rapid.Check(t, func(t *rapid.T) {
		document := drawSet(t, "Query", -1, 3)
		for i, on := range drawn { // gqlparser also looks into fragments that are not used, which another rule refuses
			if strings.Contains(document, fmt.Sprintf("...F%d ", i)) {
				document += fmt.Sprintf("fragment F%d on %s %s", i, on, drawSet(t, on, i, 2))
			}
		}
		want := conflicts(t, document, rules.OverlappingFieldsCanBeMergedRule)
		if got := conflicts(t, document, fieldsCanBeMerged(1_000_000, 100)); got != want {
			t.Fatalf("conflict %v, gqlparser says %v:\n%s", got, want, document)
		}
		found[want]++
	})
	t.Logf("%d documents with a conflict, %d without", found[true], found[false])
}

func TestMerge(t *testing.T) {
	for document, want := range map[string]string{
		"{ id id }":                                                             "",
		"{ a: id a: id }":                                                       "",
		"{ a: id a: __typename }":                                               `Fields "a" conflict because they are different fields`,
		"{ number(n: 1) number(n: 2) }":                                         `Fields "number" conflict because they have differing arguments`,
		"{ number(n: 1, f: 2) number(f: 2 n: 1)}":                               "",
		"{ number(j: {a: 1, b: [2]}) number(j: {b: [2], a: 1})}":                "",
		"{ number(j: {a: 1, b: [2]}) number(j: {b: [3], a: 1})}":                `Fields "number" conflict because they have differing arguments`,
		`{ node(id: 1) { ... on Organ { name } ... on Duty { name: title } } }`: "",
		`{ node(id: 1) { ... on Organ { id } ... on Duty { id } } }`:            "",
		`{ node(id: 1) { ... on Organ { name } ... on Duty { name } } }`:        `Fields "name" conflict because they return conflicting types`,
		`{ node(id: 1) { id ... on Duty { id: title } } }`:                      `Fields "id" conflict because they are different fields`,
		`{ self { a: id } ...F } fragment F on Query { self { a: __typename }}`: `Fields "a" conflict because they are different fields`,
	} {
		exec, _ := newExecutor(Standard())
		if got := asked(ask(exec, document, "null")); !strings.Contains(got, want) || want == "" && got != "ok" {
			t.Errorf("%s: %s", document, got)
		}
	}
}
