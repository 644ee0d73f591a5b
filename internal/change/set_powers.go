package change

import "tiaokuai/internal/gov"

// SetPowers records who holds which power over an organ, in place of what was on record; none leave it to the preset of
// its management.
type SetPowers struct {
	Organ  string        `json:"organ"`
	Powers []gov.Holding `json:"powers,omitempty"`
}

// Apply refuses unknown powers and one that two decide.
func (e *SetPowers) Apply(d *Draft) gov.Problems {
	o, p := Find[*gov.Organ](d, "organ", e.Organ)
	if p != nil {
		return p
	}
	c := *o
	c.Powers = e.Powers
	if p = c.Check(); len(p) == 0 {
		d.Put(&c)
	}
	return p
}

// Sentence counts the powers with each level.
func (e *SetPowers) Sentence(name Namer) gov.Text {
	county, township := 0, 0
	for _, h := range e.Powers {
		switch {
		case h.Mode != gov.ModeDecide:
		case h.Holder == gov.LevelCounty:
			county++
		default:
			township++
		}
	}
	return gov.Textf("明确%s的权限：%d 项在县级，%d 项在乡镇", "set the powers over %s: %d with the county, %d with the township", name(e.Organ), county, township)
}

// Describe documents the edit.
func (*SetPowers) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "明确权限", EN: "Set the powers"},
		Text: gov.Text{
			ZH: "逐项明确机构隶属、编制人事、任免、考核、指挥调度等权限由谁行使；留空则按管理体制。",
			EN: "Records, power by power, who holds it over an organ; none leave it to its management.",
		},
	}
}
