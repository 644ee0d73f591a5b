package change

import "tiaokuai/internal/gov"

// ShareOffice has two organs of one township work as one (合署办公), each with its own quota count.
type ShareOffice struct {
	Organ string `json:"organ"`
	With  string `json:"with"`
	gov.Provenance
}

// Apply refuses missing or equal ends and organs of two townships.
func (e *ShareOffice) Apply(d *Draft) gov.Problems {
	o, p := Find[*gov.Organ](d, "organ", e.Organ)
	w, q := Find[*gov.Organ](d, "with", e.With)
	switch {
	case p != nil || q != nil:
	case o.Key == w.Key:
		p = gov.Problems{gov.Errorf(gov.CodeInvalid, "合署办公需要两个不同的机构", "a shared office needs two organs").At("with")}
	case o.Township != w.Township:
		p = gov.Problems{otherTownship(d, w, o.Township).At("with")}
	}
	return putEdge(d, &gov.SharedOffice{From: min(e.Organ, e.With), To: max(e.Organ, e.With), Provenance: e.Provenance}, p, q)
}

// Sentence says who works as one.
func (e *ShareOffice) Sentence(name Namer) gov.Text {
	return gov.Textf("%s与%s合署办公", "%s and %s share an office", name(e.Organ), name(e.With))
}

// Describe documents the edit.
func (*ShareOffice) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "合署办公", EN: "Share an office"},
		Text:  gov.Text{ZH: "同一乡镇的两个机构合署办公，仍分别计算机构限额。", EN: "Two organs of one township work as one; each still counts toward the quota."},
	}
}
