package store

import (
	"slices"

	"tiaokuai/internal/gov"
)

// Sound is the part of a graph that hangs together: every node has its parent, every edge the ends it may join. An
// engine whose graph others can change gives no other to its callers. What is left out is told, in the order of the graph.
func Sound(county string, g gov.Graph) (gov.Graph, []Unreadable) {
	s := soundness{county: county, nodes: make(map[string]gov.Node, len(g.Nodes))}
	for _, n := range g.Nodes { // parents first
		if parentOf(n) == "" {
			s.addNode(n)
		}
	}
	for _, n := range g.Nodes {
		if parentOf(n) != "" {
			s.addNode(n)
		}
	}
	for _, e := range g.Edges {
		s.addEdge(e)
	}
	s.sound.Sort()
	return s.sound, s.left
}

type soundness struct {
	county string
	nodes  map[string]gov.Node
	edges  map[string]bool
	sound  gov.Graph
	left   []Unreadable
}

func (s *soundness) addNode(n gov.Node) {
	key, parent := n.NodeKey(), s.nodes[parentOf(n)]
	switch {
	case s.nodes[key] != nil:
		s.leave(key, "编号重复", "the key is used twice")
	case n.NodeKind() == gov.NodeCounty && key != s.county:
		s.leave(key, "不是本县（市、区）", "this is another county")
	case parentOf(n) != "" && (parent == nil || parent.NodeKind() != parentKind(n)), parentOf(n) == "" && parentKind(n) != "":
		s.leave(key, "没有所属的乡镇或部门", "the township or department it belongs to is missing")
	default:
		s.nodes[key] = n
		s.sound.Nodes = append(s.sound.Nodes, n)
	}
}

func (s *soundness) addEdge(e gov.Edge) {
	from, to := e.Ends()
	key := gov.EdgeKey(e)
	switch {
	case s.edges[key]:
		s.leave(key, "同一关系重复", "the same edge stands twice")
	case s.nodes[from] == nil || s.nodes[to] == nil || !s.joins(e, s.nodes[from], s.nodes[to]):
		s.leave(key, "关系的一端不存在或类别不对", "an end of the edge is missing or of the wrong kind")
	default:
		if s.edges == nil {
			s.edges = map[string]bool{}
		}
		s.edges[key] = true
		s.sound.Edges = append(s.sound.Edges, e)
	}
}

func (s *soundness) leave(key, zh, en string) {
	problem := &gov.Error{Code: gov.CodeInvalid, Message: gov.Text{ZH: zh, EN: en}}
	s.left = append(s.left, Unreadable{Key: key, Where: key, Problem: problem})
}

// parentOf is the key of the township or department that a node belongs to, empty for none.
func parentOf(n gov.Node) string {
	switch n := n.(type) {
	case *gov.Organ:
		return n.Township
	case *gov.Leader:
		return n.Township
	case *gov.Section:
		return n.Department
	case *gov.Former:
		return n.Township
	}
	return ""
}

// parentKind is the kind of node that a node must belong to, empty for those that belong to the county.
func parentKind(n gov.Node) gov.NodeKind {
	switch n := n.(type) {
	case *gov.Organ, *gov.Leader:
		return gov.NodeTownship
	case *gov.Section:
		return gov.NodeDepartment
	case *gov.Former:
		if n.Township != "" {
			return gov.NodeTownship
		}
	}
	return ""
}

func (s *soundness) joins(e gov.Edge, from, to gov.Node) bool {
	f, t := from.NodeKind(), to.NodeKind()
	switch e := e.(type) {
	case *gov.Counterpart:
		return f == gov.NodeOrgan && t == gov.NodeDepartment && !slices.ContainsFunc(e.Sections, func(key string) bool {
			section, ok := s.nodes[key].(*gov.Section)
			return !ok || section.Department != e.To
		})
	case *gov.Charge:
		return f == gov.NodeLeader && t == gov.NodeOrgan && parentOf(from) == parentOf(to)
	case *gov.Assignment:
		return (f == gov.NodeOrgan || f == gov.NodeDepartment) && t == gov.NodeDuty
	case *gov.Dispatch:
		return f == gov.NodeDepartment && t == gov.NodeOrgan
	case *gov.SharedOffice:
		return f == gov.NodeOrgan && t == gov.NodeOrgan && parentOf(from) == parentOf(to) && e.From < e.To
	case *gov.Succession:
		return f == gov.NodeFormer && from != to && wasKind(from) == wasKind(to)
	}
	return false
}

// wasKind is a node's kind, or what a former was.
func wasKind(n gov.Node) gov.NodeKind {
	if f, ok := n.(*gov.Former); ok {
		return f.Of
	}
	return n.NodeKind()
}
