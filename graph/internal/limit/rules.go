package limit

import (
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// Rules are the validation rules of one document, which together report at most MaxErrors errors.
func (g *Guard) Rules() *rules.Rules {
	left := MaxErrors
	capped := rules.NewRules()
	for name, run := range g.chosen().GetInner() {
		capped.AddRule(name, func(observers *core.Events, add core.AddErrFunc) {
			run(observers, func(options ...core.ErrorOption) {
				if left > 0 {
					left--
					add(options...)
				}
			})
		})
	}
	return capped
}

// chosen are gqlparser's rules without suggestions and ours.
func (g *Guard) chosen() *rules.Rules {
	all := rules.NewDefaultRules()
	for _, swap := range []struct{ out, in core.Rule }{
		{rules.FieldsOnCorrectTypeRule, rules.FieldsOnCorrectTypeRuleWithoutSuggestions},
		{rules.KnownArgumentNamesRule, rules.KnownArgumentNamesRuleWithoutSuggestions},
		{rules.KnownTypeNamesRule, rules.KnownTypeNamesRuleWithoutSuggestions},
		{rules.ScalarLeafsRule, rules.ScalarLeafsRuleWithoutSuggestions},
		{rules.ValuesOfCorrectTypeRule, rules.ValuesOfCorrectTypeRuleWithoutSuggestions},
		{rules.OverlappingFieldsCanBeMergedRule, fieldsCanBeMerged(g.limits.Merge, g.limits.Depth)},
	} {
		all.RemoveRule(swap.out.Name)
		all.AddRule(swap.in.Name, swap.in.RuleFunc)
	}
	for _, own := range []core.Rule{numbersFit, oneOfVariablesAreRequired, nothingIsDeferred} {
		all.AddRule(own.Name, own.RuleFunc)
	}
	return all
}

// numbersFit refuses number literals that their type cannot hold; gqlparser lets 64 bits through as Int, and gqlgen
// panics on a number it cannot parse.
var numbersFit = core.Rule{Name: "NumbersFit", RuleFunc: func(observers *core.Events, add core.AddErrFunc) {
	observers.OnValue(func(_ *core.Walker, v *ast.Value) {
		if v.Kind != ast.IntValue && v.Kind != ast.FloatValue {
			return
		}
		name := "number"
		if v.Definition != nil {
			name = v.Definition.Name
		}
		if !fits(v, name) {
			add(core.Message(`%s cannot represent %s.`, name, v.Raw), core.At(v.Position))
		}
	})
}}

func fits(v *ast.Value, name string) bool {
	bits := 64
	if name == "Int" {
		bits = 32
	}
	var err error
	if v.Kind == ast.IntValue {
		_, err = strconv.ParseInt(v.Raw, 10, bits)
	} else {
		_, err = strconv.ParseFloat(v.Raw, 64)
	}
	return err == nil
}

// oneOfVariablesAreRequired refuses a nullable variable as the one field of a @oneOf object (GraphQL, 5.8.5).
var oneOfVariablesAreRequired = core.Rule{Name: "OneOfVariablesAreRequired", RuleFunc: func(observers *core.Events, add core.AddErrFunc) {
	observers.OnValue(func(_ *core.Walker, v *ast.Value) {
		if v.Kind != ast.ObjectValue || !isOneOf(v.Definition) {
			return
		}
		for _, child := range v.Children {
			d := child.Value.VariableDefinition
			if d != nil && !d.Type.NonNull {
				add(core.Message(`Variable "$%s" must be non-nullable to be used for OneOf Input Object "%s".`,
					d.Variable, v.Definition.Name), core.At(child.Value.Position))
			}
		}
	})
}}

func isOneOf(d *ast.Definition) bool { return d != nil && d.Directives.ForName("oneOf") != nil }

// nothingIsDeferred refuses @defer, which gqlparser's prelude declares and our transports do not carry.
var nothingIsDeferred = core.Rule{Name: "NothingIsDeferred", RuleFunc: func(observers *core.Events, add core.AddErrFunc) {
	observers.OnDirective(func(_ *core.Walker, d *ast.Directive) {
		if d.Name == "defer" || d.Name == "stream" {
			add(core.Message(`Directive "@%s" is not supported.`, d.Name), core.At(d.Position))
		}
	})
}}
