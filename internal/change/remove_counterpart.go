package change

import "tiaokuai/internal/gov"

// RemoveCounterpart ends that an organ answers to a department.
type RemoveCounterpart struct {
	Organ      string `json:"organ"`
	Department string `json:"department"`
}

// Apply refuses a counterpart that is not there.
func (e *RemoveCounterpart) Apply(d *Draft) gov.Problems {
	return dropEdge(d, gov.EdgeCounterpart, e.Organ, e.Department, "department")
}

// Sentence says which counterpart ends.
func (e *RemoveCounterpart) Sentence(name Namer) gov.Text {
	return gov.Textf("%s不再对口%s", "%s no longer answers to %s", name(e.Organ), name(e.Department))
}

// Describe documents the edit.
func (*RemoveCounterpart) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "取消对口", EN: "Remove a counterpart"},
		Text:  gov.Text{ZH: "取消机构对县直部门的对口关系。", EN: "Ends that an organ answers to a department."},
	}
}
