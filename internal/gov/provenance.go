package gov

// Basis says where a statement comes from.
type Basis string

// The three bases. The empty basis means no source is on record.
const (
	BasisDocument     Basis = "DOCUMENT"     // the source says it
	BasisInferred     Basis = "INFERRED"     // it follows from what sources say
	BasisIllustrative Basis = "ILLUSTRATIVE" // made up to complete a picture
)

// Provenance is where a node or an edge comes from. Attributes lists those attributes whose basis differs from that of
// the whole, sorted by name.
type Provenance struct {
	Basis      Basis            `json:"basis,omitempty"`
	Sources    []string         `json:"sources,omitempty"` // keys of Source nodes, sorted
	Attributes []AttributeBasis `json:"attributes,omitempty"`
}

// AttributeBasis is where one attribute comes from: a township's existence is DOCUMENT, its name from another source.
type AttributeBasis struct {
	Attribute string   `json:"attribute"`
	Basis     Basis    `json:"basis"`
	Sources   []string `json:"sources,omitempty"`
}

// Origin returns the provenance itself; it makes every type that embeds Provenance answer for its origin.
func (p Provenance) Origin() Provenance { return p }

// BasisOf is the basis of one attribute: its own, else that of the whole.
func (p Provenance) BasisOf(attribute string) Basis {
	for _, a := range p.Attributes {
		if a.Attribute == attribute {
			return a.Basis
		}
	}
	return p.Basis
}

// Unite joins two provenances where two edges become one: sources are united and the weaker claim to truth never
// outranks the stronger (DOCUMENT before INFERRED before ILLUSTRATIVE).
func (p Provenance) Unite(q Provenance) Provenance {
	out := Provenance{Basis: p.Basis, Sources: append(append([]string{}, p.Sources...), q.Sources...)}
	if basisRank(q.Basis) < basisRank(p.Basis) {
		out.Basis = q.Basis
	}
	out.Attributes = append(append([]AttributeBasis{}, p.Attributes...), q.Attributes...)
	out.normalize()
	return out
}

func basisRank(b Basis) int {
	switch b {
	case BasisDocument:
		return 0
	case BasisInferred:
		return 1
	case BasisIllustrative:
		return 2
	}
	return 3
}
