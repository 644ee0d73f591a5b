package snapshot

import (
	"cmp"
	"slices"

	"tiaokuai/internal/gov"
)

// base is what the county has above its townships. It is immutable and shared between snapshots.
type base struct {
	county      *gov.County
	departments []*gov.Department
	sections    []*gov.Section // of one department next to each other
	sectionsOf  []int32        // sections of department i: sections[sectionsOf[i]:sectionsOf[i+1]]
	sectionDept []int32
	duties      []*gov.Duty
	measures    []*gov.Measure
	indicators  []*gov.Indicator
	sources     []*gov.Source
	formers     []*gov.Former             // departments and sections
	successions []*gov.Succession         // of the base's formers, in order of (from, to)
	assignments relation[*gov.Assignment] // Department → Duty
	at          map[string]place
	bytes       int
	cell        Cell
}

// place is where a node stands within its part.
type place struct {
	kind  gov.NodeKind
	index int32
}

// buildBase links the county's own nodes and edges.
func buildBase(nodes []gov.Node, edges []gov.Edge) (*base, gov.Problems) {
	b := &base{at: make(map[string]place, len(nodes))}
	for _, n := range nodes {
		b.bytes += nodeBytes(n)
		switch n := n.(type) {
		case *gov.County:
			b.county = n
		case *gov.Department:
			b.departments = append(b.departments, n)
		case *gov.Section:
			b.sections = append(b.sections, n)
		case *gov.Duty:
			b.duties = append(b.duties, n)
		case *gov.Measure:
			b.measures = append(b.measures, n)
		case *gov.Indicator:
			b.indicators = append(b.indicators, n)
		case *gov.Source:
			b.sources = append(b.sources, n)
		case *gov.Former:
			b.formers = append(b.formers, n)
		}
	}
	if b.county == nil {
		return nil, gov.Problems{gov.Errorf(gov.CodeInvalid, "缺少县（市、区）本身", "the county itself is missing")}
	}
	b.at[b.county.Key] = place{gov.NodeCounty, 0}
	enter(b.at, gov.NodeDepartment, b.departments, func(d *gov.Department) int { return d.Order })
	problems := b.enterSections()
	enter(b.at, gov.NodeDuty, b.duties, func(d *gov.Duty) int { return d.Order })
	enter(b.at, gov.NodeMeasure, b.measures, func(m *gov.Measure) int { return m.Order })
	enter(b.at, gov.NodeIndicator, b.indicators, func(i *gov.Indicator) int { return i.Order })
	enter(b.at, gov.NodeSource, b.sources, func(*gov.Source) int { return 0 })
	enter(b.at, gov.NodeFormer, b.formers, func(*gov.Former) int { return 0 })
	problems = append(problems, b.linkEdges(edges)...)
	return b, problems
}

func (b *base) enterSections() gov.Problems {
	var problems gov.Problems
	slices.SortFunc(b.sections, func(x, y *gov.Section) int {
		return cmp.Or(cmp.Compare(b.find(gov.NodeDepartment, x.Department), b.find(gov.NodeDepartment, y.Department)),
			cmp.Compare(x.Order, y.Order), cmp.Compare(x.Key, y.Key))
	})
	b.sectionsOf = make([]int32, len(b.departments)+1)
	b.sectionDept = make([]int32, len(b.sections))
	for i, s := range b.sections {
		b.at[s.Key] = place{gov.NodeSection, int32(i)}
		d := b.find(gov.NodeDepartment, s.Department)
		if d < 0 {
			problems = append(problems, missing(s.Key, "department", s.Department))
			continue
		}
		b.sectionDept[i] = d
		b.sectionsOf[d+1]++
	}
	accumulate(b.sectionsOf)
	return problems
}

func (b *base) linkEdges(edges []gov.Edge) gov.Problems {
	var problems gov.Problems
	var assignments []*gov.Assignment
	for _, e := range edges {
		b.bytes += edgeBytes(e)
		switch e := e.(type) {
		case *gov.Assignment:
			assignments = append(assignments, e)
		case *gov.Succession:
			if b.find(gov.NodeFormer, e.From) < 0 {
				problems = append(problems, dangling(e))
				continue
			}
			b.successions = append(b.successions, e)
		default:
			problems = append(problems, dangling(e))
		}
	}
	var more gov.Problems
	b.assignments, more = link(assignments, len(b.departments), len(b.duties), finder(b.at, gov.NodeDepartment), finder(b.at, gov.NodeDuty))
	slices.SortFunc(b.successions, compareEnds)
	return append(problems, more...)
}

// find is the index of a node of one kind, −1 if there is none.
func (b *base) find(kind gov.NodeKind, key string) int32 { return find(b.at, kind, key) }

func find(at map[string]place, kind gov.NodeKind, key string) int32 {
	if p, ok := at[key]; ok && p.kind == kind {
		return p.index
	}
	return -1
}

// finder looks up nodes of one kind.
func finder(at map[string]place, kind gov.NodeKind) func(key string) int32 {
	return func(key string) int32 { return find(at, kind, key) }
}

// node is the node at a place.
func (b *base) node(p place) gov.Node {
	switch p.kind {
	case gov.NodeCounty:
		return b.county
	case gov.NodeDepartment:
		return b.departments[p.index]
	case gov.NodeSection:
		return b.sections[p.index]
	case gov.NodeDuty:
		return b.duties[p.index]
	case gov.NodeMeasure:
		return b.measures[p.index]
	case gov.NodeIndicator:
		return b.indicators[p.index]
	case gov.NodeSource:
		return b.sources[p.index]
	case gov.NodeFormer:
		return b.formers[p.index]
	}
	return nil
}

// content lists every node and edge of the base.
func (b *base) content() ([]gov.Node, []gov.Edge) { return b.nodes(), b.edges() }

func (b *base) nodes() []gov.Node {
	nodes := make([]gov.Node, 0, len(b.at)+1)
	nodes = append(nodes, b.county)
	nodes = appendNodes(nodes, b.departments)
	nodes = appendNodes(nodes, b.sections)
	nodes = appendNodes(nodes, b.duties)
	nodes = appendNodes(nodes, b.measures)
	nodes = appendNodes(nodes, b.indicators)
	nodes = appendNodes(nodes, b.sources)
	return appendNodes(nodes, b.formers)
}

func (b *base) edges() []gov.Edge {
	edges := slices.Grow([]gov.Edge(nil), len(b.assignments.edges)+len(b.successions))
	edges = appendEdges(edges, b.assignments.edges)
	return appendEdges(edges, b.successions)
}

// enter sorts nodes by (order, key) and enters their places.
func enter[N gov.Node](at map[string]place, kind gov.NodeKind, nodes []N, order func(N) int) {
	slices.SortFunc(nodes, func(a, b N) int {
		return cmp.Or(cmp.Compare(order(a), order(b)), cmp.Compare(a.NodeKey(), b.NodeKey()))
	})
	for i, n := range nodes {
		at[n.NodeKey()] = place{kind, int32(i)}
	}
}

func appendNodes[N gov.Node](to []gov.Node, nodes []N) []gov.Node {
	for _, n := range nodes {
		to = append(to, n)
	}
	return to
}

func appendEdges[E gov.Edge](to []gov.Edge, edges []E) []gov.Edge {
	for _, e := range edges {
		to = append(to, e)
	}
	return to
}

func missing(key, field, referent string) *gov.Error {
	return gov.Errorf(gov.CodeInvalid, "%s 所属的 %s 不存在", "%s belongs to %s, which does not exist", key, referent).At(key, field)
}

func dangling(e gov.Edge) *gov.Error {
	from, to := e.Ends()
	return gov.Errorf(gov.CodeInvalid, "关系 %s 的一端不存在或类别不对（%s → %s）", "an end of edge %s does not exist or is of the wrong kind (%s → %s)",
		string(e.EdgeKind()), from, to).At(gov.EdgeKey(e))
}

func compareEnds(a, b *gov.Succession) int { return gov.CompareEdges(a, b) }
