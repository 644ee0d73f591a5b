package admission

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// GapKind is a kind of what an admission leaves open.
type GapKind string

// The gaps, in their order.
const (
	GapAuthority  GapKind = "AUTHORITY"      // an organ inspects, punishes, coerces or approves while the authority stays at the county
	GapCountyLead GapKind = "LEAD_AT_COUNTY" // an organ leads what its list gives the county to lead
	GapSharedLead GapKind = "SHARED_LEAD"    // several organs of a township lead it
	GapNoOrgan    GapKind = "NO_ORGAN"       // a township has no organ to bear it, or not the one named
	GapNoPosts    GapKind = "NO_POSTS"       // no posts come along
	GapNoFunds    GapKind = "NO_FUNDS"       // no funds come along
	GapNoTraining GapKind = "NO_TECHNIQUE"   // no technique or training comes along
	GapTest       GapKind = "TEST_FAILED"    // one of the three tests is answered with no
	GapExpired    GapKind = "EXPIRED"        // its days are over
	GapEvaluation GapKind = "EVALUATION_DUE" // it is to be evaluated
)

// Gap is one thing that an admission leaves open. It stops no step; the reviewers have to know of it.
type Gap struct {
	Kind     GapKind
	Township string // key, where it is about one
	Organ    string // key, where it is about one
	Text     gov.Text
}

// Gaps are what would be open in a county once the application is published, in the order of their kinds and of the
// county; on the county's effective day. None of an application that does not fit the county ([Content.Check] says why).
func (a Application) Gaps(c *snapshot.County) []Gap {
	content := a.onRecord(c)
	if len(content.Check(c)) > 0 {
		return nil
	}
	p := planOf(c, content)
	leads := p.leads()
	out := p.authorityGaps(leads)
	out = append(out, p.leadGaps(leads)...)
	out = append(out, p.organGaps(leads)...)
	out = append(out, p.supportGaps()...)
	out = append(out, p.testGaps()...)
	return append(out, a.dateGaps(c.Effective())...)
}

// onRecord is the content with the duty that publication put on record in the place of the new one.
func (a Application) onRecord(c *snapshot.County) Content {
	content := a.Content
	if content.New == nil || a.State() != StatePublished {
		return content
	}
	for d := range c.EachDuty() {
		if d.Name == content.New.Name {
			content.Duty, content.New = d.Key, nil
			return content
		}
	}
	return content
}

func (p *plan) authorityGaps(leads []lead) []Gap {
	var out []Gap
	after := p.authorityAfter()
	for _, l := range leads {
		actions := exercised(l.actions)
		if t := l.Township(); len(actions) > 0 && after.Level != "" && after.DownTo(t.Key) == "" {
			names := actionNames(actions)
			out = append(out, Gap{GapAuthority, t.Key, l.Key, gov.Textf(
				"%[1]s%[2]s主责“%[3]s”的%[4]s，但法定权限仍在县级，既未赋权也未委托，准入后权责不对等",
				"%[2]s of %[1]s is to lead “%[3]s” (%[5]s) while the authority stays at the county, neither granted nor delegated",
				t.Name, l.Name, p.duty.Name, names.ZH, names.EN)})
		}
	}
	return out
}

// leadGaps are organs that lead what the list gives the county to lead, and townships with several leads.
func (p *plan) leadGaps(leads []lead) []Gap {
	var out []Gap
	county := p.leadLevel() == gov.LevelCounty
	for _, l := range leads {
		if t := l.Township(); county && p.applied(t.Key) {
			out = append(out, Gap{GapCountyLead, t.Key, l.Key, gov.Textf(
				"清单确定“%[3]s”由县级主责，而%[1]s%[2]s登记为牵头，宜改为配合", "the list has the county lead “%[3]s”, while %[2]s of %[1]s is down to lead; it had better support",
				t.Name, l.Name, p.duty.Name)})
		}
	}
	for _, key := range p.Townships {
		t, _ := snapshot.Lookup[snapshot.Township](p.county, key)
		if n := countIn(leads, key); n > 1 && !p.duty.Universal {
			out = append(out, Gap{GapSharedLead, key, "", gov.Textf(
				"%[1]s有 %[3]d 个机构牵头“%[2]s”，宜明确一个牵头机构", "%[3]d organs of %[1]s lead “%[2]s”; one lead had better be named", t.Name, p.duty.Name, n)})
		}
	}
	return out
}

// organGaps are townships without an organ that bears the duty, or without the one that was named.
func (p *plan) organGaps(leads []lead) []Gap {
	var out []Gap
	for _, a := range p.absent {
		out = append(out, Gap{GapNoOrgan, a.township.Key, "", gov.Textf("%[1]s没有“%[2]s”", "%[1]s has no organ called %[2]s", a.township.Name, a.organ)})
	}
	for _, key := range p.Townships {
		t, _ := snapshot.Lookup[snapshot.Township](p.county, key)
		borne := countIn(leads, key) > 0 || slices.ContainsFunc(p.bearers, func(c carrier) bool { return c.Township().Key == key })
		if !borne {
			out = append(out, Gap{GapNoOrgan, key, "", gov.Textf("%[1]s尚未明确承接“%[2]s”的机构", "no organ of %[1]s is named to bear “%[2]s”", t.Name, p.duty.Name)})
		}
	}
	return out
}

// supportGaps are what does not come along: 人员编制、经费、技术.
func (p *plan) supportGaps() []Gap {
	var out []Gap
	if len(p.posts) == 0 {
		out = append(out, Gap{Kind: GapNoPosts, Text: gov.Textf("未随事项划转编制", "no posts come along with the duty")})
	}
	if p.Funds == "" {
		out = append(out, Gap{Kind: GapNoFunds, Text: gov.Textf("未明确经费保障", "no funds are said to come along")})
	}
	if p.Technique == "" {
		out = append(out, Gap{Kind: GapNoTraining, Text: gov.Textf("未明确技术支持和业务培训", "no technical support or training is said to come along")})
	}
	return out
}

func (p *plan) testGaps() []Gap {
	if p.Tests == nil {
		return nil
	}
	var out []Gap
	for _, t := range p.Tests.all() {
		if !t.Passed {
			out = append(out, Gap{Kind: GapTest, Text: gov.Textf("不符合“%[1]s”：%[3]s", "not met: %[2]s (%[3]s)", t.name.ZH, t.name.EN, t.Reason)})
		}
	}
	return out
}

func (a Application) dateGaps(on gov.Date) []Gap {
	var out []Gap
	if a.Expires != "" && a.Expires < on {
		out = append(out, Gap{Kind: GapExpired, Text: gov.Textf("准入期限已于 %s 届满", "the admission ran out on %s", a.Expires)})
	}
	for _, d := range a.Due(on) {
		if d.Kind == DeadlineEvaluation {
			out = append(out, Gap{Kind: GapEvaluation, Text: d.Text})
		}
	}
	return out
}

func countIn(leads []lead, township string) (n int) {
	for _, l := range leads {
		if l.Township().Key == township {
			n++
		}
	}
	return n
}
