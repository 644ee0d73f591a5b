package change

import (
	"encoding/json"

	"tiaokuai/internal/gov"
)

// Update changes attributes of a node by a merge patch (RFC 7396) over its JSON: {"key":…,"set":{"staff":5,"rank":null}}.
type Update[T any, N nodeOf[T]] struct {
	Key string          `json:"key"`
	Set json.RawMessage `json:"set"`
}

// The edits that change attributes of a node of each kind.
type (
	UpdateCounty     = Update[gov.County, *gov.County]
	UpdateTownship   = Update[gov.Township, *gov.Township]
	UpdateOrgan      = Update[gov.Organ, *gov.Organ]
	UpdateDepartment = Update[gov.Department, *gov.Department]
	UpdateSection    = Update[gov.Section, *gov.Section]
	UpdateLeader     = Update[gov.Leader, *gov.Leader]
	UpdateDuty       = Update[gov.Duty, *gov.Duty]
	UpdateMeasure    = Update[gov.Measure, *gov.Measure]
	UpdateIndicator  = Update[gov.Indicator, *gov.Indicator]
	UpdateSource     = Update[gov.Source, *gov.Source]
)

// Apply refuses unknown attributes, another key, another parent (an organ moves by transferOrgan, a section by
// mergeDepartments or splitDepartment), the name of a living sibling, and what the node's own Check refuses. Changing a
// name corrects the record; a renaming that people should find again is renameOrgan and its like.
func (e *Update[T, N]) Apply(d *Draft) gov.Problems {
	now, p := Find[N](d, "key", e.Key)
	if len(p) > 0 {
		return p
	}
	next, p := patched[T, N](now, e.Set)
	if len(p) > 0 {
		return p
	}
	n := gov.Normalize(gov.Node(next))
	if n.NodeKey() != e.Key {
		p = append(p, gov.Errorf(gov.CodeInvalid, "编号不能改", "a key can't be changed").At("key"))
	}
	if parentOf(n) != parentOf(now) {
		p = append(p, gov.Errorf(gov.CodeInvalid, "不能这样改变隶属", "what it belongs to can't be changed this way").
			Advise("机构调往另一乡镇用 transferOrgan；科室随部门合并或拆分", "move an organ by transferOrgan; sections go with mergeDepartments and splitDepartment").At(parentField(n)))
	}
	p = append(p, n.Check()...)
	if p = append(p, checkReferences(d, referencesOf(n))...); len(p) == 0 && n.NodeName() != now.NodeName() {
		p = checkNameFree(d, n)
	}
	if len(p) == 0 {
		d.Put(n)
	}
	return p.At("set")
}

func parentField(n gov.Node) string {
	if n.NodeKind() == gov.NodeSection {
		return "department"
	}
	return "township"
}

// Sentence names the attributes that change, and the new values where they are short.
func (e *Update[T, N]) Sentence(name Namer) gov.Text {
	set, _ := object(e.Set)
	said := saidOf(N(new(T)).NodeKind(), set)
	return gov.Textf("修改%[1]s“%[2]s”的属性：%[3]s", "change attributes of the %[4]s %[2]s: %[5]s", e.kind().ZH, name(e.Key), said.ZH, e.kind().EN, said.EN)
}

func (*Update[T, N]) kind() gov.Text { return kindNames[N(new(T)).NodeKind()] }

// Describe documents the edit.
func (e *Update[T, N]) Describe() Description {
	return Description{
		Title: gov.Textf("修改%[1]s", "Change %[2]s", e.kind().ZH, an(e.kind().EN)),
		Text: gov.Textf("按合并补丁（RFC 7396）修改%[1]s的属性：列出的属性改为新值，值为 null 的清空，未列出的不动。编号和隶属不能改；未知属性不予接受。",
			"Changes attributes of %[2]s by a merge patch (RFC 7396): those listed get the new value, null empties one, the others stay. Key and parent can't change; unknown attributes are refused.", e.kind().ZH, an(e.kind().EN)),
	}
}
