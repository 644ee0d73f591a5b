package limit

import (
	"encoding/json"
	"math"
	"reflect"
	"strconv"

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

// checkVariables checks in coerced variables what gqlparser lets through.
func (g *Guard) checkVariables(op *ast.OperationDefinition, vars map[string]any) *gov.Error {
	for _, d := range op.VariableDefinitions {
		if v, ok := vars[d.Variable]; ok {
			if err := g.checkValue(d.Type, v); err != nil {
				return err.At(d.Variable)
			}
		}
	}
	return nil
}

func (g *Guard) checkValue(t *ast.Type, v any) *gov.Error {
	if v == nil {
		return nil // gqlparser knows where null may stand
	}
	if t.Elem != nil {
		return g.checkList(t.Elem, v)
	}
	switch d := g.schema.Types[t.NamedType]; d.Kind {
	case ast.InputObject:
		return g.checkObject(d, v)
	case ast.Enum:
		if s, ok := v.(string); !ok || d.EnumValues.ForName(s) == nil {
			return wrongValue(d.Name)
		}
	case ast.Scalar:
		if !isScalar(d.Name, v) {
			return wrongValue(d.Name)
		}
	}
	return nil
}

func (g *Guard) checkList(elem *ast.Type, v any) *gov.Error {
	list := reflect.ValueOf(v)
	if list.Kind() != reflect.Slice {
		return g.checkValue(elem, v) // one value stands for a list of it
	}
	for i := range list.Len() { // of any element type: gqlparser makes a typed slice of a lone value
		if err := g.checkValue(elem, list.Index(i).Interface()); err != nil {
			return err.At(i)
		}
	}
	return nil
}

func (g *Guard) checkObject(d *ast.Definition, v any) *gov.Error {
	object, ok := v.(map[string]any)
	if !ok {
		return wrongValue(d.Name)
	}
	if isOneOf(d) && !hasOne(object) {
		return gov.Errorf(gov.CodeInvalid, "%s 必须且只能给出一个非空字段", "%s takes exactly one field, and not null", d.Name)
	}
	for _, f := range d.Fields {
		if err := g.checkValue(f.Type, object[f.Name]); err != nil {
			return err.At(f.Name)
		}
	}
	return nil
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
