package change

import "tiaokuai/internal/gov"

// WithdrawDispatch ends that a department stations an organ.
type WithdrawDispatch struct {
	Department string `json:"department"`
	Organ      string `json:"organ"`
}

// Apply refuses a dispatch that is not there.
func (e *WithdrawDispatch) Apply(d *Draft) gov.Problems {
	return dropEdge(d, gov.EdgeDispatch, e.Department, e.Organ, "organ")
}

// Sentence says which dispatch ends.
func (e *WithdrawDispatch) Sentence(name Namer) gov.Text {
	return gov.Textf("%s不再由%s派驻", "%s is no longer stationed by %s", name(e.Organ), name(e.Department))
}

// Describe documents the edit.
func (*WithdrawDispatch) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "取消派驻", EN: "Withdraw a dispatch"},
		Text:  gov.Text{ZH: "取消县直部门对机构的派驻关系。", EN: "Ends that a department stations an organ."},
	}
}
