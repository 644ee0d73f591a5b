package snapshot

import (
	"cmp"
	"slices"

	"tiaokuai/internal/gov"
)

// content is the nodes and edges of one part while it is being changed.
type content struct {
	nodes []gov.Node
	edges []gov.Edge
}

// parts are the contents to build anew, by township; "" is the base.
type parts struct {
	of map[string]*content
}

func newParts() parts { return parts{map[string]*content{}} }

func (p parts) get(township string) *content {
	c := p.of[township]
	if c == nil {
		c = &content{}
		p.of[township] = c
	}
	return c
}

func (p parts) addNode(township string, n gov.Node) {
	c := p.get(township)
	c.nodes = append(c.nodes, n)
}

func (p parts) addEdge(township string, e gov.Edge) {
	c := p.get(township)
	c.edges = append(c.edges, e)
}

// Apply is the county after a delta. Only the parts that the delta touches are built anew; the others are shared. It
// refuses (CONFLICT) where the county differs from a before-image, and (INVALID) a result with missing ends.
func (c *County) Apply(d gov.Delta, meta Meta) (*County, error) {
	p := newParts()
	nodes, edges, err := c.imagesOf(d)
	if err != nil {
		return nil, err
	}
	for township := range c.touched(d) {
		p.of[township] = c.remaining(township, nodes, edges)
	}
	for _, n := range d.Nodes {
		if n.After != nil {
			p.addNode(townshipOf(n.After), n.After)
		}
	}
	for _, e := range d.Edges {
		if e.After != nil {
			p.addEdge(edgeTownship(e.After, c.townshipAfter(nodes)), e.After)
		}
	}
	return assemble(p, c, meta)
}

// imagesOf indexes a delta by key and checks its before-images.
func (c *County) imagesOf(d gov.Delta) (map[string]gov.Node, map[string]bool, error) {
	nodes := make(map[string]gov.Node, len(d.Nodes))
	for _, n := range d.Nodes {
		now, _ := c.Node(n.Key())
		if !gov.Equal(now, n.Before) {
			return nil, nil, changed(n.Key())
		}
		nodes[n.Key()] = n.After
	}
	edges := make(map[string]bool, len(d.Edges))
	for _, e := range d.Edges {
		from, to := e.Edge().Ends()
		now, _ := c.Edge(e.Edge().EdgeKind(), from, to)
		if !gov.Equal(now, e.Before) {
			return nil, nil, changed(e.Key())
		}
		edges[e.Key()] = true
	}
	return nodes, edges, nil
}

func changed(key string) *gov.Error {
	return gov.Errorf(gov.CodeConflict, "%s 已被改动", "%s has been changed", key)
}

// touched are the townships ("" for the base) whose content a delta changes.
func (c *County) touched(d gov.Delta) map[string]bool {
	out := map[string]bool{}
	after := map[string]gov.Node{}
	for _, n := range d.Nodes {
		after[n.Key()] = n.After
		for _, image := range []gov.Node{n.Before, n.After} {
			if image != nil {
				out[townshipOf(image)] = true
			}
		}
	}
	for _, e := range d.Edges {
		if e.Before != nil {
			out[edgeTownship(e.Before, c.townshipOfKey)] = true
		}
		if e.After != nil {
			out[edgeTownship(e.After, c.townshipAfter(after))] = true
		}
	}
	return out
}

// townshipAfter finds a key's township once the delta's nodes are in place.
func (c *County) townshipAfter(nodes map[string]gov.Node) func(string) string {
	return func(key string) string {
		if n, ok := nodes[key]; ok {
			if n == nil {
				return ""
			}
			return townshipOf(n)
		}
		return c.townshipOfKey(key)
	}
}

// remaining is a part's content without what the delta touches.
func (c *County) remaining(township string, nodes map[string]gov.Node, edges map[string]bool) *content {
	out := &content{}
	if township == "" {
		out.nodes, out.edges = c.base.content()
	} else if i := c.blockIndex(township); i >= 0 {
		out.nodes, out.edges = c.blocks[i].content()
	}
	out.nodes = slices.DeleteFunc(out.nodes, func(n gov.Node) bool { _, ok := nodes[n.NodeKey()]; return ok })
	if len(edges) > 0 {
		out.edges = slices.DeleteFunc(out.edges, func(e gov.Edge) bool { return edges[gov.EdgeKey(e)] })
	}
	return out
}

// assemble builds the given parts anew and takes the rest from an earlier county (nil for none).
func assemble(p parts, from *County, meta Meta) (*County, error) {
	out, fresh := &County{meta: meta}, map[*block]bool{}
	var problems gov.Problems
	if c, ok := p.of[""]; ok || from == nil {
		if !ok {
			c = &content{}
		}
		if out.base, problems = buildBase(c.nodes, c.edges); out.base == nil {
			return nil, problems.Err()
		}
	} else {
		out.base = from.base
	}
	if from != nil {
		for _, b := range from.blocks {
			if p.of[b.township.Key] != nil {
				continue
			}
			if b.base != out.base {
				var more gov.Problems
				b, more = b.relink(out.base)
				problems = append(problems, more...)
			}
			out.blocks = append(out.blocks, b)
		}
	}
	for township, c := range p.of {
		if township == "" || len(c.nodes)+len(c.edges) == 0 {
			continue
		}
		b, more := buildBlock(out.base, c.nodes, c.edges)
		problems = append(problems, more...)
		if b != nil {
			fresh[b] = true
			out.blocks = append(out.blocks, b)
		}
	}
	out.County = out.base.county
	slices.SortFunc(out.blocks, compareBlocks)
	problems = append(problems, out.checkWhole(fresh, from == nil || out.base != from.base)...)
	return out, sorted(problems).Err()
}

// sorted makes the report the same in every process: parts are built in the order of a map.
func sorted(p gov.Problems) gov.Problems {
	slices.SortStableFunc(p, func(a, b *gov.Error) int { return cmp.Compare(a.Message.EN, b.Message.EN) })
	return p
}

// checkWhole checks what spans parts: a key used in two of them, and the ends of successions.
func (c *County) checkWhole(fresh map[*block]bool, freshBase bool) gov.Problems {
	var problems gov.Problems
	for _, b := range c.blocks {
		if fresh[b] || freshBase {
			problems = append(problems, c.checkKeys(b, fresh[b])...)
		}
		for _, e := range b.successions {
			problems = append(problems, c.checkSuccession(e)...)
		}
	}
	for _, e := range c.base.successions {
		problems = append(problems, c.checkSuccession(e)...)
	}
	return problems
}

// checkKeys refuses keys of a block that the base, or with all set any other block, uses too.
func (c *County) checkKeys(b *block, all bool) gov.Problems {
	var problems gov.Problems
	for key := range b.at {
		_, twice := c.base.at[key]
		for _, other := range c.blocks {
			if twice || !all {
				break
			}
			if other != b {
				_, twice = other.at[key]
			}
		}
		if twice {
			problems = append(problems, usedTwice(key))
		}
	}
	return problems
}

func (c *County) checkSuccession(e *gov.Succession) gov.Problems {
	from, _ := c.Node(e.From)
	to, ok := c.Node(e.To)
	if ok && kindSucceeded(from) == kindSucceeded(to) {
		return nil
	}
	return gov.Problems{dangling(e)}
}

// kindSucceeded is the kind of a living node, or what a former was.
func kindSucceeded(n gov.Node) gov.NodeKind {
	if f, ok := n.(*gov.Former); ok {
		return f.Of
	}
	return n.NodeKind()
}

func usedTwice(key string) *gov.Error {
	return gov.Errorf(gov.CodeInvalid, "编号 %s 重复", "key %s is used twice", key).At(key)
}
