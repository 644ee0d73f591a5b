package gov

import (
	"cmp"
	"slices"
)

// Duty 职责/事项 is one item of a duty list.
type Duty struct {
	Key        string     `json:"key"`
	Name       string     `json:"name"`
	ShortNames []string   `json:"shortNames,omitempty"`
	Order      int        `json:"order,omitempty"`
	Aspect     string     `json:"aspect,omitempty"` // a code of one of the county's aspect lists
	Domain     string     `json:"domain,omitempty"` // a code of one of the county's domain lists
	Edition    string     `json:"edition,omitempty"`
	Listings   []Listing  `json:"listings,omitempty"` // the lists it stands on; none = on no list
	Nature     DutyNature `json:"nature,omitempty"`
	LegalBasis string     `json:"legalBasis,omitempty"`
	Authority  Authority  `json:"authority,omitzero"`
	Universal  bool       `json:"universal,omitempty"` // 一岗双责: every organ carries it, sharing it is no overlap
	Admission  *Admission `json:"admission,omitempty"`
	HandledAt  HandledAt  `json:"handledAt,omitempty"`
	Simple     bool       `json:"simple,omitempty"`           // 程序简易
	Perishable bool       `json:"perishable,omitempty"`       // 现场易灭失
	SingleDept bool       `json:"singleDepartment,omitempty"` // 涉及部门单一
	Provenance
}

// HandledAt says where a duty is handled.
type HandledAt string

// HandledAtVillage is 下沉村（社区）办理.
const HandledAtVillage HandledAt = "VILLAGE"

// Listing is one list a duty stands on, for every township or for those named, within its dates.
type Listing struct {
	List      DutyList `json:"list"`
	Lead      Level    `json:"lead,omitempty"`      // who leads by the list; empty: TOWNSHIP on BASIC, COUNTY on the others
	Townships []string `json:"townships,omitempty"` // keys; empty = every township of the county
	From      Date     `json:"from,omitempty"`
	Until     Date     `json:"until,omitempty"` // the last day
	Document  string   `json:"document,omitempty"`
	// Content is what the list says of it in words: 乡镇配合职责, or 工作方式 after it was withdrawn.
	Content string `json:"content,omitempty"`
}

// DutyList is one of the lists of 履职事项.
type DutyList string

// The lists.
const (
	ListBasic       DutyList = "BASIC"       // 基本履职
	ListSupporting  DutyList = "SUPPORTING"  // 配合履职
	ListWithdrawn   DutyList = "WITHDRAWN"   // 上级收回
	ListTerritorial DutyList = "TERRITORIAL" // 属地管理
)

// DutyNature is the nature of a duty.
type DutyNature string

// The natures.
const (
	NatureService     DutyNature = "SERVICE"
	NatureApproval    DutyNature = "APPROVAL"
	NatureEnforcement DutyNature = "ENFORCEMENT"
	NatureManagement  DutyNature = "MANAGEMENT"
)

// Authority is who holds the legal authority for a duty. Level empty = not on record. With TOWNSHIP, Via says how it
// came down: GRANTED by the province (赋权), or DELEGATED by the department (委托), which stays the subject of enforcement.
type Authority struct {
	Level      Level    `json:"level,omitempty"`
	Department string   `json:"department,omitempty"` // key of the department that holds or delegated it
	Via        Via      `json:"via,omitempty"`
	Townships  []string `json:"townships,omitempty"` // keys; to whom it came down, empty = every township
	Document   string   `json:"document,omitempty"`
}

// Via is how an authority came to a township.
type Via string

// The ways down.
const (
	ViaGranted   Via = "GRANTED"   // 赋权
	ViaDelegated Via = "DELEGATED" // 委托
)

// Admission 准入 is the record that lets a duty be carried without standing on a list.
type Admission struct {
	Document string `json:"document"`
	Date     Date   `json:"date,omitempty"`
	Expires  Date   `json:"expires,omitempty"`
}

// NodeKind is DUTY.
func (d *Duty) NodeKind() NodeKind { return NodeDuty }

// NodeKey is the duty's key.
func (d *Duty) NodeKey() string { return d.Key }

// NodeName is the duty's name.
func (d *Duty) NodeName() string { return d.Name }

// ListingFor is the listing that holds in a township on a day: one that names the township before one for all.
// An empty day means listings are taken whatever their dates.
func (d *Duty) ListingFor(township string, on Date) (Listing, bool) {
	var all Listing
	found := false
	for _, l := range d.Listings {
		if on != "" && (l.From != "" && l.From > on || l.Until != "" && l.Until < on) {
			continue
		}
		if slices.Contains(l.Townships, township) {
			return l, true
		}
		if len(l.Townships) == 0 && !found {
			all, found = l, true
		}
	}
	return all, found
}

// LeadLevel is who leads by the list.
func (l Listing) LeadLevel() Level {
	if l.Lead != "" {
		return l.Lead
	}
	if l.List == ListBasic {
		return LevelTownship
	}
	return LevelCounty
}

// DownTo says how the authority came down to a township; empty if it did not.
func (a Authority) DownTo(township string) Via {
	if a.Level == LevelTownship && (len(a.Townships) == 0 || slices.Contains(a.Townships, township)) {
		return a.Via
	}
	return ""
}

// Check refuses a duty without a name, unknown codes, and dates that run backwards.
func (d *Duty) Check() Problems {
	p := checkNamed(d.Key, d.Name)
	p = append(p, checkEnum("nature", d.Nature, "", NatureService, NatureApproval, NatureEnforcement, NatureManagement)...)
	p = append(p, checkEnum("handledAt", d.HandledAt, "", HandledAtVillage)...)
	for i, l := range d.Listings {
		p = append(p, l.check().At("listings", i)...)
	}
	p = append(p, d.Authority.check().At("authority")...)
	if a := d.Admission; a != nil {
		p = append(p, checkPeriod("date", a.Date, "expires", a.Expires).At("admission")...)
	}
	return append(p, checkCounts(count{"order", d.Order})...)
}

func (l Listing) check() Problems {
	p := checkEnum("list", l.List, ListBasic, ListSupporting, ListWithdrawn, ListTerritorial)
	p = append(p, checkEnum("lead", l.Lead, "", LevelCounty, LevelTownship)...)
	return append(p, checkPeriod("from", l.From, "until", l.Until)...)
}

func (a Authority) check() Problems {
	p := checkEnum("level", a.Level, "", LevelCounty, LevelTownship)
	p = append(p, checkEnum("via", a.Via, "", ViaGranted, ViaDelegated)...)
	if (a.Level == LevelTownship) != (a.Via != "") {
		p = append(p, Errorf(CodeInvalid, "权限在乡镇时须写明赋权或委托，否则不写", "via is given exactly where the township holds the authority").At("via"))
	}
	if a.Via == ViaDelegated && a.Department == "" {
		p = append(p, Errorf(CodeInvalid, "委托须写明委托部门", "a delegated authority names the department that delegated it").At("department"))
	}
	return p
}

func (d *Duty) normalize() {
	d.Provenance.normalize()
	d.ShortNames = trimEmpty(d.ShortNames)
	d.Listings = slices.Clone(trimEmpty(d.Listings))
	for i := range d.Listings {
		d.Listings[i].Townships = sortedSet(d.Listings[i].Townships)
	}
	slices.SortFunc(d.Listings, func(a, b Listing) int {
		return cmp.Or(compareStrings(a.List, b.List), compareStrings(a.From, b.From), slices.Compare(a.Townships, b.Townships),
			compareStrings(a.Until, b.Until), compareStrings(a.Document, b.Document), compareStrings(a.Content, b.Content))
	})
	d.Authority.Townships = sortedSet(d.Authority.Townships)
	if d.Admission != nil && *d.Admission == (Admission{}) {
		d.Admission = nil
	}
}
