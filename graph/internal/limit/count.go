package limit

import (
	"github.com/vektah/gqlparser/v2/ast"

	"tiaokuai/internal/gov"
)

// counts are what a document holds, each node counted once.
type counts struct {
	doc                        *ast.QueryDocument
	byName                     map[string]*ast.FragmentDefinition
	measured                   map[*ast.FragmentDefinition]int // depth of a fragment; 0 while it is being measured
	depth, nesting, selections int
	spreads, aliases           int
	directives, variables      int
	visits                     int // steps taken; the proof that the work is linear
}

// count measures a parsed document.
func count(doc *ast.QueryDocument) *counts {
	c := &counts{doc: doc, byName: map[string]*ast.FragmentDefinition{}, measured: map[*ast.FragmentDefinition]int{}}
	for _, f := range doc.Fragments {
		if c.byName[f.Name] == nil {
			c.byName[f.Name] = f
		}
	}
	for _, op := range doc.Operations {
		c.variables += len(op.VariableDefinitions)
		for _, v := range op.VariableDefinitions {
			c.value(v.DefaultValue, 0)
			c.marks(v.Directives)
		}
		c.marks(op.Directives)
		c.depth = max(c.depth, c.set(op.SelectionSet))
	}
	for _, f := range doc.Fragments {
		c.depth = max(c.depth, c.fragment(f))
	}
	return c
}

// set counts a selection set and gives its depth.
func (c *counts) set(set ast.SelectionSet) int {
	deepest := 0
	for _, selection := range set {
		c.visits++
		c.selections++
		switch s := selection.(type) {
		case *ast.Field:
			if s.Alias != s.Name {
				c.aliases++
			}
			c.arguments(s.Arguments)
			c.marks(s.Directives)
			deepest = max(deepest, 1+c.set(s.SelectionSet))
		case *ast.InlineFragment:
			c.marks(s.Directives)
			deepest = max(deepest, 1+c.set(s.SelectionSet))
		case *ast.FragmentSpread:
			c.spreads++
			c.marks(s.Directives)
			if f := c.byName[s.Name]; f != nil {
				deepest = max(deepest, c.fragment(f))
			}
		}
	}
	return deepest
}

// fragment measures a fragment once; a cycle, which validation refuses, ends where it began.
func (c *counts) fragment(f *ast.FragmentDefinition) int {
	depth, known := c.measured[f]
	if !known {
		c.visits++
		c.measured[f] = 0
		c.marks(f.Directives)
		depth = c.set(f.SelectionSet)
		c.measured[f] = depth
	}
	return depth
}

func (c *counts) marks(directives ast.DirectiveList) {
	c.directives += len(directives)
	for _, d := range directives {
		c.visits++
		c.arguments(d.Arguments)
	}
}

func (c *counts) arguments(arguments ast.ArgumentList) {
	for _, a := range arguments {
		c.value(a.Value, 0)
	}
}

func (c *counts) value(v *ast.Value, level int) {
	if v == nil {
		return
	}
	c.visits++
	if v.Kind == ast.ListValue || v.Kind == ast.ObjectValue {
		level++
		c.nesting = max(c.nesting, level)
	}
	for _, child := range v.Children {
		c.value(child.Value, level)
	}
}

// reach is how many selections are met when every operation and every fragment is walked with all it spreads.
// It stops once it is over the limit.
func (c *counts) reach(limit int) int {
	total := 0
	for _, op := range c.doc.Operations {
		total = c.walk(op.SelectionSet, map[string]bool{}, total, limit)
	}
	for _, f := range c.doc.Fragments {
		total = c.walk(f.SelectionSet, map[string]bool{}, total, limit)
	}
	return total
}

func (c *counts) walk(set ast.SelectionSet, seen map[string]bool, total, limit int) int {
	for _, selection := range set {
		if total > limit {
			return total
		}
		total++
		c.visits++
		switch s := selection.(type) {
		case *ast.Field:
			total = c.walk(s.SelectionSet, seen, total, limit)
		case *ast.InlineFragment:
			total = c.walk(s.SelectionSet, seen, total, limit)
		case *ast.FragmentSpread:
			if f := c.byName[s.Name]; f != nil && !seen[s.Name] {
				seen[s.Name] = true
				total = c.walk(f.SelectionSet, seen, total, limit)
			}
		}
	}
	return total
}

// exceeded is the refusal for the first limit that a document breaks, or nil.
func (c *counts) exceeded(l Limits) *gov.Error {
	for _, x := range []struct {
		got, most int
		zh, en    string
	}{
		{c.depth, l.Depth, "查询嵌套层数", "selection depth"},
		{c.nesting, l.Nesting, "字面量嵌套层数", "depth of list and object literals"},
		{len(c.doc.Operations), l.Operations, "操作数", "number of operations"},
		{len(c.doc.Fragments), l.Fragments, "片段数", "number of fragments"},
		{c.selections, l.Selections, "字段与片段引用数", "number of selections"},
		{c.spreads, l.Spreads, "片段引用数", "number of fragment spreads"},
		{c.aliases, l.Aliases, "别名数", "number of aliases"},
		{c.directives, l.Directives, "指令数", "number of directives"},
		{c.variables, l.Variables, "变量数", "number of variables"},
	} {
		if x.got > x.most {
			return tooComplex(x.zh, x.en, x.most)
		}
	}
	if c.reach(l.Reach) > l.Reach {
		return tooComplex("片段展开后的字段数", "number of selections with fragments expanded", l.Reach)
	}
	return nil
}

func tooComplex(zh, en string, most int) *gov.Error {
	return gov.Errorf(gov.CodeTooComplex, "查询过大：%[1]s超过 %[3]d", "the request is too complex: %[2]s over %[3]d", zh, en, most).
		Advise("请拆成几个较小的查询", "split it into smaller requests")
}
