package scenario

// MoveReason says why a duty is borne by others.
type MoveReason string

// The reasons.
const (
	MoveTransferred MoveReason = "TRANSFERRED" // 划转
	MoveFollowed    MoveReason = "FOLLOWED"    // 随机构调整: to successors
	MoveAssigned    MoveReason = "ASSIGNED"    // 新明确: nobody bore it before
	MoveEnded       MoveReason = "ENDED"       // 不再承担: nobody bears it after
	MoveReturned    MoveReason = "RETURNED"    // 收回县级: a department leads it now
	MoveDevolved    MoveReason = "DEVOLVED"    // 下放乡镇: an organ leads it that a department led
	MoveRoles       MoveReason = "ROLES"       // 主次调整: the same bearers in other roles
)

// Bearers are keys of those who bear a duty.
type Bearers struct {
	Lead, Support []string
}

// DutyMove is one line of 职责划转前后对照表: a duty in a township whose bearers changed, or among the county's departments
// with an empty Township. Keys of Before are of the county before, those of After of the county after.
type DutyMove struct {
	Township      string
	Duty          string
	Before, After Bearers
	Reason        MoveReason
}

// MapReason says what became of organs.
type MapReason string

// The reasons, several of which can hold for one line.
const (
	MapKept         MapReason = "KEPT"          // 保留
	MapRenamed      MapReason = "RENAMED"       // 更名
	MapMerged       MapReason = "MERGED"        // 合并设置
	MapSplit        MapReason = "SPLIT"         // 拆分
	MapTransferred  MapReason = "TRANSFERRED"   // 划转其他乡镇
	MapReplaced     MapReason = "REPLACED"      // 重新组建
	MapAbolished    MapReason = "ABOLISHED"     // 撤销
	MapRemoved      MapReason = "REMOVED"       // 删除记录
	MapNew          MapReason = "NEW"           // 新设
	MapPlate        MapReason = "PLATE"         // 加挂或摘除牌子
	MapSharedOffice MapReason = "SHARED_OFFICE" // 合署办公
	MapManagement   MapReason = "MANAGEMENT"    // 管理体制或权限调整
	MapRank         MapReason = "RANK"          // 规格调整
)

// OrganLine is one line of 新旧机构对照表: organs before, what they became, and why. Where organs meet or part they stand in
// one line. Keys of Before are of the county before, those of After of the county after.
type OrganLine struct {
	Township string // key; of the organs before, else after
	Before   []string
	After    []string
	Reasons  []MapReason // in the order above
}
