package change

import "tiaokuai/internal/gov"

// SetManagement puts an organ under a management (管理体制), whose preset says who holds which power; powers recorded
// one by one are cleared.
type SetManagement struct {
	Organ      string         `json:"organ"`
	Management gov.Management `json:"management"`
}

// Apply refuses an unknown management.
func (e *SetManagement) Apply(d *Draft) gov.Problems {
	o, p := Find[*gov.Organ](d, "organ", e.Organ)
	if e.Management.Preset() == nil {
		p = append(p, gov.Errorf(gov.CodeInvalid, "没有 %q 这种管理体制", "there is no management %q", string(e.Management)).At("management"))
	}
	if len(p) > 0 {
		return p
	}
	c := *o
	c.Management, c.Powers = e.Management, nil
	d.Put(&c)
	return nil
}

var managementNames = map[gov.Management]gov.Text{
	gov.ManagementOwn:          {ZH: "乡镇本级管理", EN: "the township's own management"},
	gov.ManagementCountyDirect: {ZH: "县直部门直属管理", EN: "direct management by the county department"},
	gov.ManagementVertical:     {ZH: "垂直管理", EN: "vertical management"},
	gov.ManagementTerritorial:  {ZH: "属地管理", EN: "territorial management"},
	gov.ManagementDual:         {ZH: "双重管理（县属乡管乡用）", EN: "dual management"},
}

// Sentence says under which management the organ comes.
func (e *SetManagement) Sentence(name Namer) gov.Text {
	to := managementNames[e.Management]
	return gov.Textf("%[1]s实行%[2]s", "%[1]s comes under %[3]s", name(e.Organ), to.ZH, to.EN)
}

// Describe documents the edit.
func (*SetManagement) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "调整管理体制", EN: "Set the management"},
		Text: gov.Text{
			ZH: "调整机构的管理体制，各项权限按该体制的通行安排；逐项登记的权限随之清除。",
			EN: "Puts an organ under a management, whose preset says who holds which power; powers recorded one by one are cleared.",
		},
	}
}
