package countytest

import (
	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
)

// editors make a random edit of each kind of [change.Catalogue] but createCounty, which no county admits.
var editors = []struct {
	name string
	roll func(*editor) change.Edit
}{
	{"updateCounty", func(e *editor) change.Edit {
		return &change.UpdateCounty{Key: key[*gov.County](e), Set: patch(e, &gov.County{Name: e.name("市"), Sandbox: true, Settings: randomSettings(e)})}
	}},
	{"setSettings", func(e *editor) change.Edit {
		return &change.SetSettings{Settings: gov.Normalize(&gov.County{Settings: randomSettings(e)}).Settings}
	}},

	{"createTownship", func(e *editor) change.Edit {
		return &change.CreateTownship{Node: gov.Township{Name: e.name("镇"), Size: pick(e, "", gov.SizeLarge), Provenance: e.origin()}}
	}},
	{"updateTownship", func(e *editor) change.Edit {
		return &change.UpdateTownship{Key: key[*gov.Township](e), Set: patch(e, &gov.Township{Name: e.name("镇"), Order: e.IntN(5), MiddlePosts: e.IntN(9), Provenance: e.origin()})}
	}},
	{"removeTownship", func(e *editor) change.Edit { return &change.RemoveTownship{Key: key[*gov.Township](e)} }},
	{"renameTownship", func(e *editor) change.Edit {
		return &change.RenameTownship{Key: key[*gov.Township](e), Name: e.name("乡")}
	}},
	{"declarePortfolios", func(e *editor) change.Edit {
		return &change.DeclarePortfolios{Township: key[*gov.Township](e), Complete: chance(e, 2)}
	}},
	{"declareAssignments", func(e *editor) change.Edit {
		return &change.DeclareAssignments{Township: key[*gov.Township](e), Complete: chance(e, 2)}
	}},

	{"createOrgan", func(e *editor) change.Edit {
		return &change.CreateOrgan{Node: *randomOrgan(e, key[*gov.Township](e), e.name("办"), keys[*gov.Source](e))}
	}},
	{"updateOrgan", func(e *editor) change.Edit {
		return &change.UpdateOrgan{Key: key[*gov.Organ](e), Set: patch(e, randomOrgan(e, "", e.name("办"), keys[*gov.Source](e)))}
	}},
	{"removeOrgan", func(e *editor) change.Edit { return &change.RemoveOrgan{Key: key[*gov.Organ](e)} }},
	{"renameOrgan", func(e *editor) change.Edit {
		return &change.RenameOrgan{Key: key[*gov.Organ](e), Name: e.name("中心")}
	}},
	{"mergeOrgans", rollMergeOrgans},
	{"splitOrgan", rollSplitOrgan},
	{"transferOrgan", func(e *editor) change.Edit {
		return &change.TransferOrgan{Organ: key[*gov.Organ](e), Township: key[*gov.Township](e), Name: pick(e, "", e.name("站"))}
	}},
	{"abolishOrgan", func(e *editor) change.Edit {
		return &change.AbolishOrgan{Organ: key[*gov.Organ](e), Successors: some(e, 2, keys[*gov.Organ](e))}
	}},
	{"addPlate", func(e *editor) change.Edit {
		return &change.AddPlate{Organ: key[*gov.Organ](e), Name: e.name("牌"), Kind: pick(e, "", gov.PlateTwin)}
	}},
	{"removePlate", rollRemovePlate},
	{"shareOffice", rollShareOffice},
	{"endSharedOffice", func(e *editor) change.Edit {
		if s, ok := edge[*gov.SharedOffice](e); ok {
			return &change.EndSharedOffice{Organ: s.To, With: s.From}
		}
		return nil
	}},
	{"setManagement", func(e *editor) change.Edit {
		return &change.SetManagement{Organ: key[*gov.Organ](e), Management: pick(e, gov.ManagementOwn, gov.ManagementVertical, gov.ManagementDual, "")}
	}},
	{"setPowers", func(e *editor) change.Edit {
		return &change.SetPowers{Organ: key[*gov.Organ](e), Powers: randomPowers(e)}
	}},

	{"createDepartment", func(e *editor) change.Edit {
		return &change.CreateDepartment{Node: gov.Department{Key: pick(e, "", e.name("dept-")), Name: e.name("局"), Kind: pick(e, "", gov.DepartmentParty), Provenance: e.origin()}}
	}},
	{"updateDepartment", func(e *editor) change.Edit {
		return &change.UpdateDepartment{Key: key[*gov.Department](e), Set: patch(e, &gov.Department{Name: e.name("局"), Order: e.IntN(5), System: "政法", Provenance: e.origin()})}
	}},
	{"removeDepartment", func(e *editor) change.Edit { return &change.RemoveDepartment{Key: key[*gov.Department](e)} }},
	{"renameDepartment", func(e *editor) change.Edit {
		return &change.RenameDepartment{Key: key[*gov.Department](e), Name: e.name("委")}
	}},
	{"mergeDepartments", rollMergeDepartments},
	{"splitDepartment", rollSplitDepartment},
	{"abolishDepartment", func(e *editor) change.Edit {
		return &change.AbolishDepartment{Department: key[*gov.Department](e), Successors: some(e, 1, keys[*gov.Department](e))}
	}},

	{"createSection", func(e *editor) change.Edit {
		return &change.CreateSection{Node: gov.Section{Department: key[*gov.Department](e), Name: e.name("科"), Order: e.IntN(3), Provenance: e.origin()}}
	}},
	{"updateSection", func(e *editor) change.Edit {
		return &change.UpdateSection{Key: key[*gov.Section](e), Set: patch(e, &gov.Section{Name: e.name("科"), Order: e.IntN(5), Provenance: e.origin()})}
	}},
	{"removeSection", func(e *editor) change.Edit { return &change.RemoveSection{Key: key[*gov.Section](e)} }},
	{"renameSection", func(e *editor) change.Edit {
		return &change.RenameSection{Key: key[*gov.Section](e), Name: e.name("股")}
	}},
	{"mergeSections", func(e *editor) change.Edit {
		all := e.sectionsOf(key[*gov.Department](e))
		if chance(e, 2) {
			return &change.MergeSections{Sections: some(e, 3, all), New: &gov.Section{Name: e.name("科")}}
		}
		return &change.MergeSections{Sections: some(e, 3, all), Into: pick(e, append(all, "nowhere")...)}
	}},
	{"abolishSection", func(e *editor) change.Edit {
		return &change.AbolishSection{Section: key[*gov.Section](e), Successors: some(e, 1, e.sectionsOf(key[*gov.Department](e)))}
	}},

	{"addCounterpart", func(e *editor) change.Edit {
		to := key[*gov.Department](e)
		return &change.AddCounterpart{Organ: key[*gov.Organ](e), Department: to, Sections: some(e, 2, e.sectionsOf(to)), Nature: pick(e, "", gov.NatureWindow), Scope: pick(e, "", "农机"), Provenance: e.origin()}
	}},
	{"refineCounterpart", func(e *editor) change.Edit {
		if c, ok := edge[*gov.Counterpart](e); ok {
			return &change.RefineCounterpart{Organ: c.From, Department: c.To, Sections: some(e, 2, e.sectionsOf(c.To))}
		}
		return nil
	}},
	{"removeCounterpart", func(e *editor) change.Edit {
		if c, ok := edge[*gov.Counterpart](e); ok {
			return &change.RemoveCounterpart{Organ: c.From, Department: c.To}
		}
		return nil
	}},
	{"dispatchOrgan", func(e *editor) change.Edit {
		return &change.DispatchOrgan{Department: key[*gov.Department](e), Organ: key[*gov.Organ](e), Provenance: e.origin()}
	}},
	{"withdrawDispatch", func(e *editor) change.Edit {
		if c, ok := edge[*gov.Dispatch](e); ok {
			return &change.WithdrawDispatch{Department: c.From, Organ: c.To}
		}
		return nil
	}},

	{"createLeader", func(e *editor) change.Edit {
		return &change.CreateLeader{Node: *randomLeader(e, key[*gov.Township](e), e.name("委员"), keys[*gov.Source](e))}
	}},
	{"updateLeader", func(e *editor) change.Edit {
		return &change.UpdateLeader{Key: key[*gov.Leader](e), Set: patch(e, randomLeader(e, "", e.name("委员"), keys[*gov.Source](e)))}
	}},
	{"removeLeader", func(e *editor) change.Edit { return &change.RemoveLeader{Key: key[*gov.Leader](e)} }},
	{"assignLeader", func(e *editor) change.Edit {
		for _, l := range change.Nodes[*gov.Leader](e.draft) {
			if organs := e.organsOf(l.Township); len(organs) > 0 && chance(e, 2) {
				return &change.AssignLeader{Leader: l.Key, Organ: pick(e, organs...), Role: pick(e, "", randomRole(e)), Provenance: e.origin()}
			}
		}
		return nil
	}},
	{"unassignLeader", func(e *editor) change.Edit {
		if c, ok := edge[*gov.Charge](e); ok {
			return &change.UnassignLeader{Leader: c.From, Organ: c.To}
		}
		return nil
	}},

	{"createDuty", func(e *editor) change.Edit { return &change.CreateDuty{Node: *e.duty()} }},
	{"updateDuty", func(e *editor) change.Edit {
		return &change.UpdateDuty{Key: key[*gov.Duty](e), Set: patch(e, e.duty())}
	}},
	{"removeDuty", func(e *editor) change.Edit { return &change.RemoveDuty{Key: key[*gov.Duty](e)} }},
	{"assignDuty", func(e *editor) change.Edit {
		return &change.AssignDuty{Bearer: pick(e, key[*gov.Organ](e), key[*gov.Department](e)), Duty: key[*gov.Duty](e), Role: pick(e, "", gov.AssignmentSupport), Actions: randomActions(e), Content: pick(e, "", "负责日常监管"), Provenance: e.origin()}
	}},
	{"unassignDuty", func(e *editor) change.Edit {
		if c, ok := edge[*gov.Assignment](e); ok {
			return &change.UnassignDuty{Bearer: c.From, Duty: c.To}
		}
		return nil
	}},
	{"moveDuty", func(e *editor) change.Edit {
		if c, ok := edge[*gov.Assignment](e); ok {
			return &change.MoveDuty{Duty: c.To, From: c.From, To: pick(e, key[*gov.Organ](e), key[*gov.Department](e))}
		}
		return nil
	}},
	{"devolveAuthority", func(e *editor) change.Edit {
		return &change.DevolveAuthority{Duty: key[*gov.Duty](e), Townships: some(e, 2, keys[*gov.Township](e)), Document: pick(e, "", "豫政〔2021〕1号")}
	}},
	{"delegateAuthority", func(e *editor) change.Edit {
		return &change.DelegateAuthority{Duty: key[*gov.Duty](e), Department: key[*gov.Department](e), Townships: some(e, 2, keys[*gov.Township](e))}
	}},
	{"withdrawAuthority", func(e *editor) change.Edit {
		return &change.WithdrawAuthority{Duty: key[*gov.Duty](e), Townships: some(e, 1, keys[*gov.Township](e))}
	}},

	{"createMeasure", func(e *editor) change.Edit {
		return &change.CreateMeasure{Node: *gov.Normalize(&gov.Measure{Name: e.name("机制"), Kind: gov.MeasureCoordination, Status: gov.MeasureRecommended, OfficeAt: some(e, 1, keys[*gov.Organ](e)), About: some(e, 1, keys[gov.Node](e)), Provenance: e.origin()})}
	}},
	{"updateMeasure", func(e *editor) change.Edit {
		return &change.UpdateMeasure{Key: key[*gov.Measure](e), Set: patch(e, &gov.Measure{Name: e.name("机制"), Text: "建立", Order: e.IntN(4), OfficeAt: some(e, 1, keys[*gov.Organ](e)), Provenance: e.origin()})}
	}},
	{"removeMeasure", func(e *editor) change.Edit { return &change.RemoveMeasure{Key: key[*gov.Measure](e)} }},
	{"createIndicator", func(e *editor) change.Edit {
		return &change.CreateIndicator{Node: *randomIndicator(e, e.name("指标"), keys[gov.Node](e), keys[*gov.Source](e))}
	}},
	{"updateIndicator", func(e *editor) change.Edit {
		return &change.UpdateIndicator{Key: key[*gov.Indicator](e), Set: patch(e, randomIndicator(e, e.name("指标"), keys[gov.Node](e), keys[*gov.Source](e)))}
	}},
	{"removeIndicator", func(e *editor) change.Edit { return &change.RemoveIndicator{Key: key[*gov.Indicator](e)} }},
	{"createSource", func(e *editor) change.Edit {
		return &change.CreateSource{Node: gov.Source{Document: e.name("文件"), Quote: "一办<多>能"}}
	}},
	{"updateSource", func(e *editor) change.Edit {
		return &change.UpdateSource{Key: key[*gov.Source](e), Set: patch(e, &gov.Source{Document: e.name("文件"), Quote: "引文", Note: "注"})}
	}},
	{"removeSource", func(e *editor) change.Edit { return &change.RemoveSource{Key: key[*gov.Source](e)} }},

	{"recordApproval", func(e *editor) change.Edit {
		return &change.RecordApproval{Authority: "县委编委", Document: e.name("编"), Date: pick(e, gov.Date(""), "2024-05-01", "2024-05-02"), Title: pick(e, "", "关于机构设置的批复")}
	}},
	{"restore", rollRestore},
}
