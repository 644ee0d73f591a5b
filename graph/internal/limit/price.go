package limit

import (
	"math"
	"reflect"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tiaokuai/internal/gov"
)

// pricer counts the values that an answer may hold.
type pricer struct {
	limits    Limits
	census    map[string]float64
	variables map[string]any
	known     map[*ast.FragmentDefinition]price
	refusal   *gqlerror.Error // the first page size that is too large
	visits    int
}

// price is fixed + rows × page, where page is the page size of the connection that the selections stand in. Keeping the
// two apart lets a fragment be priced once for all the connections that spread it.
type price struct{ fixed, rows float64 }

func (g *Guard) checkPrice(op *graphql.OperationContext) *gqlerror.Error {
	p := &pricer{
		limits: g.limits, census: g.census, variables: op.Variables,
		known: map[*ast.FragmentDefinition]price{},
	}
	total := p.set(op.Operation.SelectionSet).fixed
	if p.refusal != nil {
		return p.refusal
	}
	if total > g.limits.Price {
		return gqlerror.Wrap(gov.Errorf(gov.CodeTooComplex,
			"查询结果可能超过 %.0f 个值", "the answer could hold more than %.0f values", g.limits.Price).
			Advise("请用 first 取较小的页，或少取几层", "take smaller pages with first, or fewer levels"))
	}
	return nil
}

func (p *pricer) set(set ast.SelectionSet) price {
	var sum price
	for _, selection := range set {
		p.visits++
		var one price
		switch s := selection.(type) {
		case *ast.Field:
			one = p.field(s)
		case *ast.InlineFragment:
			one = p.set(s.SelectionSet)
		case *ast.FragmentSpread:
			one = p.fragment(s.Definition)
		}
		sum.fixed += one.fixed
		sum.rows += one.rows
	}
	return sum
}

func (p *pricer) fragment(f *ast.FragmentDefinition) price {
	one, ok := p.known[f]
	if !ok {
		one = p.set(f.SelectionSet)
		p.known[f] = one
	}
	return one
}

// field prices a field: itself, its own work, and what it holds as often as it repeats.
func (p *pricer) field(f *ast.Field) price {
	inner := p.set(f.SelectionSet)
	own := 1 + p.limits.Weights[f.ObjectDefinition.Name+"."+f.Name]
	page, paged := p.page(f)
	held := inner.fixed + inner.rows*page
	list := f.Definition.Type.Elem != nil
	switch {
	case list && isConnection(f.ObjectDefinition) && (f.Name == "edges" || f.Name == "nodes"):
		return price{own, held}
	case list && paged:
		held *= page
	case p.census[f.ObjectDefinition.Name+"."+f.Name] > 0:
		held *= p.census[f.ObjectDefinition.Name+"."+f.Name]
	case list:
		held *= p.length(f)
	}
	return price{fixed: own + held}
}

func isConnection(d *ast.Definition) bool {
	const suffix = "Connection"
	return len(d.Name) > len(suffix) && d.Name[len(d.Name)-len(suffix):] == suffix
}

// page is the page size that a field asks for; paged is false where it takes neither first nor last.
func (p *pricer) page(f *ast.Field) (size float64, paged bool) {
	size = -1
	for _, name := range []string{"first", "last"} {
		def := f.Definition.Arguments.ForName(name)
		if def == nil || def.Type.Name() != "Int" {
			continue
		}
		paged = true
		if n, ok := p.integer(f, name, def); ok {
			size = max(size, n)
		}
	}
	if size < 0 {
		size = float64(p.limits.Default)
	}
	return max(size, 1), paged
}

// integer is the value of an argument; ok is false for none or null. A value over the page limit is noted.
func (p *pricer) integer(f *ast.Field, name string, def *ast.ArgumentDefinition) (n float64, ok bool) {
	value := def.DefaultValue
	position := f.Position
	if a := f.Arguments.ForName(name); a != nil {
		value, position = a.Value, a.Position
	}
	v, err := value.Value(p.variables)
	if err != nil {
		return 0, false
	}
	if n, ok = number(v); ok && n > float64(p.limits.Page) && p.refusal == nil {
		p.refusal = gqlerror.WrapPos(position, gov.Errorf(gov.CodeInvalid,
			"%s 不能超过 %d", "%s must not be over %d", name, p.limits.Page).At(name))
	}
	return n, ok
}

// length is how often a plain list is assumed to repeat.
func (p *pricer) length(f *ast.Field) float64 {
	longest := p.limits.List
	for _, a := range f.Arguments {
		def := f.Definition.Arguments.ForName(a.Name)
		if def.Type.Elem == nil {
			continue
		}
		if v, err := a.Value.Value(p.variables); err == nil {
			if list := reflect.ValueOf(v); list.Kind() == reflect.Slice {
				longest = max(longest, list.Len())
			}
		}
	}
	return float64(longest)
}

// takeCensus is the mean length, rounded up, of the lists that introspection answers with. An ofType counts half, since
// every query asks for more of them than any type has wrappers.
func takeCensus(schema *ast.Schema) map[string]float64 {
	var fields, inputs, args, enums, interfaces, possible int
	for _, d := range schema.Types {
		enums += len(d.EnumValues)
		interfaces += len(d.Interfaces)
		possible += len(schema.PossibleTypes[d.Name])
		if d.Kind == ast.InputObject {
			inputs += len(d.Fields)
			continue
		}
		fields += len(d.Fields)
		for _, f := range d.Fields {
			args += len(f.Arguments)
		}
	}
	types := len(schema.Types)
	mean := func(sum, of int) float64 { return max(math.Ceil(float64(sum)/float64(max(of, 1))), 1) }
	return map[string]float64{
		"__Schema.types":       float64(types),
		"__Schema.directives":  mean(len(schema.Directives), 1),
		"__Type.fields":        mean(fields, types),
		"__Type.inputFields":   mean(inputs, types),
		"__Type.enumValues":    mean(enums, types),
		"__Type.interfaces":    mean(interfaces, types),
		"__Type.possibleTypes": mean(possible, types),
		"__Type.ofType":        0.5,
		"__Field.args":         mean(args, fields),
		"__Directive.args":     2,
	}
}
