package neo4j

import "tiaokuai/internal/gov"

// label is a node's label; relType is a relationship's type. Both are always constants of this file: they are the only
// names that are written into a statement, everything else is a parameter.
type (
	label   string
	relType string
)

// The labels of a county's nodes. A dissolved organ is no Organ, so that nobody counts it.
const (
	labelCounty           label = "County"
	labelTownship         label = "Township"
	labelOrgan            label = "Organ"
	labelDepartment       label = "Department"
	labelSection          label = "Section"
	labelLeader           label = "Leader"
	labelDuty             label = "Duty"
	labelMeasure          label = "Measure"
	labelIndicator        label = "Indicator"
	labelSource           label = "Source"
	labelFormerOrgan      label = "FormerOrgan"
	labelFormerDepartment label = "FormerDepartment"
	labelFormerSection    label = "FormerSection"
)

// labels are all labels, each after those of the nodes that belong to its own: nodes are dropped in this order.
var labels = [...]label{
	labelFormerSection, labelSection, labelFormerOrgan, labelOrgan, labelLeader, labelFormerDepartment, labelDepartment, labelTownship,
	labelDuty, labelMeasure, labelIndicator, labelSource, labelCounty,
}

var labelOfKind = map[gov.NodeKind]label{
	gov.NodeCounty: labelCounty, gov.NodeTownship: labelTownship, gov.NodeOrgan: labelOrgan, gov.NodeDepartment: labelDepartment,
	gov.NodeSection: labelSection, gov.NodeLeader: labelLeader, gov.NodeDuty: labelDuty, gov.NodeMeasure: labelMeasure,
	gov.NodeIndicator: labelIndicator, gov.NodeSource: labelSource,
}

var labelOfFormer = map[gov.NodeKind]label{
	gov.NodeOrgan: labelFormerOrgan, gov.NodeDepartment: labelFormerDepartment, gov.NodeSection: labelFormerSection,
}

// labelOf is the label of a node, empty for none.
func labelOf(n gov.Node) label {
	if n == nil {
		return ""
	}
	if f, ok := n.(*gov.Former); ok {
		return labelOfFormer[f.Of]
	}
	return labelOfKind[n.NodeKind()]
}

// formerOf is what nodes of a label were, empty for the living.
func formerOf(l label) gov.NodeKind {
	for kind, former := range labelOfFormer {
		if former == l {
			return kind
		}
	}
	return ""
}

// kindOf is the kind of the nodes of a label.
func kindOf(l label) gov.NodeKind {
	if formerOf(l) != "" {
		return gov.NodeFormer
	}
	for kind, living := range labelOfKind {
		if living == l {
			return kind
		}
	}
	return ""
}

// relation is how one kind of edge stands in the graph: its type and the labels it may join.
type relation struct {
	kind     gov.EdgeKind
	rel      relType
	from, to []label
}

// relations are all kinds of edge.
var relations = [...]relation{
	{gov.EdgeCounterpart, "对口", []label{labelOrgan}, []label{labelDepartment}},
	{gov.EdgeCharge, "分管", []label{labelLeader}, []label{labelOrgan}},
	{gov.EdgeAssignment, "承担", []label{labelOrgan, labelDepartment}, []label{labelDuty}},
	{gov.EdgeDispatch, "派驻", []label{labelDepartment}, []label{labelOrgan}},
	{gov.EdgeSharedOffice, "合署", []label{labelOrgan}, []label{labelOrgan}},
	{
		gov.EdgeSuccession, "改为",
		[]label{labelFormerOrgan, labelFormerDepartment, labelFormerSection},
		[]label{labelOrgan, labelDepartment, labelSection, labelFormerOrgan, labelFormerDepartment, labelFormerSection},
	},
}

func relationOf(kind gov.EdgeKind) relation {
	for _, r := range relations {
		if r.kind == kind {
			return r
		}
	}
	return relation{}
}

// belonging is the relationship that is drawn from a node's own fields, for the reader: it holds nothing that the node
// does not hold itself.
type belonging struct {
	rel     relType
	parent  label
	upwards bool // drawn from the node to its parent: (:Leader)-[:任职]->(:Township)
}

var belongings = map[label]belonging{
	labelTownship:   {"下辖", labelCounty, false},
	labelDepartment: {"设置", labelCounty, false},
	labelOrgan:      {"设置", labelTownship, false},
	labelSection:    {"内设", labelDepartment, false},
	labelLeader:     {"任职", labelTownship, true},
}

// parentOf is the key of the node that a node belongs to, in a county; empty for labels that belong to none.
func parentOf(county string, n gov.Node) string {
	switch n := n.(type) {
	case *gov.Township, *gov.Department:
		return county
	case *gov.Organ:
		return n.Township
	case *gov.Leader:
		return n.Township
	case *gov.Section:
		return n.Department
	}
	return ""
}
