package countytest

import (
	"fmt"

	"tiaokuai/internal/gov"
)

// Size is how large a made-up county is.
type Size struct {
	Townships, Organs, Leaders, Duties, Departments, Sections int // organs and leaders per township, sections per department
}

// FullSize is the county that memory and time are measured on: 15 townships of 12 organs and 163 duties.
var FullSize = Size{Townships: 15, Organs: 12, Leaders: 6, Duties: 163, Departments: 40, Sections: 3}

// Large is a county of a size, the same every time: each duty is led by one organ per township, each organ faces three
// or four departments, every second counterpart narrowed, and has one leader.
func Large(s Size) gov.Graph {
	var g gov.Graph
	add := func(n gov.Node) string {
		g.Nodes = append(g.Nodes, gov.Normalize(n))
		return n.NodeKey()
	}
	mint := func(kind gov.NodeKind, township, name string) string {
		return gov.Mint(kind, township, name, func(string) bool { return false })
	}
	link := func(e gov.Edge) { g.Edges = append(g.Edges, gov.Normalize(e)) }
	source := []string{add(&gov.Source{Key: mint(gov.NodeSource, "", "关于明确县乡职责的意见"), Document: "关于明确县乡职责的意见", Quote: "一个机构对口多个部门，多个机构对口一个部门"})}
	origin := gov.Provenance{Basis: gov.BasisDocument, Sources: source}
	add(&gov.County{Key: "410185", Name: "登封市", Kind: gov.CountyCity, Provenance: origin})
	departments, sections, duties := make([]string, s.Departments), make([][]string, s.Departments), make([]string, s.Duties)
	for i := range departments {
		name := fmt.Sprintf("第%d业务主管局", i)
		departments[i] = add(&gov.Department{Key: mint(gov.NodeDepartment, "", name), Name: name, Order: i + 1, Provenance: origin})
		for j := range s.Sections {
			section := fmt.Sprintf("%s第%d科", name, j)
			sections[i] = append(sections[i], add(&gov.Section{Key: mint(gov.NodeSection, "", section), Department: departments[i], Name: section, Order: j + 1}))
		}
	}
	for i := range duties {
		name := fmt.Sprintf("第%d项基本履职事项的组织实施和日常管理", i)
		duties[i] = add(&gov.Duty{Key: mint(gov.NodeDuty, "", name), Name: name, Order: i + 1, Aspect: "乡村建设", Domain: "农业农村", Listings: []gov.Listing{{List: gov.ListBasic}}, Provenance: origin})
		link(&gov.Assignment{From: departments[i%s.Departments], To: duties[i], Role: gov.AssignmentLead, Provenance: origin})
	}
	for t := range s.Townships {
		name := fmt.Sprintf("第%d镇", t)
		township := add(&gov.Township{Key: mint(gov.NodeTownship, "", name), Name: name, Order: t + 1, Kind: gov.TownshipTown, Size: gov.SizeMedium, PortfoliosComplete: true, Provenance: origin})
		organs := make([]string, s.Organs)
		for i := range organs {
			name := fmt.Sprintf("第%d综合办公室", i)
			organs[i] = add(&gov.Organ{Key: mint(gov.NodeOrgan, township, name), Township: township, Name: name, Order: i + 1, Kind: gov.OrganOffice, Branch: gov.BranchGovernment,
				Management: gov.ManagementOwn, Staff: 5, Posts: []gov.PostCount{{Type: gov.PostAdministrative, Count: 5}}, Provenance: origin})
			for j := range 3 + i%2 {
				d := (i*5 + j*7) % s.Departments
				e := &gov.Counterpart{From: organs[i], To: departments[d], Nature: gov.NatureBusiness, Provenance: origin}
				if j%2 == 1 && s.Sections > 0 {
					e.Sections = sections[d][:1]
				}
				link(e)
			}
		}
		for i := range s.Leaders {
			name := fmt.Sprintf("第%d副镇长", i)
			leader := add(&gov.Leader{Key: mint(gov.NodeLeader, township, name), Township: township, Posts: []string{name}, Order: i + 1, Provenance: origin})
			for o := i; o < s.Organs; o += s.Leaders {
				link(&gov.Charge{From: leader, To: organs[o], Role: gov.ChargeLead, Provenance: origin})
			}
		}
		for i, duty := range duties {
			link(&gov.Assignment{From: organs[i%s.Organs], To: duty, Role: gov.AssignmentLead, Provenance: origin})
		}
	}
	g.Sort()
	return g
}
