package change

import "tiaokuai/internal/gov"

// parentOf is the key of what a node belongs to: the township of an organ or leader, the department of a section.
func parentOf(n gov.Node) string {
	switch n := n.(type) {
	case *gov.Organ:
		return n.Township
	case *gov.Leader:
		return n.Township
	case *gov.Section:
		return n.Department
	}
	return ""
}

// checkNameFree refuses a name that another living township, department, organ of the township or section of the
// department has; except are keys that are about to go. Leaders may share a name (two 副镇长), and so may items of lists.
func checkNameFree(d *Draft, n gov.Node, except ...string) gov.Problems {
	switch n.NodeKind() {
	case gov.NodeTownship, gov.NodeOrgan, gov.NodeDepartment, gov.NodeSection:
	default:
		return nil
	}
	going := map[string]bool{n.NodeKey(): true}
	for _, key := range except {
		going[key] = true
	}
	for _, other := range siblings(d, n) {
		if other.NodeName() == n.NodeName() && parentOf(other) == parentOf(n) && !going[other.NodeKey()] {
			return gov.Problems{gov.Errorf(gov.CodeConflict, "已有同名的%[2]s：%[1]s", "there is already a %[3]s called %[1]s",
				n.NodeName(), kindNames[n.NodeKind()].ZH, kindNames[n.NodeKind()].EN).
				Advise("请改用其他名称，或修改已有的 %s", "choose another name, or change the one there is: %s", other.NodeKey()).At("name")}
		}
	}
	return nil
}

// siblings are the nodes of the same kind.
func siblings(d *Draft, n gov.Node) []gov.Node {
	switch n.(type) {
	case *gov.Township:
		return nodes(Nodes[*gov.Township](d))
	case *gov.Organ:
		return nodes(Nodes[*gov.Organ](d))
	case *gov.Department:
		return nodes(Nodes[*gov.Department](d))
	case *gov.Section:
		return nodes(Nodes[*gov.Section](d))
	}
	return nil
}

func nodes[N gov.Node](ns []N) []gov.Node {
	out := make([]gov.Node, len(ns))
	for i, n := range ns {
		out[i] = n
	}
	return out
}
