package dataset

import (
	"fmt"

	"tiaokuai/internal/gov"
)

const sourceCount = 5

func sourceKey(i int) string { return fmt.Sprintf("source/%d", i+1) }

// county makes the county itself, its sources and its declared totals.
func (m *maker) county() {
	c := &gov.County{
		Key: Code(m.n), Name: place(m.n) + "县", Kind: gov.CountyPlain, Sandbox: true,
		Regions: []gov.Region{
			{Key: "90", Name: "示例省", Level: gov.RegionProvince},
			{Key: fmt.Sprintf("90%02d", 1+m.n/10), Name: place(300+m.n/10) + "市", Level: gov.RegionPrefecture},
		},
		Provenance: gov.Provenance{Basis: gov.BasisIllustrative, Sources: []string{sourceKey(0)}},
	}
	aspects, domains := map[string]bool{"": true}, map[string]bool{"": true}
	lists := [2]gov.CodeList{{Edition: "2024"}, {Edition: "2024"}}
	for _, w := range work {
		if !aspects[w.aspect] {
			aspects[w.aspect], lists[0].Codes = true, append(lists[0].Codes, w.aspect)
		}
		if !domains[w.domain] {
			domains[w.domain], lists[1].Codes = true, append(lists[1].Codes, w.domain)
		}
	}
	c.Aspects, c.Domains = lists[:1], lists[1:]
	m.node(c)
	for i := range sourceCount {
		m.node(&gov.Source{Key: sourceKey(i), Document: fmt.Sprintf("%s机构编制和职责清单（第%d册）", c.Name, i+1), Article: "全文", Date: Day, Trust: "D"})
	}
	m.node(&gov.Indicator{
		Key: "indicator/duties", Name: "基本履职事项", Order: 1, Subject: c.Key, Metric: gov.MetricDutyTotal,
		Low: Duties, Provenance: m.origin(),
	})
}

func (m *maker) departments() {
	for i, k := range departmentKinds {
		d := &gov.Department{Key: mint(gov.NodeDepartment, "", k.name), Name: k.name, Order: i + 1, Kind: k.kind, Provenance: m.origin()}
		m.lines = append(m.lines, d)
		m.node(d)
		var keys []string
		for j, name := range k.sections {
			s := &gov.Section{Key: mint(gov.NodeSection, "", k.name+"·"+name), Department: d.Key, Name: name, Order: j + 1, Provenance: m.origin()}
			keys = append(keys, s.Key)
			m.node(s)
		}
		m.sections = append(m.sections, keys)
	}
}

// duties makes the duties, and which departments carry them.
func (m *maker) duties() {
	for f, w := range work {
		for _, object := range w.objects {
			for v, verb := range verbs {
				if len(m.items) == Duties {
					return
				}
				m.duty(item{&gov.Duty{Name: object + verb.name, Aspect: w.aspect, Domain: w.domain, Edition: "2024", Nature: verb.nature}, f, v})
			}
		}
	}
}

func (m *maker) duty(d item) {
	d.Key, d.Order, d.Provenance = mint(gov.NodeDuty, "", d.Name), len(m.items)+1, m.origin()
	department := m.lines[work[d.field].departments[m.rng.IntN(len(work[d.field].departments))]]
	switch roll := m.rng.IntN(100); {
	case roll < 70:
		d.Listings = []gov.Listing{{List: gov.ListBasic}}
	case roll < 94:
		d.Listings = []gov.Listing{{List: gov.ListSupporting}}
	case roll < 97:
		d.Listings = []gov.Listing{{List: gov.ListTerritorial}}
	case roll < 99:
		d.Listings = []gov.Listing{{List: gov.ListWithdrawn}}
	}
	if d.Nature == gov.NatureEnforcement || d.Nature == gov.NatureApproval {
		d.LegalBasis = "《" + department.Name + "有关条例》第" + fmt.Sprint(10+m.rng.IntN(60)) + "条"
		d.Authority = gov.Authority{Level: gov.LevelCounty, Department: department.Key}
		if m.percent(75) {
			d.Authority = gov.Authority{Level: gov.LevelTownship, Department: department.Key, Via: gov.ViaDelegated}
		}
	}
	m.items = append(m.items, d)
	m.node(d.Duty)
	if d.basic() || m.percent(10) {
		return
	}
	m.edge(&gov.Assignment{From: department.Key, To: d.Key, Role: gov.AssignmentLead, Actions: verbs[d.verb].actions, Provenance: m.origin()})
	if other := m.lines[m.rng.IntN(len(m.lines))]; other != department && m.percent(15) {
		m.edge(&gov.Assignment{From: other.Key, To: d.Key, Role: gov.AssignmentLead, Provenance: m.origin()})
	}
}
