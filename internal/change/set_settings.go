package change

import "tiaokuai/internal/gov"

// SetSettings replaces the county's limits and weights; what is left out is the default again.
type SetSettings struct {
	gov.Settings
}

// Apply refuses limits and weights out of range.
func (e *SetSettings) Apply(d *Draft) gov.Problems {
	counties := Nodes[*gov.County](d)
	if len(counties) == 0 {
		return gov.Problems{gov.Errorf(gov.CodeNotFound, "县（市、区）尚未建立", "there is no county yet")}
	}
	if p := e.Settings.Check(); len(p) > 0 {
		return p
	}
	c := *counties[0]
	c.Settings = e.Settings
	d.Put(&c)
	return nil
}

// Sentence says that settings change.
func (e *SetSettings) Sentence(Namer) gov.Text {
	return gov.Textf("调整参数：对口部门上限 %d，分管机构上限 %d", "set the limits to %d departments per organ and %d organs per leader", e.Departments(), e.LeaderOrgans())
}

// Describe documents the edit.
func (*SetSettings) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "调整参数", EN: "Set the settings"},
		Text:  gov.Text{ZH: "设定本县的上限和各类重叠的权重；未填的恢复默认值。", EN: "Replaces the county's limits and weights; what is left out is the default again."},
	}
}
