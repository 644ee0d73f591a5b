package limit

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator/core"
)

// merger checks that fields with one response name can be merged (GraphQL, 5.3.2).
//
// gqlparser compares every pair and follows fragments again for each, so 5,000 equal fields take a second. Here all
// fields that meet under one response name are gathered and each is compared with the first: once, among those whose
// parents may be the same object, for field and arguments, and once, among all, for the shape of their answers. Both relations are
// transitive, so the verdict is the same. Gathering follows the shape of the answer, which fragments can make
// exponential; it stops at a number of steps. It also stops below the depth that any document may have, which only a
// fragment cycle reaches, and that is another rule's to report.
type merger struct {
	steps    int
	levels   int // that may still follow
	add      core.AddErrFunc
	schema   *ast.Schema
	compared map[[2]*ast.Field]bool // whether two fields have the same arguments
}

// fieldsCanBeMerged is the rule, limited to a number of steps for a document and to a depth.
func fieldsCanBeMerged(steps, depth int) core.Rule {
	return core.Rule{Name: "FieldsCanBeMerged", RuleFunc: func(observers *core.Events, add core.AddErrFunc) {
		m := &merger{steps: steps, levels: depth, add: add, compared: map[[2]*ast.Field]bool{}}
		// The walker has set the types of everything below an operation when it reports the operation.
		observers.OnOperation(func(w *core.Walker, op *ast.OperationDefinition) {
			m.schema = w.Schema
			sets := []ast.SelectionSet{op.SelectionSet}
			m.each(sets, m.sameField)
			m.each(sets, m.sameShape)
			if m.steps < 0 {
				add(func(err *gqlerror.Error) {
					err.Err = tooComplex("查询结果的字段数", "number of fields in the shape of the answer", steps)
					err.Message = err.Err.Error()
				})
			}
		})
	}}
}

// each gathers the fields of some selection sets that become one, and gives the fields of each response name.
func (m *merger) each(sets []ast.SelectionSet, check func([]*ast.Field)) {
	var names []string
	fields := map[string][]*ast.Field{}
	seen := map[string]bool{}
	var gather func(ast.SelectionSet)
	gather = func(set ast.SelectionSet) {
		for _, selection := range set {
			if m.steps--; m.steps < 0 {
				return
			}
			switch s := selection.(type) {
			case *ast.Field:
				if s.Definition == nil || s.ObjectDefinition == nil {
					continue // another rule reports it
				}
				if fields[s.Alias] == nil {
					names = append(names, s.Alias)
				}
				fields[s.Alias] = append(fields[s.Alias], s)
			case *ast.InlineFragment:
				gather(s.SelectionSet)
			case *ast.FragmentSpread:
				if s.Definition != nil && !seen[s.Name] {
					seen[s.Name] = true
					gather(s.Definition.SelectionSet)
				}
			}
		}
	}
	for _, set := range sets {
		gather(set)
	}
	for _, name := range names {
		if m.steps >= 0 {
			check(fields[name])
		}
	}
}

// below checks the merged selection sets of some fields.
func (m *merger) below(fields []*ast.Field, check func([]*ast.Field)) {
	var sets []ast.SelectionSet
	for _, f := range fields {
		if len(f.SelectionSet) > 0 {
			sets = append(sets, f.SelectionSet)
		}
	}
	if len(sets) == 0 || m.levels == 0 {
		return
	}
	m.levels--
	m.each(sets, check)
	m.levels++
}

// sameShape checks that the answers of fields have one shape, whatever objects they are read from.
func (m *merger) sameShape(fields []*ast.Field) {
	first := fields[0]
	for _, f := range fields[1:] {
		if !m.alike(first.Definition.Type, f.Definition.Type) {
			m.conflict(first, f, "they return conflicting types")
			return
		}
	}
	m.below(fields, m.sameShape)
}

// alike says whether two types have the same wrappers, and the same leaf if either is a leaf.
func (m *merger) alike(a, b *ast.Type) bool {
	if a.NonNull != b.NonNull || (a.Elem == nil) != (b.Elem == nil) {
		return false
	}
	if a.Elem != nil {
		return m.alike(a.Elem, b.Elem)
	}
	x, y := m.schema.Types[a.NamedType], m.schema.Types[b.NamedType]
	return !x.IsLeafType() && !y.IsLeafType() || x.Name == y.Name
}

// sameField checks that fields that may be read from one object are the same field with the same arguments.
func (m *merger) sameField(fields []*ast.Field) {
	for _, class := range classes(fields) {
		if m.steps -= len(class); m.steps < 0 {
			return
		}
		if m.identical(class) {
			m.below(class, m.sameField)
		}
	}
}

func (m *merger) identical(fields []*ast.Field) bool {
	first := fields[0]
	for _, f := range fields[1:] {
		switch {
		case f.Name != first.Name:
			m.conflict(first, f, "they are different fields")
			return false
		case !m.sameArguments(first, f):
			m.conflict(first, f, "they have differing arguments")
			return false
		}
	}
	return true
}

// classes are the fields that may be read from one object: for each object type its own and those of interfaces and
// unions, which may be any object.
func classes(fields []*ast.Field) [][]*ast.Field {
	var types []string
	own := map[string][]*ast.Field{}
	var abstract []*ast.Field
	for _, f := range fields {
		name := f.ObjectDefinition.Name
		switch {
		case f.ObjectDefinition.Kind != ast.Object:
			abstract = append(abstract, f)
		case own[name] == nil:
			types = append(types, name)
			fallthrough
		default:
			own[name] = append(own[name], f)
		}
	}
	if len(types) == 0 {
		return [][]*ast.Field{abstract}
	}
	all := make([][]*ast.Field, len(types))
	for i, name := range types {
		all[i] = slices.Concat(abstract, own[name])
	}
	return all
}

func (m *merger) conflict(a, b *ast.Field, why string) {
	m.add(core.Message(`Fields "%s" conflict because %s. Use different aliases on the fields to fetch both if this was intentional.`,
		a.Alias, why), core.At(a.Position), core.At(b.Position))
}

func (m *merger) sameArguments(a, b *ast.Field) bool {
	pair := [2]*ast.Field{a, b}
	same, known := m.compared[pair]
	if !known {
		same = len(a.Arguments) == len(b.Arguments) && !slices.ContainsFunc(a.Arguments, func(x *ast.Argument) bool {
			y := b.Arguments.ForName(x.Name)
			return y == nil || !sameValue(x.Value, y.Value)
		})
		m.compared[pair] = same
	}
	return same
}

// sameValue compares literals; the order of an object's fields does not matter.
func sameValue(a, b *ast.Value) bool {
	if a.Kind != b.Kind || a.Raw != b.Raw || len(a.Children) != len(b.Children) {
		return false
	}
	x, y := a.Children, b.Children
	if a.Kind == ast.ObjectValue {
		byName := func(a, b *ast.ChildValue) int { return strings.Compare(a.Name, b.Name) }
		x, y = slices.SortedStableFunc(slices.Values(x), byName), slices.SortedStableFunc(slices.Values(y), byName)
	}
	return slices.EqualFunc(x, y, func(a, b *ast.ChildValue) bool { return a.Name == b.Name && sameValue(a.Value, b.Value) })
}
