package change

import "tiaokuai/internal/gov"

// DevolveAuthority gives townships the authority for a duty in their own name, as the province grants it (赋权).
type DevolveAuthority struct {
	Duty      string   `json:"duty"`
	Townships []string `json:"townships,omitempty"` // empty = every one
	Document  string   `json:"document,omitempty"`
}

// Apply adds to the townships that have it; it refuses a duty whose authority is delegated.
func (e *DevolveAuthority) Apply(d *Draft) gov.Problems {
	return bringDown(d, e.Duty, gov.Authority{Level: gov.LevelTownship, Via: gov.ViaGranted, Townships: e.Townships, Document: e.Document})
}

// Sentence says what is granted to whom.
func (e *DevolveAuthority) Sentence(name Namer) gov.Text {
	to := toWhom(name, e.Townships)
	return gov.Textf("将%[1]s赋权%[2]s行使", "grant the authority for %[1]s to %[3]s", name(e.Duty), to.ZH, to.EN)
}

// Describe documents the edit.
func (*DevolveAuthority) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "赋权", EN: "Devolve authority"},
		Text:  gov.Text{ZH: "将一项职责的法定权限赋予乡镇，以乡镇名义行使；已委托的须先收回。", EN: "Gives townships the authority for a duty in their own name; one that is delegated has to be withdrawn first."},
	}
}
