package change

import (
	"encoding/json"

	"tiaokuai/internal/gov"
)

// nodeOf is a pointer to a T that is a node.
type nodeOf[T any] interface {
	*T
	gov.Node
}

// Create makes a node. As JSON it is the node itself: {"createOrgan":{"township":…,"name":…,"organKind":…}}. Without a
// key one is minted from the kind, the township and the name.
type Create[T any, N nodeOf[T]] struct{ Node T }

// The edits that make a node of each kind.
type (
	CreateCounty     = Create[gov.County, *gov.County]
	CreateTownship   = Create[gov.Township, *gov.Township]
	CreateOrgan      = Create[gov.Organ, *gov.Organ]
	CreateDepartment = Create[gov.Department, *gov.Department]
	CreateSection    = Create[gov.Section, *gov.Section]
	CreateLeader     = Create[gov.Leader, *gov.Leader]
	CreateDuty       = Create[gov.Duty, *gov.Duty]
	CreateMeasure    = Create[gov.Measure, *gov.Measure]
	CreateIndicator  = Create[gov.Indicator, *gov.Indicator]
	CreateSource     = Create[gov.Source, *gov.Source]
)

// MarshalJSON writes the node.
func (e Create[T, N]) MarshalJSON() ([]byte, error) { return json.Marshal(e.Node) }

// UnmarshalJSON reads the node; an unknown field is an error.
func (e *Create[T, N]) UnmarshalJSON(data []byte) error { return gov.DecodeStrict(data, &e.Node) }

// Apply refuses a key that is taken (also by a former), a second county, a parent or source that is not there, the
// name of a living sibling, and what the node's own Check refuses.
func (e *Create[T, N]) Apply(d *Draft) gov.Problems {
	fresh := e.Node
	n := withKey(d, gov.Node(N(&fresh)))
	p := checkFresh(d, n, nil)
	if n.NodeKind() == gov.NodeCounty && len(Nodes[*gov.County](d)) > 0 {
		p = append(p, gov.Errorf(gov.CodeConflict, "县（市、区）已经建立", "the county is there already").At("key"))
	}
	if len(p) == 0 {
		d.Put(n)
	}
	return p
}

// checkFresh checks a node that is about to be made; except are siblings that are about to go.
func checkFresh(d *Draft, n gov.Node, except []string) gov.Problems {
	p := n.Check()
	if n.NodeKey() != "" && d.Node(n.NodeKey()) != nil {
		p = append(p, keyTaken(d, n.NodeKey()))
	}
	p = append(p, checkReferences(d, referencesOf(n))...)
	return append(p, checkNameFree(d, n, except...)...)
}

func keyTaken(d *Draft, key string) *gov.Error {
	is := kindNames[d.Node(key).NodeKind()]
	return gov.Errorf(gov.CodeConflict, "编号 %[1]s 已被%[2]s“%[3]s”使用", "key %[1]s is taken by the %[4]s %[3]s", key, is.ZH, d.Name(key), is.EN).
		Advise("请换一个编号，或留空由系统生成", "choose another key, or leave it out to have one made").At("key")
}

// withKey is the node with a minted key where it has none; it changes its argument, which is the caller's own copy.
func withKey(d *Draft, n gov.Node) gov.Node {
	key := n.NodeKey()
	if key != "" || n.NodeName() == "" || n.NodeKind() == gov.NodeCounty {
		return n
	}
	township := ""
	if n.NodeKind() == gov.NodeOrgan || n.NodeKind() == gov.NodeLeader {
		township = parentOf(n)
	}
	key = d.Mint(n.NodeKind(), township, n.NodeName())
	switch n := n.(type) {
	case *gov.Township:
		n.Key = key
	case *gov.Organ:
		n.Key = key
	case *gov.Department:
		n.Key = key
	case *gov.Section:
		n.Key = key
	case *gov.Leader:
		n.Key = key
	case *gov.Duty:
		n.Key = key
	case *gov.Measure:
		n.Key = key
	case *gov.Indicator:
		n.Key = key
	case *gov.Source:
		n.Key = key
	}
	return n
}

// Sentence says what is made, and where.
func (e *Create[T, N]) Sentence(name Namer) gov.Text {
	n := N(&e.Node)
	is := kindNames[n.NodeKind()]
	if parent := parentOf(n); parent != "" {
		return gov.Textf("在%[1]s新设%[2]s“%[3]s”", "set up the %[4]s %[3]s in %[1]s", name(parent), is.ZH, n.NodeName(), is.EN)
	}
	return gov.Textf("新增%[1]s“%[2]s”", "add the %[3]s %[2]s", is.ZH, n.NodeName(), is.EN)
}

// Describe documents the edit.
func (*Create[T, N]) Describe() Description {
	is := kindNames[N(new(T)).NodeKind()]
	return Description{
		Title: gov.Textf("新增%[1]s", "Add %[2]s", is.ZH, an(is.EN)),
		Text: gov.Textf("新增一个%[1]s。编号可不填，由类别、所属乡镇和名称生成；编号已被占用（含已撤销机构的编号）、同级已有同名、所属对象或依据不存在时不予新增。",
			"Adds %[2]s. Without a key one is made from the kind, the township and the name. Refused where the key is taken (also by something dissolved), a sibling has the name, or a parent or source is not there.", is.ZH, an(is.EN)),
	}
}
