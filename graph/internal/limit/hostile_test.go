package limit

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// repeat is n copies of a text, each with its number in place of every %d.
func repeat(n int, text string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(text, "%d", fmt.Sprint(i)))
	}
	return b.String()
}

// fragments is a query that spreads the first of n fragments, each of which spreads the next in place of every %s.
func fragments(n int, body string) string {
	var b strings.Builder
	b.WriteString("{ ...F0 }")
	for i := range n {
		next := "id"
		if i+1 < n {
			next = fmt.Sprintf("...F%d", i+1)
		}
		fmt.Fprintf(&b, " fragment F%d on Query { %s }", i, strings.ReplaceAll(body, "%s", next))
	}
	return b.String()
}

// hostile are documents that took seconds or gigabytes without limits, and ones that stand just within the limits.
func hostile() map[string]string {
	args := repeat(300, " x%d: 1")
	object := "{" + repeat(20, " k%d: 1") + "}"
	return map[string]string{
		"doubling fragments":       fragments(40, "%s a: self { %s } b: self { %s }"),
		"doubling, inside limits":  fragments(18, "a: self { %s } b: self { %s }"),
		"spread doubling":          fragments(95, "%s %s %s"),
		"spread chain with fields": fragments(99, "%s id id id id id id id id id"),
		"2,000 fragments":          fragments(2000, "%s"),
		"1,000 fragments":          "{ id }" + repeat(1000, " fragment F%d on Query { id }"),
		"fragment cycle":           fragments(17, "a: self { %s } b: self { ...F0 }"),
		"crossed fragments":        crossed(20),
		"10,000 directives":        "{ id" + strings.Repeat(" @x", 10_000) + "}",
		"200 directives":           "{ id" + strings.Repeat(" @x", 200) + "}",
		"5,000 repeated fields":    "{" + strings.Repeat(" id", 5_000) + "}",
		"1,000 repeated fields":    "{" + strings.Repeat(" id", 998) + "}",
		"repeated in inlines":      strings.Repeat("{ ...", 19) + "{" + strings.Repeat(" id", 900) + "}" + strings.Repeat("}", 19),
		"repeated in fragments":    fragments(6, "... on Query { ... on Query { %s "+strings.Repeat("id ", 150)+"} }"),
		"repeated trees":           "{" + strings.Repeat(" self { self { self { id } } }", 240) + "}",
		"conflicting fields":       "{" + repeat(199, " a: x%d") + "}",
		"conflicting arguments":    "{" + repeat(700, " number(n: %d)") + "}",
		"many arguments":           "{ number(" + args + ") number(" + args + ") number(" + args + ") }",
		"equal objects":            "{" + strings.Repeat(" number(j:"+object+")", 70) + "}",
		"deep selections":          strings.Repeat("{ self", 10_000) + "{ id }" + strings.Repeat("}", 10_000),
		"deep list":                "{ number(j: " + strings.Repeat("[", 30_000) + strings.Repeat("]", 30_000) + ") }",
		"deep object":              "{ number(j: " + strings.Repeat("{a:", 15_000) + "1" + strings.Repeat("}", 15_000) + ") }",
		"deep type":                "query($v: " + strings.Repeat("[", 900) + "Int" + strings.Repeat("]", 900) + ") { id }",
		"long names":               "{" + repeat(30, " x%d"+strings.Repeat("a", 2_000)) + "}",
		"long unknown types":       "{ id }" + repeat(30, " fragment F%d on T"+strings.Repeat("a", 2_000)+" { id }"),
		"long string":              `{ number(n: "` + strings.Repeat(`\u00e9`, 10_000) + `") }`,
		"block string":             `{ number(n: """` + strings.Repeat("\n ", 30_000) + `""") }`,
		"comments":                 "{ id " + strings.Repeat("#\n", 30_000) + "}",
		"commas":                   "{ id " + strings.Repeat(",", 60_000) + "}",
		"256 KB of braces":         strings.Repeat("{", 256<<10),
		"256 KB of fields":         "{" + strings.Repeat("a ", 127<<10) + "}",
		"introspection fan":        "{ __schema { types {" + repeat(100, " a%d: fields { type { fields { name } } }") + " } } }",
		"introspection loop":       "{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }",
		"many operations":          repeat(10, " query Q%d { ...F }") + " fragment F on Query {" + strings.Repeat(" id", 950) + "}",
		"many variables":           "query(" + repeat(100, "$v%d: Int ") + ") {" + repeat(190, " a%d: number(n: $v99, f: $v98)") + "}",
		"unused variables":         "query(" + repeat(100, "$v%d: Int ") + ") { id }",
	}
}

// crossed is n fragments with all the fields of each other's below them.
func crossed(n int) string {
	var b strings.Builder
	b.WriteString("{" + repeat(n, " ...F%d") + "}")
	for i := range n {
		fmt.Fprintf(&b, " fragment F%d on Query { self { id %s } id id }", i, repeat(n-i-1, " ...F%d"))
	}
	return b.String()
}

// TestWorkIsLinear holds the preflight to a number of steps per byte, fragments and all.
func TestWorkIsLinear(t *testing.T) {
	limits := Standard()
	for name, query := range hostile() {
		doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, limits.Tokens)
		if err != nil {
			continue
		}
		c := count(doc)
		if c.visits > len(query) {
			t.Errorf("%s: %d steps for %d bytes", name, c.visits, len(query))
		}
		before := c.visits
		if c.reach(limits.Reach); c.visits-before > limits.Reach+1 {
			t.Errorf("%s: %d steps to find the reach", name, c.visits-before)
		}
	}
}

// TestHostile sends each document through everything before execution. Times are BenchmarkHostile's.
func TestHostile(t *testing.T) {
	for name, query := range hostile() {
		exec, _ := newExecutor(Standard())
		errs := ask(exec, query, "null")
		if len(errs) > MaxErrors {
			t.Errorf("%s: %d errors", name, len(errs))
		}
		t.Logf("%-26s %.90s", name, asked(errs))
	}
}

func FuzzDocument(f *testing.F) {
	for _, query := range hostile() {
		if len(query) < 10_000 {
			f.Add(query, `{"a":{"deep":{"revision":1}}}`)
		}
	}
	f.Add("query($a: At, $e: [Edit!]) { organs(first: 3, at: $a) { nodes { id } } }", `{"a":{"revision":1},"e":{"drop":"x"}}`)
	f.Fuzz(func(t *testing.T, query, variables string) {
		if !json.Valid([]byte(variables)) || variables == "" || variables[0] != '{' {
			return
		}
		exec, _ := newExecutor(Standard())
		if errs := ask(exec, query, variables); len(errs) > MaxErrors {
			t.Errorf("%d errors", len(errs))
		}
	})
}

func BenchmarkHostile(b *testing.B) {
	for name, query := range hostile() {
		b.Run(name, func(b *testing.B) {
			exec, _ := newExecutor(Standard())
			b.ReportAllocs()
			for b.Loop() {
				_ = ask(exec, query, "null")
			}
		})
	}
}

func BenchmarkHugeVariables(b *testing.B) {
	exec, _ := newExecutor(Standard())
	variables := `{"j":[` + strings.Repeat("0,", 120_000) + "0]}"
	for b.Loop() {
		_ = ask(exec, "query($j: JSON) { number(j: $j) }", variables)
	}
}

// BenchmarkCached is what the guard costs a request whose document is in the query cache.
func BenchmarkCached(b *testing.B) {
	exec, _ := newExecutor(Standard())
	b.ReportAllocs()
	for b.Loop() {
		if errs := ask(exec, "query($n: Int) { organs(first: $n) { totalCount nodes { id name kind } } }", `{"n":20}`); errs != nil {
			b.Fatal(errs)
		}
	}
}
