package limit

import (
	"encoding/json"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"tiaokuai/internal/gov"
)

// variables refuses variables that hold too much, before anything else looks at them.
func (l Limits) variables(vars map[string]any) *gov.Error {
	left := l.Values
	switch {
	case len(vars) == 0 || measure(vars, &left, l.Levels+1):
		return nil
	case left < 0:
		return tooComplex("变量中的值数", "number of values in variables", l.Values)
	}
	return tooComplex("变量嵌套层数", "depth of variables", l.Levels)
}

// measure says whether a value and all in it are no more than left, in no more than levels of lists and objects.
func measure(v any, left *int, levels int) bool {
	if *left--; *left < 0 {
		return false
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if levels == 0 || !measure(e, left, levels-1) {
				return false
			}
		}
		return levels > 0
	case map[string]any:
		for _, e := range v {
			if levels == 0 || !measure(e, left, levels-1) {
				return false
			}
		}
		return levels > 0
	}
	return true
}

// mostProblems bounds how many wrong values are looked for, which is far more than are shown.
const mostProblems = 1_000

// checkVariables finds everything that is wrong with the variables of an operation, each with its place, where gqlparser
// would stop at the first and lets much through. What the document itself has wrong is left to its validation.
func (g *Guard) checkVariables(op *ast.OperationDefinition, vars map[string]any) gov.Problems {
	var p gov.Problems
	for _, d := range op.VariableDefinitions {
		v, given := vars[d.Variable]
		switch {
		case !g.takes(d.Type):
		case given:
			p = append(p, g.checkValue(d.Type, v).At(d.Variable)...)
		case d.Type.NonNull && d.DefaultValue == nil:
			p = append(p, missing().At(d.Variable))
		}
	}
	return p[:min(len(p), mostProblems)]
}

// takes says whether a type of the document is an input type of the schema.
func (g *Guard) takes(t *ast.Type) bool {
	d := g.schema.Types[t.Name()]
	return d != nil && d.IsInputType()
}

func (g *Guard) checkValue(t *ast.Type, v any) gov.Problems {
	if v == nil {
		if t.NonNull {
			return gov.Problems{gov.Errorf(gov.CodeInvalid, "不能为空值 null", "must not be null")}
		}
		return nil
	}
	if t.Elem != nil {
		return g.checkList(t.Elem, v)
	}
	switch d := g.schema.Types[t.NamedType]; d.Kind {
	case ast.InputObject:
		return g.checkObject(d, v)
	case ast.Enum:
		if s, ok := v.(string); !ok || d.EnumValues.ForName(s) == nil {
			return gov.Problems{wrongValue(d.Name).Advise("可用的值：%s", "the values are %s", names(d.EnumValues))}
		}
	case ast.Scalar:
		if !isScalar(d.Name, v) {
			return gov.Problems{wrongValue(d.Name)}
		}
	}
	return nil
}

func (g *Guard) checkList(elem *ast.Type, v any) gov.Problems {
	list, ok := v.([]any)
	if !ok {
		return g.checkValue(elem, v) // one value stands for a list of it
	}
	var p gov.Problems
	for i, one := range list {
		if p = append(p, g.checkValue(elem, one).At(i)...); len(p) >= mostProblems {
			break
		}
	}
	return p
}

func (g *Guard) checkObject(d *ast.Definition, v any) gov.Problems {
	object, ok := v.(map[string]any)
	if !ok {
		return gov.Problems{wrongValue(d.Name)}
	}
	if isOneOf(d) && !hasOne(object) {
		return gov.Problems{gov.Errorf(gov.CodeInvalid, "%s 必须且只能给出一个非空字段", "%s takes exactly one field, and not null", d.Name)}
	}
	var p gov.Problems
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if name != "__typename" && d.Fields.ForName(name) == nil {
			p = append(p, gov.Errorf(gov.CodeInvalid, "%s 没有这个字段", "%s has no such field", d.Name).At(name))
		}
	}
	for _, f := range d.Fields {
		inner, given := object[f.Name]
		switch {
		case given:
			p = append(p, g.checkValue(f.Type, inner).At(f.Name)...)
		case f.Type.NonNull && f.DefaultValue == nil:
			p = append(p, missing().At(f.Name))
		}
	}
	return p
}

func missing() *gov.Error { return gov.Errorf(gov.CodeInvalid, "必须给出", "must be given") }

func names(values ast.EnumValueList) string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = v.Name
	}
	return strings.Join(out, ", ")
}

func hasOne(object map[string]any) bool {
	for _, v := range object {
		return len(object) == 1 && v != nil
	}
	return false
}

// isScalar is strict where gqlparser takes a JSON string for a number, a number for a string, and 64 bits for an Int.
func isScalar(name string, v any) bool {
	switch name {
	case "Int":
		n, ok := number(v)
		return ok && n == math.Trunc(n) && n >= math.MinInt32 && n <= math.MaxInt32
	case "Float":
		_, ok := number(v)
		return ok
	case "String":
		_, ok := v.(string)
		return ok
	case "Boolean":
		_, ok := v.(bool)
		return ok
	case "ID":
		n, whole := number(v)
		_, text := v.(string)
		return text || whole && n == math.Trunc(n) && math.Abs(n) < 1<<53
	}
	return true
}

// number is a JSON number, however it was decoded; ok is false for anything else and for one too large for a float.
func number(v any) (n float64, ok bool) {
	switch v := v.(type) {
	case int64:
		return float64(v), true
	case float64:
		return v, true
	case json.Number:
		n, err := strconv.ParseFloat(v.String(), 64)
		return n, err == nil
	}
	return 0, false
}

func wrongValue(typeName string) *gov.Error {
	return gov.Errorf(gov.CodeInvalid, "不是有效的 %s", "not a valid %s", typeName)
}
