package countytest

import (
	"fmt"

	"tiaokuai/internal/gov"
)

// Size is how large a made-up county is: organs and leaders per township, sections per department.
type Size struct {
	Townships, Organs, Leaders, Duties, Departments, Sections int
}

// FullSize is the county that memory and time are measured on: 15 townships of 12 organs and 163 duties.
var FullSize = Size{Townships: 15, Organs: 12, Leaders: 6, Duties: 163, Departments: 40, Sections: 3}

// Large is a county of a size, the same every time: each duty is led by one organ per township, each organ faces three
// or four departments, every second counterpart narrowed to a section, and has one leader.
func Large(s Size) gov.Graph {
	l := &large{Size: s}
	source := l.node(&gov.Source{Key: l.key(gov.NodeSource, "", "关于明确县乡职责的意见"), Document: "关于明确县乡职责的意见", Quote: "一个机构对口多个部门，多个机构对口一个部门"})
	l.origin = gov.Provenance{Basis: gov.BasisDocument, Sources: []string{source}}
	l.node(&gov.County{Key: "410185", Name: "登封市", Kind: gov.CountyCity, Provenance: l.origin})
	for i := range s.Departments {
		l.department(i)
	}
	for i := range s.Duties {
		name := fmt.Sprintf("第%d项基本履职事项的组织实施和日常管理", i)
		duty := l.node(&gov.Duty{Key: l.key(gov.NodeDuty, "", name), Name: name, Order: i + 1, Aspect: "乡村建设", Domain: "农业农村", Listings: []gov.Listing{{List: gov.ListBasic}}, Provenance: l.origin})
		l.duties = append(l.duties, duty)
		l.edge(&gov.Assignment{From: l.departments[i%s.Departments], To: duty, Role: gov.AssignmentLead, Provenance: l.origin})
	}
	for i := range s.Townships {
		l.township(i)
	}
	l.Sort()
	return l.Graph
}

type large struct {
	Size
	gov.Graph
	origin              gov.Provenance
	departments, duties []string
	sections            [][]string // by department
}

func (l *large) key(kind gov.NodeKind, township, name string) string {
	return gov.Mint(kind, township, name, func(string) bool { return false }) // names are numbered
}

func (l *large) node(n gov.Node) string {
	l.Nodes = append(l.Nodes, gov.Normalize(n))
	return n.NodeKey()
}

func (l *large) edge(e gov.Edge) { l.Edges = append(l.Edges, gov.Normalize(e)) }

func (l *large) department(i int) {
	name := fmt.Sprintf("第%d业务主管局", i)
	department := l.node(&gov.Department{Key: l.key(gov.NodeDepartment, "", name), Name: name, Order: i + 1, Provenance: l.origin})
	var sections []string
	for j := range l.Sections {
		section := fmt.Sprintf("%s第%d科", name, j)
		sections = append(sections, l.node(&gov.Section{Key: l.key(gov.NodeSection, "", section), Department: department, Name: section, Order: j + 1}))
	}
	l.departments, l.sections = append(l.departments, department), append(l.sections, sections)
}

func (l *large) township(i int) {
	name := fmt.Sprintf("第%d镇", i)
	township := l.node(&gov.Township{Key: l.key(gov.NodeTownship, "", name), Name: name, Order: i + 1, Kind: gov.TownshipTown, Size: gov.SizeMedium, PortfoliosComplete: true, Provenance: l.origin})
	organs := make([]string, l.Organs)
	for j := range organs {
		organs[j] = l.organ(township, j)
	}
	for j := range l.Leaders {
		name := fmt.Sprintf("第%d副镇长", j)
		leader := l.node(&gov.Leader{Key: l.key(gov.NodeLeader, township, name), Township: township, Posts: []string{name}, Order: j + 1, Provenance: l.origin})
		for o := j; o < l.Organs; o += l.Leaders {
			l.edge(&gov.Charge{From: leader, To: organs[o], Role: gov.ChargeLead, Provenance: l.origin})
		}
	}
	for j, duty := range l.duties {
		l.edge(&gov.Assignment{From: organs[j%l.Organs], To: duty, Role: gov.AssignmentLead, Provenance: l.origin})
	}
}

func (l *large) organ(township string, i int) string {
	name := fmt.Sprintf("第%d综合办公室", i)
	organ := l.node(&gov.Organ{
		Key: l.key(gov.NodeOrgan, township, name), Township: township, Name: name, Order: i + 1, Kind: gov.OrganOffice, Branch: gov.BranchGovernment,
		Management: gov.ManagementOwn, Staff: 5, Posts: []gov.PostCount{{Type: gov.PostAdministrative, Count: 5}}, Provenance: l.origin,
	})
	for j := range 3 + i%2 {
		d := (i*5 + j*7) % l.Departments
		e := &gov.Counterpart{From: organ, To: l.departments[d], Nature: gov.NatureBusiness, Provenance: l.origin}
		if j%2 == 1 && l.Sections > 0 {
			e.Sections = l.sections[d][:1]
		}
		l.edge(e)
	}
	return organ
}
