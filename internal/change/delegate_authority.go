package change

import "tiaokuai/internal/gov"

// DelegateAuthority has townships exercise the authority for a duty on behalf of a department, which stays the subject of
// enforcement (委托).
type DelegateAuthority struct {
	Duty       string   `json:"duty"`
	Department string   `json:"department"`
	Townships  []string `json:"townships,omitempty"` // empty = every one
	Document   string   `json:"document,omitempty"`
}

// Apply adds to the townships that have it; it refuses a duty whose authority is granted, or delegated by another.
func (e *DelegateAuthority) Apply(d *Draft) gov.Problems {
	if e.Department == "" {
		_, p := Find[*gov.Department](d, "department", "")
		return p
	}
	return bringDown(d, e.Duty, gov.Authority{Level: gov.LevelTownship, Via: gov.ViaDelegated, Department: e.Department, Townships: e.Townships, Document: e.Document})
}

// Sentence says what is delegated to whom.
func (e *DelegateAuthority) Sentence(name Namer) gov.Text {
	to := toWhom(name, e.Townships)
	return gov.Textf("%[1]s将%[2]s委托%[3]s行使", "%[1]s delegates the authority for %[2]s to %[4]s", name(e.Department), name(e.Duty), to.ZH, to.EN)
}

// Describe documents the edit.
func (*DelegateAuthority) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "委托", EN: "Delegate authority"},
		Text:  gov.Text{ZH: "县直部门将一项职责的权限委托乡镇行使，部门仍为执法主体；已赋权的须先收回。", EN: "Has townships exercise a department's authority for a duty on its behalf; one that is granted has to be withdrawn first."},
	}
}
