package gov

import "cmp"

// Level is the county or the township.
type Level string

// The two levels.
const (
	LevelCounty   Level = "COUNTY"
	LevelTownship Level = "TOWNSHIP"
)

// Power 权限 is one power over a station.
type Power string

// The powers of DESIGN section 2.
const (
	PowerAffiliation  Power = "AFFILIATION"  // 机构隶属
	PowerPersonnel    Power = "PERSONNEL"    // 编制人事
	PowerAppointment  Power = "APPOINTMENT"  // 任免
	PowerAppraisal    Power = "APPRAISAL"    // 考核
	PowerCommand      Power = "COMMAND"      // 指挥调度
	PowerOrganization Power = "ORGANIZATION" // 党组织关系
	PowerPerformance  Power = "PERFORMANCE"  // 绩效
	PowerTransfer     Power = "TRANSFER"     // 人员调整
)

// Powers are all powers in their order.
var Powers = [...]Power{PowerAffiliation, PowerPersonnel, PowerAppointment, PowerAppraisal, PowerCommand, PowerOrganization, PowerPerformance, PowerTransfer}

// PowerMode is how a power is held.
type PowerMode string

// The modes.
const (
	ModeDecide  PowerMode = "DECIDE"
	ModeConsult PowerMode = "CONSULT" // 须征求意见
	ModeAdvise  PowerMode = "ADVISE"  // 建议权
)

// Holding is one power in one hand; each (power, holder) stands at most once and one holder at most decides.
type Holding struct {
	Power  Power     `json:"power"`
	Holder Level     `json:"holder"`
	Mode   PowerMode `json:"mode"`
}

// Management 管理体制 is a preset of powers.
type Management string

// The managements.
const (
	ManagementOwn          Management = "OWN"           // 乡镇本级
	ManagementCountyDirect Management = "COUNTY_DIRECT" // 县直部门直属
	ManagementVertical     Management = "VERTICAL"      // 垂直管理
	ManagementTerritorial  Management = "TERRITORIAL"   // 属地管理
	ManagementDual         Management = "DUAL"          // 双重管理（县属乡管乡用）
)

// Preset is the powers a management stands for: all with the township for OWN and TERRITORIAL, all with the county for
// COUNTY_DIRECT and VERTICAL; DUAL leaves 机构隶属 and 编制人事 with the county and gives 任免, 考核, 组织关系, 绩效 and
// 指挥调度 to the township, as the source document's second proposal says (人员调整 stays with the county, which consults).
func (m Management) Preset() []Holding {
	switch m {
	case ManagementOwn, ManagementTerritorial:
		return presetTownship
	case ManagementCountyDirect, ManagementVertical:
		return presetCounty
	case ManagementDual:
		return presetDual
	}
	return nil
}

var (
	presetTownship = allWith(LevelTownship)
	presetCounty   = allWith(LevelCounty)
	presetDual     = []Holding{
		{PowerAffiliation, LevelCounty, ModeDecide},
		{PowerAppointment, LevelTownship, ModeDecide},
		{PowerAppraisal, LevelTownship, ModeDecide},
		{PowerCommand, LevelTownship, ModeDecide},
		{PowerOrganization, LevelTownship, ModeDecide},
		{PowerPerformance, LevelTownship, ModeDecide},
		{PowerPersonnel, LevelCounty, ModeDecide},
		{PowerTransfer, LevelCounty, ModeDecide},
		{PowerTransfer, LevelTownship, ModeConsult},
	}
)

func allWith(l Level) []Holding {
	hs := make([]Holding, len(Powers))
	for i, p := range Powers {
		hs[i] = Holding{p, l, ModeDecide}
	}
	return hs
}

func decider(hs []Holding, p Power) Level {
	for _, h := range hs {
		if h.Power == p && h.Mode == ModeDecide {
			return h.Holder
		}
	}
	return ""
}

func checkHoldings(hs []Holding) Problems {
	var p Problems
	held, decided := map[Holding]bool{}, map[Power]bool{}
	for i, h := range hs {
		p = append(p, checkEnum("power", h.Power, Powers[:]...).At(i)...)
		p = append(p, checkEnum("holder", h.Holder, LevelCounty, LevelTownship).At(i)...)
		p = append(p, checkEnum("mode", h.Mode, ModeDecide, ModeConsult, ModeAdvise).At(i)...)
		hand := Holding{Power: h.Power, Holder: h.Holder}
		if held[hand] || h.Mode == ModeDecide && decided[h.Power] {
			p = append(p, Errorf(CodeInvalid, "权限 %s 重复或有两个决定方", "power %s stands twice or is decided by two", h.Power).At(i))
		}
		held[hand] = true
		decided[h.Power] = decided[h.Power] || h.Mode == ModeDecide
	}
	return p
}

func compareHoldings(a, b Holding) int {
	return cmp.Or(compareStrings(a.Power, b.Power), compareStrings(a.Holder, b.Holder), compareStrings(a.Mode, b.Mode))
}
