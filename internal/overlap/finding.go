package overlap

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"tiaokuai/internal/gov"
)

// finding is what a detector sees; its price and its hashes follow from it.
type finding struct {
	subject      string
	topic        string
	second       string // key of what the finding is about besides its subject: the organ, the other of a pair
	unordered    bool   // subject and second are a pair whose order means nothing
	class        Class  // where it is not the detector's
	participants []string
	statements   []statement
	excess       gov.Micro
	necessary    gov.Micro // the part of the excess that no allowed edit lowers
}

// statement is a piece of evidence and what it said of roles and sections, so that a change of it is noticed.
type statement struct {
	Evidence
	says string
}

// edge adds an edge as evidence.
func (f *finding) edge(e gov.Edge) {
	f.statements = append(f.statements, statement{Evidence{Edge: gov.EdgeKey(e)}, saysEdge(e)})
}

// attribute adds an attribute of a node, with its value, as evidence.
func (f *finding) attribute(n gov.Node, name, value string) {
	f.statements = append(f.statements, statement{Evidence{Node: n.NodeKey(), Attribute: name}, value})
}

func saysEdge(e gov.Edge) string {
	switch e := e.(type) {
	case *gov.Counterpart:
		return says(string(e.Nature), e.Sections)
	case *gov.Charge:
		return string(e.Role)
	case *gov.Assignment:
		return says(string(e.Role), e.Actions)
	}
	return ""
}

func says[S ~string](role string, parts []S) string {
	if len(parts) == 0 {
		return role
	}
	words := make([]string, 0, len(parts)+1)
	words = append(words, role)
	for _, p := range parts {
		words = append(words, string(p))
	}
	return strings.Join(words, ",")
}

// price makes the overlap that a finding is at a weight.
func (f finding) price(d *Detector, township string, weight gov.Micro) Overlap {
	cost := weight.Times(f.excess)
	o := Overlap{
		Kind: d.Kind, Class: cmp.Or(f.class, d.Class), Township: township, Subject: f.subject, Topic: f.topic, Participants: f.participants,
		Excess: f.excess, Cost: cost, Irreducible: min(weight.Times(f.necessary), cost), Severity: severityOf(cost),
		Evidence: make([]Evidence, len(f.statements)),
	}
	for i, s := range f.statements {
		o.Evidence[i] = s.Evidence
	}
	o.Fingerprint, o.EvidenceHash = f.fingerprint(d.Kind, township), f.evidenceHash()
	return o
}

func (f finding) fingerprint(kind gov.OverlapKind, township string) string {
	first, second := f.subject, f.second
	if f.unordered && second < first {
		first, second = second, first
	}
	return digest(string(kind), township, first, second, f.topic)
}

// evidenceHash reads participants and statements in the order of their keys, so that a new order of lists changes nothing.
func (f finding) evidenceHash() string {
	parts := slices.Sorted(slices.Values(f.participants))
	statements := slices.Clone(f.statements)
	slices.SortFunc(statements, func(a, b statement) int {
		return cmp.Or(cmp.Compare(a.Edge, b.Edge), cmp.Compare(a.Node, b.Node), cmp.Compare(a.Attribute, b.Attribute))
	})
	parts = append(parts, "")
	for _, s := range statements {
		parts = append(parts, s.Edge, s.Node, s.Attribute, s.says)
	}
	return digest(parts...)
}

// digest is the first 16 hex digits of the SHA-256 of the parts, each ended by a zero byte.
func digest(parts ...string) string {
	size := 0
	for _, p := range parts {
		size += len(p) + 1
	}
	buffer := make([]byte, 0, size)
	for _, p := range parts {
		buffer = append(append(buffer, p...), 0)
	}
	sum := sha256.Sum256(buffer)
	return hex.EncodeToString(sum[:8])
}

// units is n whole units.
func units(n int) gov.Micro { return gov.Micro(n) * gov.One }
