package scenario

import "tiaokuai/internal/gov"

var mapReasons = map[MapReason]gov.Text{
	MapKept: {ZH: "保留", EN: "kept"}, MapRenamed: {ZH: "更名", EN: "renamed"}, MapMerged: {ZH: "合并设置", EN: "merged"}, MapSplit: {ZH: "拆分", EN: "split"},
	MapTransferred: {ZH: "划转其他乡镇", EN: "moved to another township"}, MapReplaced: {ZH: "重新组建", EN: "set up anew"}, MapAbolished: {ZH: "撤销", EN: "abolished"},
	MapRemoved: {ZH: "删除记录", EN: "record removed"}, MapNew: {ZH: "新设", EN: "new"}, MapPlate: {ZH: "加挂或摘除牌子", EN: "plates changed"},
	MapSharedOffice: {ZH: "合署办公", EN: "shared office"}, MapManagement: {ZH: "管理体制或权限调整", EN: "management or powers changed"}, MapRank: {ZH: "规格调整", EN: "re-ranked"},
}

var moveReasons = map[MoveReason]gov.Text{
	MoveTransferred: {ZH: "划转", EN: "transferred"}, MoveFollowed: {ZH: "随机构调整", EN: "follows its organ"}, MoveAssigned: {ZH: "新明确", EN: "newly assigned"},
	MoveEnded: {ZH: "不再承担", EN: "ended"}, MoveReturned: {ZH: "收回县级", EN: "returned to the county"}, MoveDevolved: {ZH: "下放乡镇", EN: "brought down to the township"},
	MoveRoles: {ZH: "主次调整", EN: "roles changed"},
}

// MapReasonName is what a reason is called; false if there is no such reason.
func MapReasonName(r MapReason) (gov.Text, bool) { name, ok := mapReasons[r]; return name, ok }

// MoveReasonName is what a reason is called; false if there is no such reason.
func MoveReasonName(r MoveReason) (gov.Text, bool) { name, ok := moveReasons[r]; return name, ok }
