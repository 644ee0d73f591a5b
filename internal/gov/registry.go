package gov

// NewNode makes an empty node of a kind, or nil for an unknown kind.
func NewNode(kind NodeKind) Node {
	switch kind {
	case NodeCounty:
		return new(County)
	case NodeTownship:
		return new(Township)
	case NodeOrgan:
		return new(Organ)
	case NodeDepartment:
		return new(Department)
	case NodeSection:
		return new(Section)
	case NodeLeader:
		return new(Leader)
	case NodeDuty:
		return new(Duty)
	case NodeMeasure:
		return new(Measure)
	case NodeIndicator:
		return new(Indicator)
	case NodeSource:
		return new(Source)
	case NodeFormer:
		return new(Former)
	}
	return nil
}

// NewEdge makes an empty edge of a kind, or nil for an unknown kind.
func NewEdge(kind EdgeKind) Edge {
	switch kind {
	case EdgeCounterpart:
		return new(Counterpart)
	case EdgeCharge:
		return new(Charge)
	case EdgeAssignment:
		return new(Assignment)
	case EdgeDispatch:
		return new(Dispatch)
	case EdgeSharedOffice:
		return new(SharedOffice)
	case EdgeSuccession:
		return new(Succession)
	}
	return nil
}

// NodeKinds are all kinds of node, in the order of their JSON and of exports.
var NodeKinds = [...]NodeKind{NodeCounty, NodeTownship, NodeDepartment, NodeSection, NodeDuty, NodeMeasure, NodeIndicator, NodeSource, NodeOrgan, NodeLeader, NodeFormer}

// EdgeKinds are all kinds of edge.
var EdgeKinds = [...]EdgeKind{EdgeAssignment, EdgeCharge, EdgeCounterpart, EdgeDispatch, EdgeSharedOffice, EdgeSuccession}

// DecodeNode reads a node of a known kind from JSON; an unknown field is an error.
func DecodeNode(kind NodeKind, data []byte) (Node, error) {
	n := NewNode(kind)
	if n == nil {
		return nil, Errorf(CodeInvalid, "未知的节点类别 %q", "unknown kind of node %q", string(kind))
	}
	if err := DecodeStrict(data, n); err != nil {
		return nil, err
	}
	return Normalize(n), nil
}

// DecodeEdge reads an edge of a known kind from JSON; an unknown field is an error.
func DecodeEdge(kind EdgeKind, data []byte) (Edge, error) {
	e := NewEdge(kind)
	if e == nil {
		return nil, Errorf(CodeInvalid, "未知的关系类别 %q", "unknown kind of edge %q", string(kind))
	}
	if err := DecodeStrict(data, e); err != nil {
		return nil, err
	}
	return Normalize(e), nil
}
