package gov

import "slices"

// County 县（市、区） is the unit of storage, consistency and caching; its key is its code (410185).
type County struct {
	Key      string     `json:"key"` // the county's code
	Name     string     `json:"name"`
	Kind     CountyKind `json:"countyKind,omitempty"`
	Regions  []Region   `json:"regions,omitempty"` // from the province down
	Sandbox  bool       `json:"sandbox,omitempty"` // a county to play in: organ changes need no approval document
	Settings Settings   `json:"settings,omitzero"`
	Aliases  []Alias    `json:"aliases,omitempty"` // names that mean another name (资源规划所 = 自然资源规划所)
	Aspects  []CodeList `json:"aspects,omitempty"` // 职责清单 editions of aspects (方面)
	Domains  []CodeList `json:"domains,omitempty"` // editions of domains (领域)
	Provenance
}

// CountyKind tells a county from a county-level city and a district; it labels departments 县直, 市直 or 区直.
type CountyKind string

// The kinds of county.
const (
	CountyPlain    CountyKind = "COUNTY"   // 县
	CountyCity     CountyKind = "CITY"     // 县级市
	CountyDistrict CountyKind = "DISTRICT" // 市辖区
)

// Region is one level above a county.
type Region struct {
	Key   string      `json:"key"`
	Name  string      `json:"name"`
	Level RegionLevel `json:"level"`
}

// RegionLevel is the level of a region.
type RegionLevel string

// The levels of regions.
const (
	RegionProvince   RegionLevel = "PROVINCE"
	RegionPrefecture RegionLevel = "PREFECTURE"
)

// Alias is another way to write a name.
type Alias struct {
	Alias string `json:"alias"`
	Name  string `json:"name"`
}

// CodeList is one edition of a county's list of aspects or domains.
type CodeList struct {
	Edition string   `json:"edition"`
	Codes   []string `json:"codes"`
	Sources []string `json:"sources,omitempty"`
}

// NodeKind is COUNTY.
func (c *County) NodeKind() NodeKind { return NodeCounty }

// NodeKey is the county's code.
func (c *County) NodeKey() string { return c.Key }

// NodeName is the county's name.
func (c *County) NodeName() string { return c.Name }

// Check refuses a county without a code or name, and settings out of range.
func (c *County) Check() Problems {
	p := checkNamed(c.Key, c.Name)
	p = append(p, checkEnum("countyKind", c.Kind, "", CountyPlain, CountyCity, CountyDistrict)...)
	for i, r := range c.Regions {
		p = append(p, checkNamed(r.Key, r.Name).At("regions", i)...)
		p = append(p, checkEnum("level", r.Level, RegionProvince, RegionPrefecture).At("regions", i)...)
	}
	for i, a := range c.Aliases {
		if a.Alias == "" || a.Name == "" {
			p = append(p, Errorf(CodeInvalid, "别名和正名都要填写", "an alias needs both its alias and its name").At("aliases", i))
		}
	}
	return append(p, c.Settings.Check().At("settings")...)
}

func (c *County) normalize() {
	c.Provenance.normalize()
	c.Settings.normalize()
	c.Regions = trimEmpty(c.Regions)
	c.Aliases = trimEmpty(c.Aliases)
	c.Aspects = normalLists(c.Aspects)
	c.Domains = normalLists(c.Domains)
}

func normalLists(lists []CodeList) []CodeList {
	lists = slices.Clone(trimEmpty(lists))
	for i := range lists {
		lists[i].Codes = trimEmpty(lists[i].Codes)
		lists[i].Sources = sortedSet(lists[i].Sources)
	}
	return lists
}
