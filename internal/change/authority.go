package change

import (
	"cmp"
	"slices"

	"tiaokuai/internal/gov"
)

// bringDown gives the authority for a duty to townships (none = every one), beside those that have it the same way.
// One duty comes down in one way only, so another way has to be withdrawn first.
func bringDown(d *Draft, duty string, a gov.Authority) gov.Problems {
	n, p := Find[*gov.Duty](d, "duty", duty)
	if a.Department != "" {
		_, q := Find[*gov.Department](d, "department", a.Department)
		p = append(p, q...)
	}
	for i, key := range a.Townships {
		_, q := findAt[*gov.Township](d, key, "townships", i)
		p = append(p, q...)
	}
	if len(p) > 0 {
		return p
	}
	now := n.Authority
	same := now.Via == a.Via && (a.Department == "" || now.Department == a.Department)
	switch {
	case now.Level != gov.LevelTownship:
	case !same:
		return gov.Problems{gov.Errorf(gov.CodeConflict, "“%s”的权限已以其他方式下放", "the authority for %s has come down in another way", n.Name).
			Advise("请先收回", "withdraw it first").At("duty")}
	case len(now.Townships) == 0:
		a.Townships = nil
	case len(a.Townships) > 0:
		a.Townships = append(slices.Clone(now.Townships), a.Townships...)
	}
	a.Department = cmp.Or(a.Department, now.Department)
	c := *n
	c.Authority = a
	if p = c.Check(); len(p) == 0 {
		d.Put(&c)
	}
	return p
}

// toWhom names the townships, or all of them.
func toWhom(name Namer, townships []string) gov.Text {
	if len(townships) == 0 {
		return gov.Text{ZH: "各乡镇", EN: "every township"}
	}
	return listed(name, townships)
}
