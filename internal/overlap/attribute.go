package overlap

import (
	"slices"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// attributeSentence says what an attribute that detectors read states.
func attributeSentence(c *snapshot.County, e Evidence) gov.Text {
	n, ok := c.Node(e.Node)
	if !ok {
		return gov.Text{}
	}
	name := n.NodeName()
	switch n := n.(type) {
	case *gov.Township:
		if e.Attribute == "portfoliosComplete" {
			return gov.Textf("%s已声明班子分工采集完整", "the portfolios of %s are declared complete", name)
		}
		return gov.Textf("%s已声明职责承担采集完整", "the assignments of %s are declared complete", name)
	case *gov.Organ:
		return organSentence(n, e.Attribute)
	case *gov.Duty:
		return dutySentence(c, n, e.Attribute)
	case *gov.Indicator:
		return say("%[1]s：%[2]s%[3]s%[4]s", "%[1]s: %[2]s%[3]s%[4]s", name, between(n.Low, upper(n)), unit(n), wording(n))
	}
	return gov.Text{}
}

func organSentence(o *gov.Organ, attribute string) gov.Text {
	switch attribute {
	case "management":
		return say("%[1]s的管理体制为%[2]s", "%[1]s is under %[2]s", o.Name, managementName(o.Management))
	case "powers":
		return say("%[1]s的权限：%[2]s", "powers over %[1]s: %[2]s", o.Name, holdingsText(o.Powers))
	case "enforcementSubject":
		return say("%[1]s的执法主体在%[2]s", "the subject of enforcement of %[1]s is the %[2]s", o.Name, levelName(o.EnforcementSubject))
	case "integrating":
		return gov.Textf("%s不是综合性机构", "%s is not an integrating organ", o.Name)
	}
	return gov.Text{}
}

func dutySentence(c *snapshot.County, d *gov.Duty, attribute string) gov.Text {
	switch attribute {
	case "authority":
		return authoritySentence(c, d)
	case "admission":
		return admissionSentence(d)
	}
	if len(d.Listings) == 0 {
		return gov.Textf("“%s”不在任何清单上", "“%s” stands on no list", d.Name)
	}
	var zh, en []string
	for _, l := range d.Listings {
		list, lead := listName(l.List), levelName(l.LeadLevel())
		terms := enclosed(append([]gov.Text{say("%s牵头", "led by the %s", lead)}, terms(c, l.Townships, l.From, l.Until)...))
		zh, en = append(zh, list.ZH+terms.ZH), append(en, list.EN+terms.EN)
	}
	return say("“%[1]s”列入%[2]s", "“%[1]s” stands on the %[2]s", d.Name, gov.Text{ZH: listed(zh).ZH, EN: listed(en).EN})
}

func authoritySentence(c *snapshot.County, d *gov.Duty) gov.Text {
	a := d.Authority
	switch a.Via {
	case gov.ViaGranted:
		return say("“%[1]s”已赋权乡镇%[2]s", "the authority for “%[1]s” was granted to townships%[2]s", d.Name, enclosed(terms(c, a.Townships, "", "")))
	case gov.ViaDelegated:
		return say("“%[1]s”已委托乡镇%[2]s", "the authority for “%[1]s” was delegated to townships%[2]s", d.Name, enclosed(terms(c, a.Townships, "", "")))
	}
	return say("“%[1]s”的权限在%[2]s", "the authority for “%[1]s” is with the %[2]s", d.Name, levelName(a.Level))
}

func admissionSentence(d *gov.Duty) gov.Text {
	if d.Admission == nil {
		return gov.Textf("“%s”没有准入", "“%s” has no admission", d.Name)
	}
	a := d.Admission
	return say("“%[1]s”的准入：%[2]s%[3]s", "admission of “%[1]s”: %[2]s%[3]s", d.Name, a.Document, enclosed(terms(nil, nil, a.Date, a.Expires)))
}

// terms are for which townships and from when until when something holds.
func terms(c *snapshot.County, townships []string, from, until gov.Date) []gov.Text {
	var out []gov.Text
	if len(townships) > 0 {
		out = append(out, say("限%s", "for %s", namesOf(c, townships)))
	}
	if from != "" {
		out = append(out, gov.Textf("自%s起", "from %s", string(from)))
	}
	if until != "" {
		out = append(out, gov.Textf("至%s止", "until %s", string(until)))
	}
	return out
}

// enclosed puts texts in brackets; none gives nothing.
func enclosed(ts []gov.Text) gov.Text {
	if len(ts) == 0 {
		return gov.Text{}
	}
	var zh, en []string
	for _, t := range ts {
		zh, en = append(zh, t.ZH), append(en, t.EN)
	}
	return gov.Text{ZH: "（" + strings.Join(zh, "，") + "）", EN: " (" + strings.Join(en, ", ") + ")"}
}

// unit is an indicator's unit as it follows a number.
func unit(i *gov.Indicator) gov.Text {
	if i.Unit == "" {
		return gov.Text{}
	}
	return gov.Text{ZH: i.Unit, EN: " " + i.Unit}
}

func wording(i *gov.Indicator) gov.Text {
	if i.Wording == "" {
		return gov.Text{}
	}
	return gov.Textf("（原文：%s）", " (in the source: %s)", i.Wording)
}

func managementName(m gov.Management) gov.Text {
	switch m {
	case gov.ManagementOwn:
		return gov.Textf("乡镇本级", "the township itself")
	case gov.ManagementCountyDirect:
		return gov.Textf("县直部门直属", "a county department directly")
	case gov.ManagementVertical:
		return gov.Textf("垂直管理", "vertical management")
	case gov.ManagementTerritorial:
		return gov.Textf("属地管理", "territorial management")
	case gov.ManagementDual:
		return gov.Textf("双重管理", "dual management")
	}
	return gov.Textf("未登记", "no management on record")
}

// holdingsText lists powers with who decides them; consulting and advising are left to the organ's own page.
func holdingsText(hs []gov.Holding) gov.Text {
	var zh, en []string
	for _, p := range gov.Powers {
		i := slices.IndexFunc(hs, func(h gov.Holding) bool { return h.Power == p && h.Mode == gov.ModeDecide })
		if i < 0 {
			continue
		}
		power, level := powerName(p), levelName(hs[i].Holder)
		zh, en = append(zh, power.ZH+"在"+level.ZH), append(en, power.EN+" with the "+level.EN)
	}
	return gov.Text{ZH: listed(zh).ZH, EN: listed(en).EN}
}

func powerName(p gov.Power) gov.Text {
	switch p {
	case gov.PowerAffiliation:
		return gov.Textf("机构隶属", "affiliation")
	case gov.PowerPersonnel:
		return gov.Textf("编制人事", "personnel")
	case gov.PowerAppointment:
		return gov.Textf("任免", "appointment")
	case gov.PowerAppraisal:
		return gov.Textf("考核", "appraisal")
	case gov.PowerCommand:
		return gov.Textf("指挥调度", "command")
	case gov.PowerOrganization:
		return gov.Textf("组织关系", "party organization")
	case gov.PowerPerformance:
		return gov.Textf("绩效", "performance pay")
	case gov.PowerTransfer:
		return gov.Textf("人员调整", "transfer of staff")
	}
	return gov.Text{}
}
