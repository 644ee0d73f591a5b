package change

import "tiaokuai/internal/gov"

// EndSharedOffice ends that two organs work as one.
type EndSharedOffice struct {
	Organ string `json:"organ"`
	With  string `json:"with"`
}

// Apply refuses a shared office that is not there.
func (e *EndSharedOffice) Apply(d *Draft) gov.Problems {
	return dropEdge(d, gov.EdgeSharedOffice, min(e.Organ, e.With), max(e.Organ, e.With), "with")
}

// Sentence says who no longer works as one.
func (e *EndSharedOffice) Sentence(name Namer) gov.Text {
	return gov.Textf("%s与%s不再合署办公", "%s and %s no longer share an office", name(e.Organ), name(e.With))
}

// Describe documents the edit.
func (*EndSharedOffice) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "取消合署办公", EN: "End a shared office"},
		Text:  gov.Text{ZH: "两个机构不再合署办公。", EN: "Two organs no longer work as one."},
	}
}
