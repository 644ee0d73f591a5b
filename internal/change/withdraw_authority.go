package change

import (
	"cmp"
	"slices"

	"tiaokuai/internal/gov"
)

// WithdrawAuthority takes the authority for a duty back to the county (收回), from every township or from those named.
type WithdrawAuthority struct {
	Duty      string   `json:"duty"`
	Townships []string `json:"townships,omitempty"` // empty = every one
	Document  string   `json:"document,omitempty"`
}

// Apply refuses where the township named does not have the authority.
func (e *WithdrawAuthority) Apply(d *Draft) gov.Problems {
	n, p := Find[*gov.Duty](d, "duty", e.Duty)
	if p != nil {
		return p
	}
	if n.Authority.Level != gov.LevelTownship {
		return gov.Problems{gov.Errorf(gov.CodeConflict, "“%s”的权限不在乡镇", "no township has the authority for %s", n.Name).At("duty")}
	}
	left := n.Authority.Townships
	if len(left) == 0 {
		for _, t := range Nodes[*gov.Township](d) {
			left = append(left, t.Key)
		}
	}
	for i, key := range e.Townships {
		if !slices.Contains(left, key) {
			p = append(p, gov.Errorf(gov.CodeConflict, "“%s”没有这项权限", "%s does not have this authority", d.Name(key)).At("townships", i))
		}
	}
	if len(p) > 0 {
		return p
	}
	c := *n
	c.Authority.Townships = slices.DeleteFunc(slices.Clone(left), func(key string) bool { return slices.Contains(e.Townships, key) })
	c.Authority.Document = cmp.Or(e.Document, n.Authority.Document)
	if len(e.Townships) == 0 || len(c.Authority.Townships) == 0 {
		c.Authority = gov.Authority{Level: gov.LevelCounty, Department: n.Authority.Department, Document: e.Document}
	}
	d.Put(&c)
	return nil
}

// Sentence says what is taken back from whom.
func (e *WithdrawAuthority) Sentence(name Namer) gov.Text {
	from := toWhom(name, e.Townships)
	return gov.Textf("从%[2]s收回%[1]s的权限", "take the authority for %[1]s back from %[3]s", name(e.Duty), from.ZH, from.EN)
}

// Describe documents the edit.
func (*WithdrawAuthority) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "收回权限", EN: "Withdraw authority"},
		Text:  gov.Text{ZH: "将已赋权或委托的权限收回县级，可只收回部分乡镇的。", EN: "Takes an authority that was granted or delegated back to the county, from every township or some."},
	}
}
