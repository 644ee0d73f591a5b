package storetest

import (
	"fmt"
	"strconv"

	"tiaokuai/internal/gov"
)

// Creation is the delta that makes a graph from nothing.
func Creation(g gov.Graph) gov.Delta {
	var d gov.Delta
	for _, n := range g.Nodes {
		d.Nodes = append(d.Nodes, gov.NodeChange{After: n})
	}
	for _, e := range g.Edges {
		d.Edges = append(d.Edges, gov.EdgeChange{After: e})
	}
	return d
}

// County is a regular county: 30 departments with 4 sections each; in each township the given number of organs, facing
// 4 departments and leading their share of the duties, and 8 leaders in charge of them. DESIGN's measure is 15 × 12 × 163.
func County(code string, townships, organs, duties int) gov.Graph {
	const departments, sections, leaders, faces = 30, 4, 8, 4
	whence := gov.Provenance{Basis: gov.BasisDocument, Sources: []string{"source/0"}}
	var g gov.Graph
	node := func(n gov.Node) { g.Nodes = append(g.Nodes, gov.Normalize(n)) }
	edge := func(e gov.Edge) { g.Edges = append(g.Edges, gov.Normalize(e)) }
	key := func(kind string, numbers ...int) string {
		for _, n := range numbers {
			kind += "/" + strconv.Itoa(n)
		}
		return kind
	}
	node(&gov.County{Key: code, Name: "示例县", Kind: gov.CountyPlain, Regions: regions[:2]})
	node(&gov.Source{Key: "source/0", Document: "机构改革方案", Article: "第三条", Quote: "统筹设置党政机构"})
	for d := range departments {
		node(&gov.Department{Key: key("department", d), Name: fmt.Sprintf("第%d局", d), Order: d + 1, Kind: gov.DepartmentGovernment, Provenance: whence})
		for s := range sections {
			node(&gov.Section{Key: key("section", d, s), Department: key("department", d), Name: fmt.Sprintf("第%d局第%d科", d, s), Order: s + 1, Provenance: whence})
		}
	}
	for i := range duties {
		node(&gov.Duty{Key: key("duty", i), Name: fmt.Sprintf("第%d项职责", i), Order: i + 1, Aspect: "公共服务", Domain: "农业农村", Listings: []gov.Listing{{List: gov.ListBasic}}, Nature: gov.NatureService, Provenance: whence})
	}
	for t := range townships {
		node(&gov.Township{Key: key("township", t), Name: fmt.Sprintf("第%d镇", t), Order: t + 1, Kind: gov.TownshipTown, Size: gov.SizeMedium, Provenance: whence})
		for l := range leaders {
			node(&gov.Leader{Key: key("leader", t, l), Township: key("township", t), Order: l + 1, Posts: []string{"党委委员", "副镇长"}, Provenance: whence})
		}
		for o := range organs {
			organ := key("organ", t, o)
			node(&gov.Organ{
				Key: organ, Township: key("township", t), Name: fmt.Sprintf("第%d办公室", o), Order: o + 1, Kind: gov.OrganOffice,
				Management: gov.ManagementOwn, Posts: []gov.PostCount{{Type: gov.PostAdministrative, Count: 6}}, Staff: 5, LeadingPosts: 1, Provenance: whence,
			})
			edge(&gov.Charge{From: key("leader", t, o%leaders), To: organ, Role: gov.ChargeLead, Provenance: whence})
			for f := range faces {
				edge(&gov.Counterpart{From: organ, To: key("department", (o*3+f)%departments), Nature: gov.NatureBusiness, Provenance: whence})
			}
			for i := o; i < duties; i += organs {
				edge(&gov.Assignment{From: organ, To: key("duty", i), Role: gov.AssignmentLead, Provenance: whence})
			}
		}
	}
	g.Sort()
	return g
}
