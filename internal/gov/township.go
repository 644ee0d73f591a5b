package gov

// Township 乡镇/街道 is a block: the level whose organs, leaders and relations belong together.
type Township struct {
	Key         string       `json:"key"`
	Name        string       `json:"name"`
	FormerNames []string     `json:"formerNames,omitempty"`
	Order       int          `json:"order,omitempty"` // place in lists, from 1
	Kind        TownshipKind `json:"townshipKind,omitempty"`
	Size        Size         `json:"size,omitempty"`
	SizeReason  string       `json:"sizeReason,omitempty"`  // 经济总量, 服务人口, 经济发达镇
	MiddlePosts int          `json:"middlePosts,omitempty"` // 中层职数总量, set by the county; 0 unknown
	// PortfoliosComplete declares that every 分管 of the township is on record, so that a missing one is a gap.
	PortfoliosComplete bool `json:"portfoliosComplete,omitempty"`
	// AssignmentsComplete declares the same of 承担.
	AssignmentsComplete bool `json:"assignmentsComplete,omitempty"`
	Provenance
}

// TownshipKind is 镇, 乡 or 街道.
type TownshipKind string

// The kinds of township.
const (
	TownshipTown        TownshipKind = "TOWN"        // 镇
	TownshipTownship    TownshipKind = "TOWNSHIP"    // 乡
	TownshipSubdistrict TownshipKind = "SUBDISTRICT" // 街道
)

// Size is a township's size class; organs are set by class.
type Size string

// The size classes.
const (
	SizeLarge  Size = "LARGE"
	SizeMedium Size = "MEDIUM"
	SizeSmall  Size = "SMALL"
)

// NodeKind is TOWNSHIP.
func (t *Township) NodeKind() NodeKind { return NodeTownship }

// NodeKey is the township's key.
func (t *Township) NodeKey() string { return t.Key }

// NodeName is the township's name.
func (t *Township) NodeName() string { return t.Name }

// Check refuses a township without a name and unknown kinds and sizes.
func (t *Township) Check() Problems {
	p := checkNamed(t.Key, t.Name)
	p = append(p, checkEnum("townshipKind", t.Kind, "", TownshipTown, TownshipTownship, TownshipSubdistrict)...)
	p = append(p, checkEnum("size", t.Size, "", SizeLarge, SizeMedium, SizeSmall)...)
	return append(p, checkCounts(count{"order", t.Order}, count{"middlePosts", t.MiddlePosts})...)
}

func (t *Township) normalize() {
	t.Provenance.normalize()
	t.FormerNames = trimEmpty(t.FormerNames)
}

// TownshipOf is the key of the township that an organ, a leader or a former stands in; empty for every other node.
func TownshipOf(n Node) string {
	switch n := n.(type) {
	case *Organ:
		return n.Township
	case *Leader:
		return n.Township
	case *Former:
		return n.Township
	}
	return ""
}
