package gov

import "strings"

// NodeKind is the kind of a node.
type NodeKind string

// The kinds of node. FORMER is a dissolved organ, department or section.
const (
	NodeCounty     NodeKind = "COUNTY"
	NodeTownship   NodeKind = "TOWNSHIP"
	NodeOrgan      NodeKind = "ORGAN"
	NodeDepartment NodeKind = "DEPARTMENT"
	NodeSection    NodeKind = "SECTION"
	NodeLeader     NodeKind = "LEADER"
	NodeDuty       NodeKind = "DUTY"
	NodeMeasure    NodeKind = "MEASURE"
	NodeIndicator  NodeKind = "INDICATOR"
	NodeSource     NodeKind = "SOURCE"
	NodeFormer     NodeKind = "FORMER"
)

// EdgeKind is the kind of an edge.
type EdgeKind string

// The kinds of edge, with the kinds of node they join.
const (
	EdgeCounterpart  EdgeKind = "COUNTERPART"   // 对口: Organ → Department
	EdgeCharge       EdgeKind = "CHARGE"        // 分管: Leader → Organ
	EdgeAssignment   EdgeKind = "ASSIGNMENT"    // 承担: Organ or Department → Duty
	EdgeDispatch     EdgeKind = "DISPATCH"      // 派驻: Department → Organ
	EdgeSharedOffice EdgeKind = "SHARED_OFFICE" // 合署办公: Organ → Organ of the same township, from < to
	EdgeSuccession   EdgeKind = "SUCCESSION"    // 改为: Former → Organ, Department, Section or Former
)

// Node is one node of a county: *County, *Township, *Organ, *Department, *Section, *Leader, *Duty, *Measure,
// *Indicator, *Source or *Former. A node is never changed after it was made.
type Node interface {
	NodeKind() NodeKind
	NodeKey() string
	NodeName() string
	Origin() Provenance
	Check() Problems // what is wrong with the node's own fields; it sees no other node
	normalize()
}

// Edge is one edge of a county: *Counterpart, *Charge, *Assignment, *Dispatch, *SharedOffice or *Succession.
// There is at most one edge per (kind, from, to).
type Edge interface {
	EdgeKind() EdgeKind
	Ends() (from, to string)
	Origin() Provenance
	Check() Problems
	normalize()
}

// EdgeKey is an edge's key, kind|from|to.
func EdgeKey(e Edge) string {
	from, to := e.Ends()
	return EdgeKeyOf(e.EdgeKind(), from, to)
}

// EdgeKeyOf is the key an edge of this kind between these ends has.
func EdgeKeyOf(kind EdgeKind, from, to string) string {
	return string(kind) + "|" + from + "|" + to
}

// SplitEdgeKey takes an edge's key apart.
func SplitEdgeKey(key string) (kind EdgeKind, from, to string) {
	k, rest, _ := strings.Cut(key, "|")
	from, to, _ = strings.Cut(rest, "|")
	return EdgeKind(k), from, to
}
