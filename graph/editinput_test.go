package graph_test

import (
	"encoding/json"
	goast "go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
)

// TestEditInput holds EditInput and all it reaches to the Go types of the edits: every kind, every field, every code.
func TestEditInput(t *testing.T) {
	text, err := os.ReadFile("../schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	m := matcher{t, gqlparser.MustLoadSchema(&ast.Source{Input: string(text)}), codes(t), map[string]bool{}}
	input := m.schema.Types["EditInput"]
	if input.Directives.ForName("oneOf") == nil {
		t.Error("EditInput is not @oneOf")
	}
	var want, got []string
	for _, record := range change.Catalogue() {
		want = append(want, record.Name)
		if f := input.Fields.ForName(record.Name); f != nil {
			m.object(m.schema.Types[f.Type.Name()], editType(t, record.Name), record.Name)
		}
	}
	for _, f := range input.Fields {
		got = append(got, f.Name)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("kinds of edit, in the order of the registry (-change +EditInput)\n%s", diff)
	}
	asked := map[string]bool{"EditInput": true}
	for _, root := range []*ast.Definition{m.schema.Query, m.schema.Mutation, m.schema.Types["County"]} {
		for _, f := range root.Fields {
			for _, a := range f.Arguments {
				reach(m.schema, a.Type.Name(), asked)
			}
		}
	}
	for _, d := range m.schema.Types {
		if d.Kind == ast.InputObject && !m.seen[d.Name] && !asked[d.Name] {
			t.Errorf("nothing uses %s", d.Name)
		}
	}
}

// reach notes an input and all that its fields lead to, but for edits.
func reach(schema *ast.Schema, name string, reached map[string]bool) {
	if reached[name] {
		return
	}
	reached[name] = true
	for _, f := range schema.Types[name].Fields {
		reach(schema, f.Type.Name(), reached)
	}
}

// editType is the struct whose fields are an edit's JSON: the node itself for createOrgan, key and set for updateOrgan.
func editType(t *testing.T, name string) reflect.Type {
	e, ok := change.New(name)
	if !ok {
		t.Fatal(name)
	}
	is := reflect.TypeOf(e).Elem()
	if strings.HasPrefix(name, "create") {
		return is.Field(0).Type
	}
	return is
}

// matcher compares input types with Go types.
type matcher struct {
	*testing.T
	schema *ast.Schema
	codes  map[string][]string // of each string type of gov
	seen   map[string]bool
}

func (m matcher) object(d *ast.Definition, is reflect.Type, edit string) {
	m.seen[d.Name] = true
	if d.Kind != ast.InputObject {
		m.Errorf("%s: %s is no input", edit, d.Name)
		return
	}
	fields := jsonFields(is)
	var names []string
	for _, f := range d.Fields {
		names = append(names, f.Name)
		if g, ok := fields[f.Name]; ok {
			m.field(d.Name+"."+f.Name, f.Type, g, edit)
		}
	}
	slices.Sort(names)
	if diff := cmp.Diff(slices.Sorted(maps.Keys(fields)), names); diff != "" {
		m.Errorf("%s: fields of %s (-Go's JSON +input)\n%s", edit, d.Name, diff)
	}
}

func (m matcher) field(place string, t *ast.Type, is reflect.Type, edit string) {
	switch is {
	case reflect.TypeFor[json.RawMessage](): // the one there is: the set of an update
		m.object(m.schema.Types[t.Name()], editType(m.T, "create"+strings.TrimPrefix(edit, "update")), edit)
		return
	case reflect.TypeFor[gov.Delta]():
		m.name(place, t, "JSON")
		return
	}
	if (is.Kind() == reflect.Slice) != (t.Elem != nil) {
		m.Errorf("%s: %s for %s", place, t, is)
		return
	}
	switch is.Kind() {
	case reflect.Slice:
		if !t.Elem.NonNull {
			m.Errorf("%s: %s may hold null", place, t)
		}
		m.field(place, t.Elem, is.Elem(), edit)
	case reflect.Pointer:
		m.field(place, t, is.Elem(), edit)
	case reflect.Struct:
		m.object(m.schema.Types[t.Name()], is, edit)
	case reflect.Bool:
		m.name(place, t, "Boolean")
	case reflect.Int:
		m.name(place, t, "Int")
	case reflect.Int64:
		m.wide(place, t, is)
	case reflect.String:
		m.text(place, t, is)
	default:
		m.Errorf("%s: no type for %s", place, is)
	}
}

// wide is a number of 64 bits. Weights end below 2³¹ millionths and revisions are few; figures need a Float.
func (m matcher) wide(place string, t *ast.Type, is reflect.Type) {
	if is == reflect.TypeFor[gov.Micro]() || strings.HasSuffix(place, ".of") {
		m.name(place, t, "Int")
		return
	}
	m.name(place, t, "Float")
}

func (m matcher) text(place string, t *ast.Type, is reflect.Type) {
	codes := m.codes[is.Name()]
	if is.Name() == "string" || is == reflect.TypeFor[gov.Date]() {
		m.name(place, t, "String")
		return
	}
	d := m.schema.Types[t.Name()]
	if d.Kind != ast.Enum {
		m.Errorf("%s: %s for %s", place, t, is)
		return
	}
	var values []string
	for _, v := range d.EnumValues {
		values = append(values, v.Name)
	}
	slices.Sort(values)
	if diff := cmp.Diff(codes, values); diff != "" {
		m.Errorf("%s: values of %s (-gov +enum)\n%s", place, d.Name, diff)
	}
}

func (m matcher) name(place string, t *ast.Type, want string) {
	if t.Elem != nil || t.NamedType != want {
		m.Errorf("%s: %s, want %s", place, t, want)
	}
}

// jsonFields are the fields of a struct by their JSON names, those of embedded structs among them.
func jsonFields(t reflect.Type) map[string]reflect.Type {
	out := map[string]reflect.Type{}
	for f := range t.Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && name == "":
			maps.Copy(out, jsonFields(f.Type))
		case f.IsExported():
			out[name] = f.Type
		}
	}
	return out
}

// codes are the constants of each string type of gov, sorted.
func codes(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	files, err := filepath.Glob("../internal/gov/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no sources", err)
	}
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range parsed.Decls {
			constants(d, out)
		}
	}
	for _, values := range out {
		slices.Sort(values)
	}
	return out
}

func constants(d goast.Decl, out map[string][]string) {
	g, ok := d.(*goast.GenDecl)
	if !ok || g.Tok != token.CONST {
		return
	}
	for _, s := range g.Specs {
		v := s.(*goast.ValueSpec)
		is, named := v.Type.(*goast.Ident)
		if !named {
			continue
		}
		for _, x := range v.Values {
			if lit, ok := x.(*goast.BasicLit); ok && lit.Kind == token.STRING {
				text, _ := strconv.Unquote(lit.Value)
				out[is.Name] = append(out[is.Name], text)
			}
		}
	}
}
