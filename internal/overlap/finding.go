package overlap

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"tiaokuai/internal/gov"
)

// findings takes in what detectors see in one place, and prices it. A detector begins a finding with about, tells it, and
// keeps it; one that is not kept is forgotten when the next begins, and its memory is used again.
type findings struct {
	township string // key; empty for the county's own
	of       *Detector
	weight   gov.Micro
	next     finding
	overlaps []Overlap
	keys     []string   // room for participants
	evidence []Evidence // room for evidence
	text     []byte     // of the last hash
	order    []int      // of the last finding's evidence
	lists    []standing // of each duty in the township, once asked for
}

// newFindings has room for what an ordinary township shows; findings live and die together, so they may share memory.
func newFindings(township string) *findings {
	return &findings{township: township, overlaps: make([]Overlap, 0, 128)}
}

// carve takes n elements from a room, and opens a new one of at least so many more where it is used up.
func carve[T any](room *[]T, n, more int) []T {
	if cap(*room)-len(*room) < n {
		*room = make([]T, 0, max(n, more))
	}
	first := len(*room)
	*room = (*room)[:first+n]
	return (*room)[first : first+n : first+n]
}

// finding is what a detector sees; its price and its hashes follow from it.
type finding struct {
	subject      string
	topic        string
	second       string // key of what the finding is about besides its subject: the organ, the other of a pair
	unordered    bool   // subject and second are a pair whose order means nothing
	class        Class  // where it is not the detector's
	participants []string
	statements   []statement
	necessary    gov.Micro // the part of the excess that no allowed edit lowers
}

// about begins a finding.
func (fs *findings) about(subject string) *finding {
	fs.next = finding{subject: subject, participants: fs.next.participants[:0], statements: fs.next.statements[:0]}
	return &fs.next
}

// keep prices a finding of this excess and keeps it.
func (fs *findings) keep(f *finding, excess gov.Micro) {
	fs.overlaps = append(fs.overlaps, Overlap{
		Kind: fs.of.Kind, Class: cmp.Or(f.class, fs.of.Class), Township: fs.township, Subject: f.subject, Topic: f.topic,
		Excess: excess, Evidence: carve(&fs.evidence, len(f.statements), 256),
	})
	o := &fs.overlaps[len(fs.overlaps)-1]
	if n := len(f.participants); n > 0 {
		o.Participants = carve(&fs.keys, n, 128)
		copy(o.Participants, f.participants)
	}
	o.Cost = fs.weight.Times(excess)
	o.Irreducible = min(fs.weight.Times(f.necessary), o.Cost)
	o.Severity = severityOf(o.Cost)
	for i, s := range f.statements {
		o.Evidence[i] = s.evidence()
	}
	o.Fingerprint = fs.fingerprint(f)
	o.EvidenceHash = fs.evidenceHash(f, o.Evidence)
}

// participant adds one of those whose relations overlap.
func (f *finding) participant(key string) { f.participants = append(f.participants, key) }

// statement is a piece of evidence: an edge, or an attribute of a node with its value.
type statement struct {
	edge                   gov.Edge
	node, attribute, value string
}

func (s statement) evidence() Evidence {
	if s.edge != nil {
		return Evidence{Edge: gov.EdgeKey(s.edge)}
	}
	return Evidence{Node: s.node, Attribute: s.attribute}
}

// edge adds an edge as evidence.
func (f *finding) edge(e gov.Edge) { f.statements = append(f.statements, statement{edge: e}) }

// attribute adds an attribute of a node, with its value, as evidence.
func (f *finding) attribute(n gov.Node, name, value string) {
	f.statements = append(f.statements, statement{node: n.NodeKey(), attribute: name, value: value})
}

func (fs *findings) fingerprint(f *finding) string {
	first, second := f.subject, f.second
	if f.unordered && second < first {
		first, second = second, first
	}
	fs.text = add(fs.text[:0], string(fs.of.Kind), fs.township, first, second, f.topic)
	return digest(fs.text)
}

// evidenceHash reads participants and statements, with what these say of roles and sections, in the order of their keys,
// so that a new order of lists changes nothing; nor do sources.
func (fs *findings) evidenceHash(f *finding, evidence []Evidence) string {
	slices.Sort(f.participants)
	fs.order = fs.order[:0]
	for i := range evidence {
		fs.order = append(fs.order, i)
	}
	slices.SortFunc(fs.order, func(i, j int) int { return compareEvidence(&evidence[i], &evidence[j]) })
	text := add(add(fs.text[:0], f.participants...), "")
	for _, i := range fs.order {
		e := &evidence[i]
		text = said(add(text, e.Edge, e.Node, e.Attribute), f.statements[i])
	}
	fs.text = text
	return digest(text)
}

func compareEvidence(a, b *Evidence) int {
	return cmp.Or(cmp.Compare(a.Edge, b.Edge), cmp.Compare(a.Node, b.Node), cmp.Compare(a.Attribute, b.Attribute))
}

// said adds what a statement says: an attribute's value, or an edge's nature or role with its sections or actions. It is
// one part, whatever their number, so that no two lists of statements give one text.
func said(text []byte, s statement) []byte {
	switch e := s.edge.(type) {
	case *gov.Counterpart:
		text = joined(text, string(e.Nature), e.Sections)
	case *gov.Charge:
		text = append(text, e.Role...)
	case *gov.Assignment:
		text = joined(text, string(e.Role), e.Actions)
	default:
		text = append(text, s.value...)
	}
	return append(text, 0)
}

func joined[S ~string](text []byte, role string, parts []S) []byte {
	text = append(text, role...)
	for _, p := range parts {
		text = append(append(text, ','), p...)
	}
	return text
}

// add adds parts, each ended by a zero byte, which no part has.
func add[S ~string](text []byte, parts ...S) []byte {
	for _, p := range parts {
		text = append(append(text, p...), 0)
	}
	return text
}

// digest is the first 16 hex digits of the SHA-256 of a text.
func digest(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}

// units is n whole units.
func units(n int) gov.Micro { return gov.Micro(n) * gov.One }
