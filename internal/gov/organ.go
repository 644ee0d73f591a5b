package gov

import "slices"

// Organ 机构 is one organ of a township: an office, an institution, a station or a statutory body.
type Organ struct {
	Key         string     `json:"key"`
	Township    string     `json:"township"` // the township's key
	Name        string     `json:"name"`
	ShortNames  []string   `json:"shortNames,omitempty"`
	FormerNames []string   `json:"formerNames,omitempty"`
	Plates      []Plate    `json:"plates,omitempty"`
	Order       int        `json:"order,omitempty"`
	Kind        OrganKind  `json:"organKind"`
	Branch      Branch     `json:"branch,omitempty"`
	Management  Management `json:"management,omitempty"`
	Powers      []Holding  `json:"powers,omitempty"`
	// AttendsMeetings: the head sits in on the township's leadership meetings (列席班子会议).
	AttendsMeetings bool `json:"attendsMeetings,omitempty"`
	// EnforcementSubject is who is the subject of enforcement in law (执法主体); empty where the organ enforces nothing.
	EnforcementSubject Level       `json:"enforcementSubject,omitempty"`
	Posts              []PostCount `json:"posts,omitempty"`           // authorised posts 编制 by type
	Staff              int         `json:"staff,omitempty"`           // staff in post 实有
	LeadingPosts       int         `json:"leadingPosts,omitempty"`    // 领导职数
	ManagementPosts    int         `json:"managementPosts,omitempty"` // 管理岗
	TechnicalPosts     int         `json:"technicalPosts,omitempty"`  // 专业技术岗
	Rank               string      `json:"rank,omitempty"`
	RankEligibility    string      `json:"rankEligibility,omitempty"` // 副科级, on condition
	RankCondition      string      `json:"rankCondition,omitempty"`
	Mandatory          bool        `json:"mandatory,omitempty"`   // 必设
	Integrating        bool        `json:"integrating,omitempty"` // 综合性: meant to serve many departments
	QuotaCategory      string      `json:"quotaCategory,omitempty"`
	Provenance
}

// OrganKind is recorded, never inferred from a name.
type OrganKind string

// The kinds of organ.
const (
	OrganOffice      OrganKind = "OFFICE"      // 党政机构
	OrganInstitution OrganKind = "INSTITUTION" // 事业单位
	OrganDispatched  OrganKind = "DISPATCHED"  // 派驻站所, kept when the organ has moved under the township
	OrganStatutory   OrganKind = "STATUTORY"   // 纪委、人大、武装部、群团: shown, never counted toward quotas or proposed
)

// Station says whether the kind is counted apart from the organs.
func (k OrganKind) Station() bool { return k == OrganDispatched }

// Branch tells party organs from government ones.
type Branch string

// The branches.
const (
	BranchParty      Branch = "PARTY"
	BranchGovernment Branch = "GOVERNMENT"
)

// Plate 牌子 is an extra name of one organ.
type Plate struct {
	Name string    `json:"name"`
	Kind PlateKind `json:"plateKind,omitempty"`
}

// PlateKind is how an extra name stands.
type PlateKind string

// The kinds of plate; empty reads as ADDED.
const (
	PlateAdded PlateKind = "ADDED" // 加挂牌子
	PlateTwin  PlateKind = "TWIN"  // 一个机构两块牌子
)

// PostType is a type of authorised post 编制.
type PostType string

// The types of post.
const (
	PostAdministrative PostType = "ADMINISTRATIVE" // 行政
	PostInstitution    PostType = "INSTITUTION"    // 事业
	PostPolitical      PostType = "POLITICAL"      // 政法专项
	PostWorker         PostType = "WORKER"         // 工勤
)

// PostCount is how many posts of one type are authorised.
type PostCount struct {
	Type  PostType `json:"type"`
	Count int      `json:"count"`
}

// NodeKind is ORGAN.
func (o *Organ) NodeKind() NodeKind { return NodeOrgan }

// NodeKey is the organ's key.
func (o *Organ) NodeKey() string { return o.Key }

// NodeName is the organ's name.
func (o *Organ) NodeName() string { return o.Name }

// Holder is who decides a power over the organ: its own holdings, else the preset of its management; empty if unknown.
func (o *Organ) Holder(p Power) Level { return decider(o.Holdings(), p) }

// Holdings are the organ's powers: those on record, else the preset of its management.
func (o *Organ) Holdings() []Holding {
	if len(o.Powers) > 0 {
		return o.Powers
	}
	return o.Management.Preset()
}

// Check refuses an organ without a township or name, unknown kinds, powers held twice and negative counts.
func (o *Organ) Check() Problems {
	p := checkNamed(o.Key, o.Name)
	p = append(p, checkReference("township", o.Township)...)
	p = append(p, checkEnum("organKind", o.Kind, OrganOffice, OrganInstitution, OrganDispatched, OrganStatutory)...)
	p = append(p, checkEnum("branch", o.Branch, "", BranchParty, BranchGovernment)...)
	p = append(p, checkEnum("management", o.Management, "", ManagementOwn, ManagementCountyDirect, ManagementVertical, ManagementTerritorial, ManagementDual)...)
	p = append(p, checkEnum("enforcementSubject", o.EnforcementSubject, "", LevelCounty, LevelTownship)...)
	p = append(p, checkHoldings(o.Powers).At("powers")...)
	for i, pl := range o.Plates {
		p = append(p, checkName(pl.Name).At("plates", i)...)
		p = append(p, checkEnum("plateKind", pl.Kind, "", PlateAdded, PlateTwin).At("plates", i)...)
	}
	seen := map[PostType]bool{}
	for i, c := range o.Posts {
		p = append(p, checkEnum("type", c.Type, PostAdministrative, PostInstitution, PostPolitical, PostWorker).At("posts", i)...)
		p = append(p, checkCounts(count{"count", c.Count}).At("posts", i)...)
		if seen[c.Type] {
			p = append(p, Errorf(CodeInvalid, "编制类型重复", "a type of post is given twice").At("posts", i, "type"))
		}
		seen[c.Type] = true
	}
	return append(p, checkCounts(count{"order", o.Order}, count{"staff", o.Staff}, count{"leadingPosts", o.LeadingPosts},
		count{"managementPosts", o.ManagementPosts}, count{"technicalPosts", o.TechnicalPosts})...)
}

func (o *Organ) normalize() {
	o.Provenance.normalize()
	o.ShortNames = trimEmpty(o.ShortNames)
	o.FormerNames = trimEmpty(o.FormerNames)
	o.Plates = trimEmpty(o.Plates)
	o.Powers = slices.Clone(trimEmpty(o.Powers))
	slices.SortFunc(o.Powers, compareHoldings)
	o.Posts = slices.DeleteFunc(slices.Clone(o.Posts), func(c PostCount) bool { return c.Count == 0 })
	o.Posts = trimEmpty(o.Posts)
	slices.SortFunc(o.Posts, func(a, b PostCount) int { return compareStrings(a.Type, b.Type) })
}
