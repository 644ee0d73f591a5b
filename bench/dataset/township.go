package dataset

import "tiaokuai/internal/gov"

// township makes a township with its organs, leaders and edges.
func (m *maker) township(t int) {
	key := TownshipKey(m.n, t)
	size := gov.SizeMedium
	if t < 3 {
		size = gov.SizeLarge
	}
	m.node(&gov.Township{
		Key: key, Name: townshipName(m.n, t), Order: t + 1, Kind: gov.TownshipTown, Size: size, SizeReason: "服务人口", MiddlePosts: 24,
		PortfoliosComplete: m.percent(70), AssignmentsComplete: m.percent(70), Provenance: m.origin(),
	})
	organs := make([]string, Organs)
	for o, k := range organKinds {
		organs[o] = OrganKey(m.n, t, o)
		m.node(m.organ(key, organs[o], o, k))
		m.counterparts(organs[o], k)
	}
	m.assignments(organs)
	m.charges(m.leaders(key), organs)
}

func (m *maker) organ(township, key string, o int, k organKind) *gov.Organ {
	organ := &gov.Organ{
		Key: key, Township: township, Name: k.name, Order: o + 1, Kind: k.kind, Branch: k.branch, Management: k.management,
		Integrating: k.integrating, Staff: 4 + m.rng.IntN(12), LeadingPosts: 1 + m.rng.IntN(2), Rank: "股级",
		Posts: []gov.PostCount{{Type: gov.PostAdministrative, Count: 3 + m.rng.IntN(10)}}, Provenance: m.origin(),
	}
	if k.kind == gov.OrganDispatched || k.name == "综合行政执法大队" && m.percent(40) {
		organ.EnforcementSubject = gov.LevelCounty
	}
	if m.percent(10) {
		organ.Plates = []gov.Plate{{Name: k.name + "（加挂）", Kind: gov.PlateAdded}}
	}
	return organ
}

// counterparts gives an organ three or four departments, now and then six; some are narrowed to a section.
func (m *maker) counterparts(organ string, k organKind) {
	count := 3 + m.rng.IntN(2)
	if m.percent(5) {
		count = 6
	}
	for _, d := range m.several(count, len(departmentKinds), k.departments) {
		e := &gov.Counterpart{From: organ, To: m.lines[d].Key, Nature: gov.NatureBusiness, Provenance: m.origin()}
		if sections := m.sections[d]; len(sections) > 0 && m.percent(25) {
			e.Sections = []string{sections[m.rng.IntN(len(sections))]}
		}
		if k.name == "便民服务中心" && m.percent(50) {
			e.Nature = gov.NatureWindow
		}
		m.edge(e)
	}
}

// assignments gives each duty one leading organ; a few are led by two or by none, and some are supported. What the county
// leads by its list is mostly supported only.
func (m *maker) assignments(organs []string) {
	for _, d := range m.items {
		roll := m.rng.IntN(100)
		if roll < 2 {
			continue
		}
		leads := 1
		if roll < 8 {
			leads = 2
		}
		if !d.basic() && m.percent(85) {
			leads = 0
		}
		supports := 1 - min(leads, 1)
		if m.percent(15) {
			supports++
		}
		for i, o := range m.several(leads+supports, len(organs), work[d.field].organs) {
			e := &gov.Assignment{From: organs[o], To: d.Key, Role: gov.AssignmentLead, Actions: verbs[d.verb].actions, Provenance: m.origin()}
			if i >= leads {
				e.Role, e.Actions = gov.AssignmentSupport, nil
			}
			m.edge(e)
		}
	}
}

// leaders makes six to eight leaders; they have no personal names.
func (m *maker) leaders(township string) []string {
	var keys []string
	for i, posts := range leaderPosts[:6+m.rng.IntN(3)] {
		l := &gov.Leader{Key: mint(gov.NodeLeader, township, posts[len(posts)-1]), Township: township, Order: i + 1, Posts: posts, Provenance: m.origin()}
		keys = append(keys, l.Key)
		m.node(l)
	}
	return keys
}

// charges puts one leader in charge of each organ, sometimes two or none; the first two preside and lead nothing.
func (m *maker) charges(leaders, organs []string) {
	const presiding = 2
	for o, organ := range organs {
		m.edge(&gov.Charge{From: leaders[0], To: organ, Role: gov.ChargeOverall, Provenance: m.origin()})
		roll := m.rng.IntN(100)
		if roll < 3 {
			continue
		}
		leads := 1
		if roll < 11 {
			leads = 2
		}
		for i, l := range m.several(leads+1, len(leaders)-presiding, []int{o % (len(leaders) - presiding)}) {
			role := gov.ChargeLead
			switch {
			case i >= leads && m.percent(70):
				continue
			case i >= leads:
				role = gov.ChargeAssist
			case organKinds[o].kind == gov.OrganDispatched && m.percent(50):
				role = gov.ChargeLiaison
			}
			m.edge(&gov.Charge{From: leaders[presiding+l], To: organ, Role: role, Provenance: m.origin()})
		}
	}
}
