package change

import (
	"slices"

	"tiaokuai/internal/gov"
)

// Restore puts every node and edge of a delta into its after-image; with an inverted delta it is the inverse of the
// commit that the delta came from. It is valid exactly where everything still equals its before-image and nothing made
// since hangs on what goes. Without Of it records what no other edit can say: an older state with its formers, or what
// was changed directly in Neo4j.
type Restore struct {
	Delta gov.Delta `json:"delta"`
	Of    int64     `json:"of,omitempty"` // the revision taken back
}

// Apply refuses (CONFLICT) each node and edge that has changed since, and what would be left hanging.
func (e *Restore) Apply(d *Draft) gov.Problems {
	nodes, edges := map[string]gov.Node{}, map[string]bool{}
	for _, c := range e.Delta.Nodes {
		nodes[c.Key()] = c.After
	}
	for _, c := range e.Delta.Edges {
		edges[c.Key()] = true
	}
	var p gov.Problems
	for i, c := range e.Delta.Nodes {
		p = append(p, checkNodeChange(d, c, nodes, edges).At("delta", "nodes", i)...)
	}
	after := func(key string) gov.Node {
		if n, ok := nodes[key]; ok {
			return n
		}
		return d.Node(key)
	}
	for i, c := range e.Delta.Edges {
		p = append(p, checkEdgeChange(d, c, after).At("delta", "edges", i)...)
	}
	if len(p) == 0 {
		p = append(checkCited(e.Delta, after), checkCiting(d, nodes, edges)...)
	}
	if len(p) == 0 {
		e.write(d)
	}
	return p
}

func checkNodeChange(d *Draft, c gov.NodeChange, nodes map[string]gov.Node, edges map[string]bool) gov.Problems {
	if !gov.Equal(d.Node(c.Key()), c.Before) {
		return gov.Problems{changedSince(d.Name(c.Key()))}
	}
	if c.After != nil {
		return c.After.Check()
	}
	for _, e := range d.EdgesOf(c.Key()) {
		if !edges[gov.EdgeKey(e)] {
			from, to := e.Ends()
			return gov.Problems{hangsOn(d.Name(from)+" → "+d.Name(to), d.Name(c.Key()))}
		}
	}
	for _, n := range members(d, c.Before) {
		if _, touched := nodes[n.NodeKey()]; !touched {
			return gov.Problems{hangsOn(n.NodeName(), d.Name(c.Key()))}
		}
	}
	return nil
}

// members are the nodes that belong to a township or department.
func members(d *Draft, of gov.Node) []gov.Node {
	var out []gov.Node
	switch of.(type) {
	case *gov.Township, *gov.Department:
		for _, n := range Nodes[gov.Node](d) {
			f, former := n.(*gov.Former)
			if parentOf(n) == of.NodeKey() || former && f.Township == of.NodeKey() {
				out = append(out, n)
			}
		}
	}
	return out
}

func checkEdgeChange(d *Draft, c gov.EdgeChange, after func(string) gov.Node) gov.Problems {
	from, to := c.Edge().Ends()
	if !gov.Equal(d.Edge(c.Edge().EdgeKind(), from, to), c.Before) {
		return gov.Problems{changedSince(d.Name(from) + " → " + d.Name(to))}
	}
	if c.After == nil {
		return nil
	}
	p := c.After.Check()
	for _, key := range []string{from, to} {
		if after(key) == nil {
			p = append(p, gov.Errorf(gov.CodeConflict, "%s 已不存在，不能恢复与它的关系", "%s is gone, so a relation with it can't be restored", key))
		}
	}
	return p
}

// checkCited refuses after-images whose attributes hold a key that leads to nothing now, unless it did so before.
func checkCited(delta gov.Delta, after func(string) gov.Node) gov.Problems {
	var p gov.Problems
	lost := func(had, has []reference, name string, path ...any) {
		for _, r := range has {
			if !r.leadsTo(after(r.key)) && !slices.ContainsFunc(had, func(h reference) bool { return h.key == r.key }) {
				p = append(p, gov.Errorf(gov.CodeConflict, "%s 引用的 %q 已不存在，不能恢复", "%s cites %q, which is gone, so it can't be restored", name, r.key).At(path...))
			}
		}
	}
	for i, c := range delta.Nodes {
		if c.After != nil {
			lost(citedBy(c.Before), referencesOf(c.After), c.After.NodeName(), "delta", "nodes", i)
		}
	}
	for i, c := range delta.Edges {
		if c.After == nil {
			continue
		}
		var had []reference
		if c.Before != nil {
			had = referencesOfEdge(c.Before)
		}
		lost(had, referencesOfEdge(c.After), c.Key(), "delta", "edges", i)
	}
	return p
}

func citedBy(n gov.Node) []reference {
	if n == nil {
		return nil
	}
	return referencesOf(n)
}

// checkCiting refuses to take away what something that stays holds in an attribute.
func checkCiting(d *Draft, nodes map[string]gov.Node, edges map[string]bool) gov.Problems {
	var p gov.Problems
	gone := func(refs []reference, what string) {
		for _, r := range refs {
			if after, touched := nodes[r.key]; touched && d.Node(r.key) != nil && !r.leadsTo(after) {
				p = append(p, hangsOn(what, d.Name(r.key)))
			}
		}
	}
	for _, n := range Nodes[gov.Node](d) {
		if _, touched := nodes[n.NodeKey()]; !touched {
			gone(referencesOf(n), n.NodeName())
		}
	}
	for _, e := range Edges[gov.Edge](d) {
		if !edges[gov.EdgeKey(e)] {
			from, to := e.Ends()
			gone(referencesOfEdge(e), d.Name(from)+" → "+d.Name(to))
		}
	}
	return p
}

func (e *Restore) write(d *Draft) {
	for _, c := range e.Delta.Edges {
		if c.After == nil {
			d.DropEdge(c.Before)
		} else {
			d.PutEdge(c.After)
		}
	}
	for _, c := range e.Delta.Nodes {
		if c.After == nil {
			d.nodes[c.Key()] = nil // its edges are in the delta too
		} else {
			d.Put(c.After)
		}
	}
}

func changedSince(what string) *gov.Error {
	return gov.Errorf(gov.CodeConflict, "%s 之后又有改动，不能撤销", "%s has changed since, so this can't be taken back", what)
}

func hangsOn(what, on string) *gov.Error {
	return gov.Errorf(gov.CodeConflict, "之后又有内容依托 %[2]s：%[1]s，不能撤销", "%[1]s was made since and hangs on %[2]s, so this can't be taken back", what, on)
}

// Sentence says what is taken back, or how much is recorded.
func (e *Restore) Sentence(Namer) gov.Text {
	if e.Of == 0 {
		return gov.Textf("直接登记 %d 处变动", "record %d changes as they are", e.Delta.Size())
	}
	return gov.Textf("撤销第 %d 次变更", "take back revision %d", e.Of)
}

// Describe documents the edit.
func (*Restore) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "撤销变更", EN: "Restore"},
		Text: gov.Text{
			ZH: "将一次变更涉及的全部内容恢复原状；其中任何一处之后又有改动的，不予恢复。也用于登记其他变更无法表达的内容。",
			EN: "Puts everything a commit touched back as it was; refused where any of it has changed since. Also records what no other edit can say.",
		},
	}
}
