package dossier

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/scenario"
)

// named pairs a code with what it is called.
type named[C ~string] struct {
	code C
	name gov.Text
}

func find[C ~string](list []named[C], code C) gov.Text {
	for _, n := range list {
		if n.code == code {
			return n.name
		}
	}
	return gov.Text{ZH: string(code), EN: string(code)}
}

func sizeName(s gov.Size) gov.Text { return find(sizes, s) }

var sizes = []named[gov.Size]{
	{gov.SizeLarge, gov.Text{ZH: "较大", EN: "large"}},
	{gov.SizeMedium, gov.Text{ZH: "中等", EN: "medium"}},
	{gov.SizeSmall, gov.Text{ZH: "较小", EN: "small"}},
	{"", gov.Text{ZH: "—", EN: "—"}},
}

var organKinds = []named[gov.OrganKind]{
	{gov.OrganOffice, gov.Text{ZH: "党政机构", EN: "offices"}},
	{gov.OrganInstitution, gov.Text{ZH: "所属事业单位", EN: "institutions"}},
	{gov.OrganDispatched, gov.Text{ZH: "派驻机构", EN: "dispatched stations"}},
	{gov.OrganStatutory, gov.Text{ZH: "按有关规定和章程设置的机构", EN: "organs set up by statute"}},
}

var postTypes = []named[gov.PostType]{
	{gov.PostAdministrative, gov.Text{ZH: "行政编制", EN: "administrative"}},
	{gov.PostInstitution, gov.Text{ZH: "事业编制", EN: "institution"}},
	{gov.PostPolitical, gov.Text{ZH: "政法专项编制", EN: "political and legal"}},
	{gov.PostWorker, gov.Text{ZH: "工勤编制", EN: "worker"}},
}

var bases = []named[gov.Basis]{
	{gov.BasisDocument, gov.Text{ZH: "文件依据", EN: "from documents"}},
	{gov.BasisInferred, gov.Text{ZH: "推断", EN: "inferred"}},
	{gov.BasisIllustrative, gov.Text{ZH: "示意", EN: "illustrative"}},
	{"", gov.Text{ZH: "未登记依据", EN: "without a source"}},
}

var kinds = []named[proposal.Kind]{
	{proposal.KindCoordinate, gov.Text{ZH: "建立协调机制", EN: "coordinate"}},
	{proposal.KindClarifyLead, gov.Text{ZH: "明确牵头机构", EN: "clarify the lead"}},
	{proposal.KindReassignLeaders, gov.Text{ZH: "调整班子分工", EN: "reassign leaders"}},
	{proposal.KindRefineCounterparts, gov.Text{ZH: "细化对口科室", EN: "refine counterparts"}},
	{proposal.KindTransferDuty, gov.Text{ZH: "划转职责", EN: "transfer a duty"}},
	{proposal.KindReturnDuty, gov.Text{ZH: "收回职责", EN: "return a duty"}},
	{proposal.KindAdmitDuty, gov.Text{ZH: "职责准入", EN: "admit a duty"}},
	{proposal.KindDualManagement, gov.Text{ZH: "双重管理", EN: "dual management"}},
	{proposal.KindAddPlate, gov.Text{ZH: "加挂牌子", EN: "add a plate"}},
	{proposal.KindCoLocate, gov.Text{ZH: "合署办公", EN: "share an office"}},
	{proposal.KindMergeOrgans, gov.Text{ZH: "合并设置", EN: "merge organs"}},
}

var verdicts = []named[proposal.Verdict]{
	{proposal.Satisfied, gov.Text{ZH: "符合", EN: "met"}},
	{proposal.Violated, gov.Text{ZH: "不符合", EN: "not met"}},
	{proposal.Attention, gov.Text{ZH: "需注意", EN: "to be minded"}},
}

func mapReason(r scenario.MapReason) gov.Text { name, _ := scenario.MapReasonName(r); return name }

func moveReason(r scenario.MoveReason) gov.Text { name, _ := scenario.MoveReasonName(r); return name }

var itemStatuses = []named[scenario.ItemStatus]{
	{scenario.ItemPlanned, gov.Text{ZH: "待登记", EN: "planned"}},
	{scenario.ItemDone, gov.Text{ZH: "已落实", EN: "done"}},
	{scenario.ItemChanged, gov.Text{ZH: "落实后又有改动", EN: "changed since"}},
	{scenario.ItemUndone, gov.Text{ZH: "已恢复原状", EN: "undone"}},
	{scenario.ItemGone, gov.Text{ZH: "问题已消除", EN: "gone"}},
	{scenario.ItemThere, gov.Text{ZH: "问题仍在", EN: "still there"}},
	{scenario.ItemBack, gov.Text{ZH: "问题再现", EN: "back"}},
	{scenario.ItemPending, gov.Text{ZH: "机制尚未建立", EN: "measure pending"}},
	{scenario.ItemAbandoned, gov.Text{ZH: "机制已取消", EN: "measure given up"}},
}

var weights = []named[string]{
	{"interfaces", gov.Text{ZH: "对口接口", EN: "interfaces"}},
	{"duties", gov.Text{ZH: "牵头职责", EN: "duties led"}},
	{"span", gov.Text{ZH: "对口面", EN: "span"}},
	{"integration", gov.Text{ZH: "整合难度", EN: "integration"}},
}

var gates = []named[gov.GateKind]{
	{gov.GateTownshipOpinion, gov.Text{ZH: "乡镇意见", EN: "opinion of the township"}},
	{gov.GateLegalityReview, gov.Text{ZH: "合法性审查", EN: "legality review"}},
	{gov.GateApproval, gov.Text{ZH: "审批", EN: "approval"}},
}
