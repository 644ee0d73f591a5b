package overlap

import "tiaokuai/internal/gov"

// Overlap is one finding: a coordination cost, not an offence. All keys are of the snapshot it was found in.
type Overlap struct {
	Kind     gov.OverlapKind
	Class    Class  // the kind's, but GAP for a DEPARTMENT_DUTY_CONFLICT that no department leads
	Township string // key of the township; empty for a finding of the county
	// Subject is the key of what the finding is about: the department, duty, leader or organ; the township itself where
	// it is about a Topic; the indicator of the total for PARTIAL_DEVOLUTION; the first of the pair for SIMILAR_ORGANS.
	// A finding about an organ and a duty has the duty here and the organ as its one participant.
	Subject string
	Topic   string // a domain, where the subject is no single node
	// Participants are keys in the order of the snapshot: the organs, leaders or departments whose relations overlap.
	Participants []string
	Evidence     []Evidence
	Excess       gov.Micro // in units: excess interfaces
	Cost         gov.Micro // weight × excess
	Irreducible  gov.Micro // the part of Cost that no allowed edit lowers (必要); the rest is 可优化
	Severity     Severity
	Fingerprint  string // kept over recomputation and re-import: hash(kind, township, subject keys)
	EvidenceHash string // changes when participants, roles or sections do
}

// Reducible is the part of the cost that an edit can lower (可优化).
func (o Overlap) Reducible() gov.Micro { return o.Cost - o.Irreducible }

// Evidence is one statement that a finding rests on: an edge by its key, or an attribute of a node.
type Evidence struct {
	Edge      string // gov.EdgeKey, or empty
	Node      string // key, where the evidence is an attribute
	Attribute string // JSON name of the attribute
}

// Severity is a band of costs.
type Severity string

// The bands: LOW below 1 unit, MEDIUM below 3, HIGH from 3.
const (
	SeverityLow    Severity = "LOW"
	SeverityMedium Severity = "MEDIUM"
	SeverityHigh   Severity = "HIGH"
)

// severityOf is the band of a cost.
func severityOf(cost gov.Micro) Severity {
	switch {
	case cost < gov.One:
		return SeverityLow
	case cost < 3*gov.One:
		return SeverityMedium
	}
	return SeverityHigh
}

// Class groups the kinds, after GAO-15-49SP (fragmentation, overlap, duplication) with what it does not know.
type Class string

// The classes.
const (
	ClassFragmentation Class = "FRAGMENTATION"
	ClassOverlap       Class = "OVERLAP"
	ClassDuplication   Class = "DUPLICATION"
	ClassGap           Class = "GAP"
	ClassSpan          Class = "SPAN"
	ClassMismatch      Class = "MISMATCH"
)
