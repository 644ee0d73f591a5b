package countytest

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Random is a county of 1 to 3 townships that may have every kind of node, edge and attribute, at revision 1. Departments
// and duties are few, so that organs meet at them.
func Random(d Dice) *snapshot.County {
	c, err := snapshot.Build(RandomGraph(d), snapshot.Meta{Revision: 1})
	if err != nil {
		panic(err) // the generator keeps ends and parents
	}
	return c
}

// RandomGraph is Random as plain values, sorted.
func RandomGraph(d Dice) gov.Graph {
	g := &generator{Dice: d}
	g.county()
	for range 1 + d.IntN(3) {
		g.township()
	}
	g.crossTies()
	g.loners()
	g.Sort()
	return g.Graph
}

// generator makes a county; it remembers the keys that later nodes and edges refer to.
type generator struct {
	Dice
	gov.Graph
	townships, departments, duties, organs, sources []string
	sections                                        map[string][]string // by department
	formers                                         []*gov.Former
	used                                            map[string]bool
}

func (g *generator) node(n gov.Node) { g.Nodes = append(g.Nodes, gov.Normalize(n)) }
func (g *generator) edge(e gov.Edge) { g.Edges = append(g.Edges, gov.Normalize(e)) }
func (g *generator) one(n int) bool  { return chance(g, n) }
func (g *generator) count(n int) int { return g.IntN(n + 1) }
func (g *generator) word(s string) string {
	if g.one(2) {
		return ""
	}
	return s
}

func (g *generator) mint(kind gov.NodeKind, township, name string) string {
	key := gov.Mint(kind, township, name, func(key string) bool { return g.used[key] })
	g.used[key] = true
	return key
}

// origin is a provenance with what sources there are.
func (g *generator) origin() gov.Provenance { return randomOrigin(g, g.sources) }

// randomOrigin is a provenance that cites some of the sources.
func randomOrigin(d Dice, sources []string) gov.Provenance {
	if chance(d, 3) {
		return gov.Provenance{}
	}
	p := gov.Provenance{Basis: pick(d, gov.BasisDocument, gov.BasisInferred, gov.BasisIllustrative), Sources: some(d, 2, sources)}
	if chance(d, 4) {
		p.Attributes = []gov.AttributeBasis{{Attribute: "name", Basis: gov.BasisInferred, Sources: some(d, 1, sources)}}
	}
	return p
}

// county makes what stands above the townships.
func (g *generator) county() {
	g.sections, g.used = map[string][]string{}, map[string]bool{}
	for i := range g.count(2) {
		s := &gov.Source{Document: numbered("文件", i), Article: g.word("第一条"), Quote: g.word("一办多能"), Issuer: g.word("县委编委"), Date: gov.Date(g.word("2022-01-31")), Trust: g.word("A")}
		s.Key = g.mint(gov.NodeSource, "", s.Document)
		g.sources = append(g.sources, s.Key)
		g.node(s)
	}
	g.node(&gov.County{
		Key: "410185", Name: "登封市", Kind: gov.CountyCity, Sandbox: g.one(2), Settings: randomSettings(g),
		Regions: []gov.Region{{Key: "41", Name: "河南省", Level: gov.RegionProvince}}, Aliases: []gov.Alias{{Alias: "党建办", Name: "党建工作办公室"}},
		Domains: []gov.CodeList{{Edition: "2024", Codes: []string{"应急安全", "农业农村"}, Sources: some(g, 1, g.sources)}}, Provenance: g.origin(),
	})
	for i := range 1 + g.count(3) {
		g.department(i)
	}
	g.former(gov.NodeDepartment, "", "原局")
	for i := range g.count(4) {
		n := randomDuty(g, numbered("职责", i), g.departments, nil, g.sources)
		n.Key = g.mint(gov.NodeDuty, "", n.Name)
		g.duties = append(g.duties, n.Key)
		g.node(n)
	}
}

// randomSettings are limits and weights, most often the defaults.
func randomSettings(d Dice) gov.Settings {
	if chance(d, 2) {
		return gov.Settings{}
	}
	return gov.Settings{
		Version: d.IntN(2), DepartmentLimit: d.IntN(4), LeaderOrganLimit: d.IntN(3), CoverageFloor: d.IntN(101),
		Weights: some(d, 2, []gov.Weight{{Kind: gov.OverlapManyToOne, Weight: gov.Micro(d.IntN(3_000_000))}, {Kind: gov.OverlapSharedDuty}}),
		Gates:   some(d, 2, []gov.GateKind{gov.GateTownshipOpinion, gov.GateApproval}),
	}
}

func (g *generator) department(i int) {
	n := &gov.Department{
		Name: numbered("局", i), ShortNames: some(g, 1, []string{"简称"}), FormerNames: some(g, 1, []string{"旧称"}), Order: g.count(2),
		Kind: pick(g, "", gov.DepartmentParty, gov.DepartmentGovernment, gov.DepartmentVertical), System: g.word("农口"), Provenance: g.origin(),
	}
	n.Key = g.mint(gov.NodeDepartment, "", n.Name)
	g.departments = append(g.departments, n.Key)
	g.node(n)
	for j := range g.count(3) {
		s := &gov.Section{Department: n.Key, Name: numbered(n.Name+"科", j), Order: g.count(2), Provenance: g.origin()}
		s.Key = g.mint(gov.NodeSection, "", s.Name)
		g.sections[n.Key] = append(g.sections[n.Key], s.Key)
		g.node(s)
	}
}

// randomDuty is a duty without a key on some lists, for some of the townships.
func randomDuty(d Dice, name string, departments, townships, sources []string) *gov.Duty {
	n := &gov.Duty{
		Name: name, Order: d.IntN(3), Aspect: pick(d, "", "平安建设"), Domain: pick(d, "", "应急安全", "农业农村"),
		Nature: pick(d, "", gov.NatureService, gov.NatureApproval, gov.NatureEnforcement, gov.NatureManagement), Universal: chance(d, 6),
		Simple: chance(d, 3), Perishable: chance(d, 3), SingleDept: chance(d, 3), HandledAt: pick(d, "", gov.HandledAtVillage), Provenance: randomOrigin(d, sources),
	}
	for range d.IntN(3) {
		n.Listings = append(n.Listings, gov.Listing{
			List: pick(d, gov.ListBasic, gov.ListSupporting, gov.ListWithdrawn, gov.ListTerritorial),
			Lead: pick(d, "", gov.LevelCounty, gov.LevelTownship), Townships: some(d, 1, townships), From: pick(d, gov.Date(""), "2024-01-01"),
			Until: pick(d, gov.Date(""), "2025-12-31"), Document: pick(d, "", "登办〔2024〕1号"), Content: pick(d, "", "配合做好日常巡查"),
		})
	}
	n.Authority = pick(d, gov.Authority{}, gov.Authority{Level: gov.LevelCounty, Department: pick(d, departments...)},
		gov.Authority{Level: gov.LevelTownship, Via: gov.ViaGranted, Townships: some(d, 1, townships)},
		gov.Authority{Level: gov.LevelTownship, Via: gov.ViaDelegated, Department: pick(d, departments...), Document: "登办〔2024〕2号"})
	if chance(d, 4) {
		n.Admission = &gov.Admission{Document: "登办〔2024〕3号", Date: "2024-01-01"}
	}
	return gov.Normalize(n)
}

// former leaves a dissolved node behind; what it leads to is decided at the end.
func (g *generator) former(of gov.NodeKind, township, name string) {
	if g.one(2) {
		return
	}
	f := &gov.Former{
		Of: of, Township: township, Name: name, Names: some(g, 1, []string{"旧牌子"}), Revision: 1,
		Reason: pick(g, gov.SuccessionMerged, gov.SuccessionSplit, gov.SuccessionReplaced, gov.SuccessionAbolished), Provenance: g.origin(),
	}
	f.Key = g.mint(of, township, name)
	g.formers = append(g.formers, f)
	g.node(f)
}

// crossTies makes what may refer to anything: successions, measures and indicators.
func (g *generator) crossTies() {
	for i, f := range g.formers {
		successors := g.organs
		if f.Of == gov.NodeDepartment {
			successors = g.departments
		}
		if i > 0 && g.formers[i-1].Of == f.Of {
			successors = append([]string{g.formers[i-1].Key}, successors...)
		}
		for _, to := range some(g, 2, successors) {
			g.edge(&gov.Succession{From: f.Key, To: to, Reason: f.Reason, Revision: f.Revision, Provenance: g.origin()})
		}
	}
	for i := range g.count(2) {
		m := &gov.Measure{
			Name: numbered("机制", i), Kind: pick(g, gov.MeasureCoordination, gov.MeasureAdmission, gov.MeasureTraining), Order: g.count(2),
			Status: pick(g, gov.MeasureExisting, gov.MeasureRecommended), Text: g.word("建立联席会议"), OfficeAt: some(g, 2, g.organs), About: some(g, 2, g.duties), Provenance: g.origin(),
		}
		m.Key = g.mint(gov.NodeMeasure, "", m.Name)
		g.node(m)
	}
	for i := range g.count(3) {
		n := randomIndicator(g, numbered("指标", i), g.townships, g.sources)
		n.Key = g.mint(gov.NodeIndicator, "", n.Name)
		g.node(n)
	}
}

// loners are what nothing refers to, so that it can be removed.
func (g *generator) loners() {
	if g.one(2) {
		g.node(&gov.Township{Key: g.mint(gov.NodeTownship, "", "新镇"), Name: "新镇"})
		g.node(&gov.Source{Key: g.mint(gov.NodeSource, "", "未引文件"), Document: "未引文件"})
	}
}

// randomIndicator is an indicator without a key about one of the subjects.
func randomIndicator(d Dice, name string, subjects, sources []string) *gov.Indicator {
	low := int64(d.IntN(200))
	n := &gov.Indicator{
		Name: name, Metric: pick(d, "", gov.MetricDutyTotal, gov.MetricPowersTotal, gov.MetricPowersDevolved), Domain: pick(d, "", "应急安全"),
		Low: low, High: pick(d, 0, low, low+100), Unit: pick(d, "", "项"), Wording: pick(d, "", "几百项"), Provenance: randomOrigin(d, sources),
	}
	if len(subjects) > 0 && chance(d, 2) {
		n.Subject = pick(d, subjects...)
	}
	return gov.Normalize(n)
}
